import { expect, test } from 'vitest';
import { readDay } from './row-filter.ts';

test.each([
  ['2023', '2023-12-31'],
  ['2023年', '2023-12-31'],
  ['2023-8', '2023-08-31'],
  ['2023年8月', '2023-08-31'],
  ['2024-02', '2024-02-29'],
  ['2023-08-05', '2023-08-05'],
  ['2023年8月5日', '2023-08-05'],
  ['2023/8/5', '2023-08-05'],
  [' 2023-08-05 ', '2023-08-05'],
  ['2023-13', undefined],
  ['2023-02-30', undefined],
  ['明天', undefined],
  ['23-1-1', undefined],
])('%s is read as %s', (typed, day) => {
  expect(readDay(typed)).toBe(day);
});
