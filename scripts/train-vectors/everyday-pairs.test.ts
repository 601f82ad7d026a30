import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { embeddedWords } from '../../retrieval/embeddings/units.ts';

const pairs = readFileSync(new URL('everyday-pairs.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t'));

test('every pair has an everyday and an official side with words in them', () => {
  expect(pairs.length).toBeGreaterThan(500);
  const broken = pairs.filter(
    (sides) => sides.length !== 2 || sides.some((side) => embeddedWords(side).length === 0),
  );
  expect(broken).toEqual([]);
});

test('no everyday side stands twice: equal questions would be each other’s wrong answers', () => {
  const questions = pairs.map(([question]) => question);
  expect(questions.filter((question, index) => questions.indexOf(question) !== index)).toEqual([]);
});
