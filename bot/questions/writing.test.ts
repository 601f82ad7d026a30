import { expect, test } from 'vitest';
import { readTestPages } from '../answers/test-pages.ts';
import { writingOf } from './writing.ts';

const writing = writingOf(readTestPages());

test('words are those of the documents and the local names', () => {
  for (const word of ['食堂', '沿河路', '方志远']) expect(writing.words.has(word), word).toBe(true);
  expect(writing.words.has('火箭')).toBe(false);
});

test('pairs are those that stand in a document, a name, or more than one everyday question', () => {
  for (const pair of ['食堂', '堂6', '沿河']) expect(writing.isPair(pair), pair).toBe(true);
  // 看书 stands in a document; 书去 in one everyday question alone, which may have a slip of its own.
  expect(writing.isPair('书去')).toBe(false);
});
