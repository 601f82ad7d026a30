import { expect, test } from 'vitest';
import { UsageError } from '../desk/usage-error.ts';
import { readArguments } from './arguments.ts';

test('nothing given asks two thousand questions with a seed of the moment', () => {
  expect(readArguments([], 7)).toEqual({ kind: 'attack', inputs: 2_000, seed: 7, json: false });
});

test('the same seed can be asked for again', () => {
  expect(readArguments(['--inputs', '20000', '--seed=42', '--json'], 7)).toEqual({
    ...{ kind: 'attack', inputs: 20_000, seed: 42, json: true },
  });
});

test.each([
  [['--inputs', 'many'], '--inputs 要写一个不超过九位的整数，不是 many'],
  [['--seed', '1.5'], '--seed 要写一个不超过九位的整数'],
  [['--harder'], '--harder'],
])('%j is wrong usage, said in one line', (words, fault) => {
  expect(() => readArguments(words, 7)).toThrow(UsageError);
  expect(() => readArguments(words, 7)).toThrow(fault);
});

test('explains itself', () => {
  expect(readArguments(['--help'], 7)).toMatchObject({
    kind: 'help',
    text: expect.stringContaining('--inputs'),
  });
});
