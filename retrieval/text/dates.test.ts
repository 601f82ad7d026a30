import { describe, expect, test } from 'vitest';
import { findDates, formatDate, yearsNamed } from './dates.ts';

/** The dates of a text as a person reads them, on a page of 2032. */
function read(text: string): string[] {
  return findDates(text, 2032).map(formatDate);
}

describe('a date that leans on the page is resolved by its year', () => {
  test.each([
    ['今年4月，综合执法队挂牌', '2032年4月'],
    ['早在去年9月', '2031年9月'],
    ['7月6日，联盟成立', '2032年7月6日'],
    ['明年3月初完工', '2033年3月初'],
    ['前年启动', '2030年'],
    ['今年以来', '2032年'],
    ['本年度安排', '2032年'],
    ['上年末', '2031年末'],
    ['今年的9月', '2032年9月'],
    ['1—8月', '2032年1—8月'],
  ])('%s: %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
    expect(findDates(text, 2032)[0]!.resolved).toBe(true);
  });
});

describe('a date that names its year keeps it', () => {
  test.each([
    ['2029年12月27日', '2029年12月27日'],
    ['2034年起力争', '2034年起'],
    ['2033年度任务', '2033年'],
    ['2031 年 10月', '2031年10月'],
  ])('%s', (text, expected) => {
    expect(read(text)[0]).toBe(expected);
    expect(findDates(text, 2032)[0]!.resolved).toBe(false);
  });
});

describe('the words after a date that belong to it', () => {
  test.each([
    ['8月底前', '2032年8月底前'],
    ['5月中旬', '2032年5月中旬'],
    ['2033年12月31日前', '2033年12月31日前'],
    ['2035年年底前', '2035年底前'],
    ['今年年初', '2032年初'],
    ['6月份起', '2032年6月起'],
    ['2033年底之前', '2033年底之前'],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

describe('the beginning of the next word is no suffix', () => {
  test.each([
    ['2033年前三季度', '2033年'],
    ['2033年前11个月', '2033年'],
    ['1月15日前后', '2032年1月15日'],
    ['2033年初步建成', '2033年'],
    ['2033年初中毕业', '2033年'],
    ['2034年起草', '2034年'],
    ['去年底线', '2031年'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

describe('what looks like a month is none', () => {
  test.each(['6个月', '第3月', '3.5月', '13月', '每1月', '30号'])('%s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

test('without a page year what leans on it keeps an unknown year', () => {
  expect(findDates('去年9月，2031年5月')).toMatchObject([
    { year: undefined, month: 9, resolved: true },
    { year: 2031, month: 5, resolved: false },
  ]);
});

test('spans are the printed words, suffix included, in reading order', () => {
  const text = '今年4月挂牌，拟于2033年8月底前运行';
  expect(findDates(text, 2032).map(({ start, end }) => text.slice(start, end))).toEqual([
    '今年4月',
    '2033年8月底前',
  ]);
});

test('the years that a text names are told once each, in order, and four digits inside a number are none', () => {
  expect(yearsNamed('2034- 2036年，较2034年增长；电话12031999')).toEqual([2034, 2036]);
});
