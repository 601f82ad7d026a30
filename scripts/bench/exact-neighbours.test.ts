import { expect, test } from 'vitest';
import { exactNeighbours, recallOf } from './exact-neighbours.ts';

const VECTORS = Float32Array.from([1, 0, 0, 1, 0.6, 0.8, 0.8, 0.6, 0.8, 0.6]);

test('the nearest are found with their nearness, nearest first', () => {
  const found = exactNeighbours(VECTORS, [1, 0], 3);
  expect(found.map((nearness) => Number(nearness.toFixed(3)))).toEqual([1, 0.8, 0.8]);
  expect(exactNeighbours(VECTORS, [1, 0], 9)).toHaveLength(5);
});

test.each([
  ['all', [[0, 3]], 1],
  ['an equal one', [[0, 4]], 1],
  ['one that is farther', [[0, 1]], 0.5],
  ['too few', [[0]], 0.5],
  ['nothing', [[]], 0],
])('recall of %s', (_, results, expected) => {
  const queries = [{ vector: [1, 0] }];
  const truth = [exactNeighbours(VECTORS, [1, 0], 2)];
  expect(recallOf(VECTORS, queries, truth, results)).toBe(expected);
});

test('a query that is near to nothing does not count', () => {
  const queries = [{ vector: [0, 0] }, { vector: [1, 0] }];
  const truth = queries.map(({ vector }) => exactNeighbours(VECTORS, vector, 2));
  expect(recallOf(VECTORS, queries, truth, [[], [0, 3]])).toBe(1);
});
