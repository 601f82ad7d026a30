import { expect, test } from 'vitest';
import { ndcg } from './ndcg.ts';
import { recallAt } from './recall-at.ts';
import { reciprocalRank } from './reciprocal-rank.ts';

const third = [false, false, true, false, true];

test('recall at k asks for one relevant entry among the first k', () => {
  expect(recallAt(third, 1)).toBe(0);
  expect(recallAt(third, 3)).toBe(1);
  expect(recallAt([], 10)).toBe(0);
});

test('the reciprocal rank is one over the first relevant place', () => {
  expect(reciprocalRank(third, 10)).toBeCloseTo(1 / 3, 12);
  expect(reciprocalRank(third, 2)).toBe(0);
  expect(reciprocalRank([true], 10)).toBe(1);
});

test('nDCG by hand: gains 0, 2, 1 of the gains 2, 1, 0', () => {
  // 2/log2(3) + 1/log2(4) = 1.261860 + 0.5; ideal 2/log2(2) + 1/log2(3) = 2 + 0.630930.
  expect(ndcg([0, 2, 1], [0, 1, 2], 10)).toBeCloseTo(1.76186 / 2.63093, 5);
});

test('nDCG is 1 for the ideal order, less for a broken one, 0 without anything relevant', () => {
  expect(ndcg([1, 1, 0], [1, 1], 10)).toBe(1);
  expect(ndcg([0, 1, 1], [1, 1], 10)).toBeLessThan(1);
  expect(ndcg([0, 0], [], 10)).toBe(0);
});

test('nDCG looks no further than k, in the ranking and in the ideal order', () => {
  expect(ndcg([0, 1], [1], 1)).toBe(0);
  expect(ndcg([1], [1, 1, 1], 1)).toBe(1);
});
