import { expect, test } from 'vitest';
import { yearsSpanned } from './periods.ts';

test.each([
  ['通过5年努力，产值突破30亿元', 5],
  ['五年招引项目15个', 5],
  ['三年内建成', 3],
  ['实施三年行动计划', null],
  ['近一年走访企业30家', null],
  ['2031年完成投资', null],
])('%s spans %s years', (text, years) => {
  expect(yearsSpanned(text, text.length)).toBe(years);
});
