import { expect, test } from 'vitest';
import { bootstrapInterval } from './bootstrap.ts';
import { mean } from './mean.ts';
import { percentile } from './percentile.ts';
import { createRandom } from './random.ts';

test('the mean of nothing is 0', () => {
  expect(mean([1, 2, 6])).toBe(3);
  expect(mean([])).toBe(0);
});

test('percentiles take the nearest rank', () => {
  const values = [50, 15, 20, 40, 35];
  expect(percentile(values, 0.3)).toBe(20);
  expect(percentile(values, 0.5)).toBe(35);
  expect(percentile(values, 1)).toBe(50);
  expect(percentile([], 0.5)).toBe(0);
});

test('the generator repeats itself for a seed, differs for another and stays below 1', () => {
  const draw = (seed: number): number[] => Array.from({ length: 500 }, createRandom(seed));
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
  expect(draw(7).every((value) => value >= 0 && value < 1)).toBe(true);
  expect(mean(draw(7))).toBeCloseTo(0.5, 1);
});

test('a share of 0.8 in 100 has about the interval that the normal approximation gives', () => {
  const sample = Array.from({ length: 100 }, (_, index) => (index < 80 ? 1 : 0));
  const { low, high } = bootstrapInterval(sample, mean);
  // 0.8 ± 1.96 × √(0.8 × 0.2 / 100) = 0.8 ± 0.078
  expect(low).toBeGreaterThan(0.7);
  expect(low).toBeLessThan(0.74);
  expect(high).toBeGreaterThan(0.86);
  expect(high).toBeLessThan(0.9);
  expect(bootstrapInterval(sample, mean)).toEqual({ low, high });
});

test('certainty has no width, and nothing has an interval of 0', () => {
  expect(bootstrapInterval([1, 1, 1], mean)).toEqual({ low: 1, high: 1 });
  expect(bootstrapInterval([], mean)).toEqual({ low: 0, high: 0 });
});
