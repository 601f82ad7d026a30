import { expect, test } from 'vitest';
import { QuestionMemory } from './asked-before.ts';
import { everydayQuestions } from './everyday-questions.ts';
import { Meaning } from './meaning.ts';
import { createPreference, createTellingOf } from './speaks-for.ts';
import { candidateFor, readTestPages, understandingOf } from './test-pages.ts';
import type { ToldModels, Weights } from './told.ts';

const index = readTestPages();
const encode = (): Float32Array => new Float32Array([1]);
const sources = {
  index,
  meaning: new Meaning(encode),
  questions: new QuestionMemory(index, encode),
  isStopWord: () => false,
};
const sentences = [...index.documents.values()].flatMap((content) => content.sentences);
const known = sentences.find((sentence) => everydayQuestions(index, sentence).length > 0)!;
const unknown = sentences.find((sentence) => everydayQuestions(index, sentence).length === 0)!;
const part = understandingOf('食堂开几家');

const bias = (value: number): Weights => new Map([['', value]]);
const models = (asked: number, unasked: number, which = 0): ToldModels => ({
  asked: bias(asked),
  unasked: bias(unasked),
  which: bias(which),
});

test('a sentence with everyday questions tells plainly, likely or hardly', () => {
  const telling = (asked: number): string =>
    createTellingOf(sources, models(asked, 0))(part, candidateFor(known, {}));
  expect([5, 1, -5].map(telling)).toEqual(['plainly', 'likely', 'hardly']);
});

test('one without them is weighed by weights of its own, and never tells plainly', () => {
  const telling = (unasked: number): string =>
    createTellingOf(sources, models(5, unasked))(part, candidateFor(unknown, {}));
  expect([5, -0.5, -5].map(telling)).toEqual(['likely', 'likely', 'hardly']);
});

test('nothing is preferred of which nobody wrote down what people ask', () => {
  const preference = createPreference(sources, models(0, 0, 2));
  expect(preference(part, candidateFor(known, {}))).toBeCloseTo(1 / (1 + Math.exp(-2)));
  expect(preference(part, candidateFor(unknown, {}))).toBeUndefined();
});
