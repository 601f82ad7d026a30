import { expect, test } from 'vitest';
import { type DateVerdict, judgeDate } from './page-facts.ts';

const year = { value: '2031', precision: 'year' } as const;
const month = { value: '2031-04', precision: 'month' } as const;

test.each<[typeof year | typeof month | null, string, 'day' | 'month' | 'year' | null, DateVerdict]>([
  [month, '2031-04-09', 'month', 'right'],
  [month, '2031-04-09', 'year', 'right'],
  [year, '2031-04-09', 'day', 'coarse'],
  [null, '2031-04-09', 'year', 'none'],
  [null, '2031-04-09', null, 'right'],
  [year, '2032-04-09', 'year', 'wrong'],
  [month, '2031-05-09', 'day', 'wrong'],
  [year, '2030-05-09', null, 'wrong'],
])('%j for %s, of which the page shows %s, is told apart', (found, value, shown, verdict) => {
  expect(judgeDate(found, { value, shown })).toBe(verdict);
});
