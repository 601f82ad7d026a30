import { describe, expect, test } from 'vitest';
import { type Example, fitRegression } from './regression.ts';

const example = (names: string[], positive: boolean, weight = 1): Example => ({
  features: new Map(names.map((name) => [name, 1])),
  positive,
  weight,
});
const EXAMPLES = [
  ...Array.from({ length: 20 }, () => example(['both', 'good'], true)),
  ...Array.from({ length: 20 }, () => example(['both', 'bad'], false)),
];

describe('logistic regression', () => {
  test('weighs up what speaks for a case and down what speaks against it', () => {
    const { weights } = fitRegression(EXAMPLES, 1, 1);
    expect(weights.get('good')).toBeGreaterThan(1);
    expect(weights.get('bad')).toBeLessThan(-1);
    expect(Math.abs(weights.get('both')!)).toBeLessThan(0.1);
  });

  test('gives the same weights again', () => {
    expect(fitRegression(EXAMPLES, 1, 1)).toEqual(fitRegression(EXAMPLES, 1, 1));
  });

  test('weighs less under a greater penalty', () => {
    const of = (penalty: number): number => fitRegression(EXAMPLES, penalty, 1).weights.get('good')!;
    expect(of(10)).toBeLessThan(of(1));
  });

  test('leaves out what too few cases have', () => {
    const examples = [...EXAMPLES, example(['rare', 'both'], true)];
    expect(fitRegression(examples, 1, 2).weights.has('rare')).toBe(false);
  });

  test('counts a heavy case for several', () => {
    const light = [example(['a'], true), example(['a'], false)];
    const heavy = [example(['a'], true, 3), example(['a'], false)];
    const odds = (examples: Example[]): number => {
      const { bias, weights } = fitRegression(examples, 0.1, 1);
      return bias + weights.get('a')!;
    };
    expect(odds(heavy)).toBeGreaterThan(odds(light) + 0.5);
  });
});
