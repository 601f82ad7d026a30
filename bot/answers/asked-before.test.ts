import { expect, test } from 'vitest';
import { QuestionMemory } from './asked-before.ts';
import { everydayQuestions } from './everyday-questions.ts';
import { readTestPages } from './test-pages.ts';

test('the everyday questions of a sentence are read once', () => {
  const index = readTestPages();
  const sentence = [...index.documents.values()]
    .flatMap(({ sentences }) => sentences)
    .find((one) => everydayQuestions(index, one).length > 0)!;
  const encoded: string[] = [];
  const memory = new QuestionMemory(index, (text) => {
    encoded.push(text);
    return new Float32Array([1]);
  });
  const known = memory.of(sentence);
  expect(known.map(({ text }) => text)).toEqual(everydayQuestions(index, sentence));
  expect(known[0]!.words.length).toBeGreaterThan(0);
  expect(memory.of(sentence)).toBe(known);
  expect(encoded).toEqual(known.map(({ text }) => text));
});
