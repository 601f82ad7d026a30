import { expect, test } from 'vitest';
import { cosine } from './cosine.ts';

test('of vectors of any length the products of all places are summed', () => {
  expect(cosine(new Float32Array([1, 0, 0]), new Float32Array([0, 1, 0]))).toBe(0);
  expect(
    cosine(new Float32Array([0.5, 0.5, 0.5, 0, 0.5]), new Float32Array([0, 0.5, 0, 0.5, 0.5])),
  ).toBeCloseTo(0.5);
});
