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
  // A page read again has sentences of its own, and the same questions.
  expect(memory.of({ ...sentence })[0]).toBe(known[0]);
  expect(encoded).toEqual(known.map(({ text }) => text));
});

test('the words of a sentence are its own and those of the questions asked of it', () => {
  const index = readTestPages();
  const sentence = [...index.documents.values()].flatMap(({ sentences }) => sentences)[0]!;
  const memory = new QuestionMemory(index, () => new Float32Array([1]));
  const before = { text: '', folded: '', kind: 'fact', attributes: [], words: ['饭堂'] } as const;
  const known = [{ ...before, vector: new Float32Array([1]) }];
  const words = memory.wordsOf({ ...sentence, text: '食堂开门' }, known);
  expect([...words].sort()).toEqual(['开门', '食堂', '饭堂'].sort());
  expect(memory.wordsOf({ ...sentence, text: '' }, known)).toBe(words);
  expect(memory.wordsOf({ ...sentence, text: '' }, [])).toEqual(new Set());
});
