import { expect, test } from 'vitest';
import { boundaryF1 } from './boundary-f1.ts';
import { pairShare } from './pair-share.ts';

test('the share of pairs by hand', () => {
  // 老年食堂: 老年, 年食, 食堂; the evidence holds 老年 and 食堂.
  expect(pairShare('老年食堂？', ['老年人', '中心食堂'])).toBeCloseTo(2 / 3, 12);
  expect(pairShare('啥', ['啥'])).toBe(0);
});

test('pairs do not reach over from one quote to the next', () => {
  expect(pairShare('食堂', ['老食', '堂'])).toBe(0);
});

test('the boundary F1 by hand', () => {
  // 2 of 3 found are right, 2 of 4 true ones found: F1 = 2·2/(3+4).
  expect(boundaryF1([1, 5, 9], [1, 5, 7, 11])).toBeCloseTo(4 / 7, 12);
  expect(boundaryF1([3, 4], [3, 4])).toBe(1);
  expect(boundaryF1([], [1])).toBe(0);
  expect(boundaryF1([], [])).toBe(1);
});
