import { assert, constantFrom, property, uniqueArray } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coverage, likeness } from './likeness.ts';

const even = (): number => 1;
const terms = uniqueArray(constantFrom('食', '堂', '送', '餐', '钱')).map((some) => new Set(some));

describe('the likeness of two texts', () => {
  test.each<[string, string, string, number]>([
    ['the same terms', '食堂', '食堂', 1],
    ['no common term', '食堂', '送餐', 0],
    ['half of each', '食堂', '食钱', 0.5],
    ['a short one within a long one', '食', '食堂送', 0.5],
    ['nothing and something', '', '食堂', 0],
    ['nothing and nothing', '', '', 0],
  ])('%s: %s and %s', (_title, left, right, expected) => {
    expect(likeness(new Set(left), new Set(right), even)).toBeCloseTo(expected);
  });

  test('counts a rare term more', () => {
    const weight = (term: string): number => (term === '餐' ? 9 : 1);
    expect(likeness(new Set('送餐'), new Set('餐'), weight)).toBeGreaterThan(
      likeness(new Set('送餐'), new Set('送'), weight),
    );
  });

  test('is the same both ways, and between 0 and 1', () => {
    assert(
      property(terms, terms, (left, right) => {
        const value = likeness(left, right, (term) => term.codePointAt(0)!);
        expect(value).toBeCloseTo(likeness(right, left, (term) => term.codePointAt(0)!));
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('how much of what is wanted is there', () => {
  const wanted = new Map([
    ['送餐', 3],
    ['免费', 1],
  ]);
  test.each<[string, string[], number]>([
    ['all of it', ['送餐', '免费', '上门'], 1],
    ['the weightier part', ['送餐'], 0.75],
    ['the lighter part', ['免费'], 0.25],
    ['nothing', ['上门'], 0],
  ])('%s', (_title, given, expected) => {
    expect(coverage(wanted, new Set(given))).toBe(expected);
  });

  test('is nothing when nothing is wanted', () => {
    expect(coverage(new Map(), new Set(['送餐']))).toBe(0);
  });
});
