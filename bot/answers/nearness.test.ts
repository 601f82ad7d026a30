import { expect, test } from 'vitest';
import type { AskedBefore } from './asked-before.ts';
import { Meaning } from './meaning.ts';
import { type NearnessAsked, nearnessOf } from './nearness.ts';

/** Three directions: eating, money, opening. */
const VECTORS: Readonly<Record<string, readonly number[]>> = {
  食堂: [1, 0, 0],
  饭堂: [0.8, 0.6, 0],
  多少钱: [0, 1, 0],
  开门: [0, 0, 1],
};
const encode = (text: string): Float32Array =>
  Float32Array.from(VECTORS[Object.keys(VECTORS).find((word) => text.includes(word)) ?? ''] ?? [0, 0, 0]);
const meaning = new Meaning(encode);

const before = (
  text: string,
  kind: AskedBefore['kind'],
  words: string[],
  attributes: AskedBefore['attributes'] = [],
) => ({ text, folded: text, kind, attributes, words, vector: encode(text) });

const asked = (text: string, words: string[], rest: object = {}) => ({
  text,
  kind: 'number' as const,
  attributes: ['money' as const],
  words: meaning.weighted(words.join('，'), () => 1),
  vector: encode(text),
  ...rest,
});

const nearness = (of: NearnessAsked, held: readonly string[], known: readonly AskedBefore[]) =>
  nearnessOf(meaning, of, new Set([...held, ...known.flatMap(({ words }) => words)]), known);

test('a sentence of which nobody asked anything is near to nothing', () => {
  expect(nearness(asked('食堂多少钱', ['食堂']), ['食堂'], [])).toBeUndefined();
});

test('the nearest questions count, and the nearest of the same kind by itself', () => {
  const near = nearness(
    asked('食堂', ['食堂']),
    [],
    [
      before('饭堂', 'number', ['饭堂']),
      before('食堂', 'place', ['食堂']),
      before('开门', 'number', ['开门']),
    ],
  )!;
  expect(near['nearest question']).toBeCloseTo(1);
  expect(near['three nearest questions']).toBeCloseTo((1 + 0.8 + 0) / 3);
  expect(near['nearest question of the kind']).toBeCloseTo(0.8);
});

test('a word is held, or come near to, by the sentence or a question of it; else its weight is unmet', () => {
  const of = (...held: string[]) =>
    nearness(asked('食堂开门', ['食堂', '开门']), held, [before('饭堂', 'fact', ['饭堂'])])!;
  expect(of()).toMatchObject({ 'weight not held': 1, 'weight unmet': 0.5 });
  expect(of('食堂')).toMatchObject({ 'weight not held': 0.5, 'weight unmet': 0.5 });
  expect(of('食堂', '开门')).toMatchObject({ 'weight not held': 0, 'weight unmet': 0 });
});

test('what stands beside the word that asks weighs by itself', () => {
  const near = nearness(
    asked('食堂在这里那里许多地方，开门几点', ['食堂', '开门']),
    ['食堂'],
    [before('食堂', 'fact', ['食堂'])],
  )!;
  expect(near).toMatchObject({
    'weight unmet': 0.5,
    'beside what asks unmet': 1,
    'beside what asks met': 0,
  });
});

test('what nobody asked of the sentence to be told is counted', () => {
  const count = (attributes: AskedBefore['attributes']): number | undefined =>
    nearness(asked('食堂', ['食堂']), [], [before('食堂', 'number', ['食堂'], attributes)])?.[
      'attributes never asked'
    ];
  expect(count([])).toBe(1);
  expect(count(['money'])).toBe(0);
});
