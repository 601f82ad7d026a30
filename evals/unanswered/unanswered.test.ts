import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readQuestions } from '../../retrieval/passages/questions.ts';

const seeds = join(import.meta.dirname, '..', '..', 'seeds');
const names = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.yaml'));
const read = (folder: string) =>
  names.map((name) =>
    readQuestions(join(folder, name), readFileSync(join(seeds, name.replace('.yaml', '.txt')), 'utf8')),
  );
const questionsOf = (lists: ReturnType<typeof read>): string[] =>
  lists.flatMap(({ found }) => found.flatMap(({ questions }) => questions));
const unanswered = read(import.meta.dirname);

test('every quote stands in its document', () => {
  expect(names.length).toBeGreaterThan(0);
  for (const { lost } of unanswered) expect(lost).toEqual([]);
});

test('no question stands twice', () => {
  const questions = questionsOf(unanswered);
  expect(questions.length).toBeGreaterThan(1000);
  expect(questions.length).toBe(new Set(questions).size);
});

test('no question is one that a document answers', () => {
  const answered = new Set(questionsOf(read(join(seeds, 'questions'))));
  expect(answered.size).toBeGreaterThan(1000);
  expect(questionsOf(unanswered).filter((question) => answered.has(question))).toEqual([]);
});
