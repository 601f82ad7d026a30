import { expect, test } from 'vitest';
import { findDeadlines } from './deadlines.ts';

test.each<[string, number | null, [string, string][]]>([
  ['拟定于2031年8月底前运行', 2030, [['2031年8月底前', '2031-08-31']]],
  ['9月底通过验收', 2031, [['2031年9月底', '2031-09-30']]],
  ['6月15日前完成', 2031, [['2031年6月15日前', '2031-06-15']]],
  ['年内竣工', 2031, [['2031年内', '2031-12-31']]],
  ['2032年2月底前通车', 2031, [['2032年2月底前', '2032-02-29']]],
  ['年内竣工', null, []],
  ['2031年8月启动', 2031, []],
  ['全镇新增车位', 2031, []],
])('%s, said in %s', (text, year, deadlines) => {
  expect(findDeadlines(text, year).map((deadline) => [deadline.text, deadline.by])).toEqual(deadlines);
});
