import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readUnanswered } from './read-unanswered.ts';

const seeds = join(import.meta.dirname, '..', '..', 'seeds');
const entries = readUnanswered(import.meta.dirname);

test('every quote stands in its document', () => {
  expect(entries.length).toBeGreaterThan(100);
  for (const { document, quote } of entries) {
    const text = readFileSync(join(seeds, `${document}.txt`), 'utf8').replace(/\s/g, '');
    expect(text.includes(quote.replace(/\s/g, '')), quote).toBe(true);
  }
});

test('no question stands twice', () => {
  const questions = entries.flatMap((entry) => entry.questions);
  expect(questions.length).toBe(new Set(questions).size);
});

test('no question is one that a document answers', () => {
  const answered = new Set(
    [...new Set(entries.map(({ document }) => document))].flatMap((document) =>
      (
        parse(readFileSync(join(seeds, 'questions', `${document}.yaml`), 'utf8')) as { questions: string[] }[]
      ).flatMap(({ questions }) => questions),
    ),
  );
  expect(answered.size).toBeGreaterThan(1000);
  for (const { questions } of entries)
    for (const question of questions) expect(answered.has(question), question).toBe(false);
});
