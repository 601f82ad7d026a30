import { describe, expect, test } from 'vitest';
import { type Bound, findQuantities } from './quantities.ts';

describe('a figure is read with its unit and its bound', () => {
  test.each<[string, string, number, string, Bound]>([
    ['完成投资4.1亿元以上', '4.1亿元以上', 410_000_000, '元', 'at_least'],
    ['红榜单位不少于8家', '不少于8家', 8, '家', 'at_least'],
    ['覆盖率不低于90%', '不低于90%', 90, '%', 'at_least'],
    ['至少五次训练', '至少五次', 5, '次', 'at_least'],
    ['黑榜单位不超过2家', '不超过2家', 2, '家', 'at_most'],
    ['费用不超2.5万元', '不超2.5万元', 25_000, '元', 'at_most'],
    ['控制在30天以内', '控制在30天', 30, '天', 'at_most'],
    ['拆除违建超52万平方米', '超52万平方米', 520_000, '平方米', 'more_than'],
    ['产值突破30亿元', '突破30亿元', 3_000_000_000, '元', 'more_than'],
    ['新增停车位800余个', '800余个', 800, '个', 'more_than'],
    ['150多名选手', '150多名', 150, '名', 'more_than'],
    ['认定人才近百名', '近百名', 100, '名', 'nearly'],
    ['约31公里道路', '约31公里', 31, '公里', 'about'],
    ['占地40亩左右', '40亩左右', 40, '亩', 'about'],
    ['不足三成，即25%', '25%', 25, '%', 'exact'],
    ['十公里以上道路', '十公里以上', 10, '公里', 'at_least'],
    ['参保率达到９９.5％', '９９.5％', 99.5, '%', 'exact'],
    ['走访企业1,536家次', '1,536家次', 1536, '家次', 'exact'],
  ])('%s', (text, written, value, unit, bound) => {
    const found = findQuantities(text).at(-1)!;
    const read = found.percent ? '%' : found.unit;
    expect([text.slice(found.start, found.end), found.value, read, found.bound]).toEqual([
      written,
      value,
      unit,
      bound,
    ]);
  });
});

test.each([
  ['a date', '2031年8月6日'],
  ['an ordinal', '第三批第2届'],
  ['a slogan in quotation marks', '“四大跃升”“15分钟生活圈”“17+”'],
  ['a name with digits', 'G20峰会的5人制足球场'],
  ['a circle of minutes', '15分钟医疗服务圈'],
  ['a village', '联三村、兴四路'],
  ['a period', '三年行动'],
  ['the part of a word', '三场所和一次'],
])('%s is no figure', (_, text) => {
  expect(findQuantities(text)).toEqual([]);
});
