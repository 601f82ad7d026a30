import { describe, expect, test } from 'vitest';
import { isMarked, readDateLine } from './date-line.ts';

describe('a line that dates a page', () => {
  test.each([
    ['2024年3月15日 星期五', '2024-03-15'],
    ['星期五 2024年3月15日', '2024-03-15'],
    ['二〇二四年三月十五日 星期五', '2024-03-15'],
    ['二○二四年十二月三十一日', '2024-12-31'],
    ['２０２４．０３．１５ 第12期', '2024-03-15'],
    ['2024/3/5 A3版', '2024-03-05'],
    ['第12期 2024 年 3 月 15 日 本期四版', '2024-03-15'],
    ['今日柳溪 2024年3月15日', '2024-03-15'],
    ['2024年3月 第3期', '2024-03'],
    ['2024年3月号（总第30期）', '2024-03'],
    ['2024年第6期（总第30期）', '2024'],
    ['总第30期 2024年冬季刊', '2024'],
  ])('%s', (line, value) => {
    expect(readDateLine(line)?.value).toBe(value);
  });

  test.each([
    '2024年3月15日，柳溪镇开会',
    '柳溪镇 2024年3月15日开会',
    '2024年工作回顾',
    '2024年',
    '3月15日 星期五',
    '电话：2024-3156',
  ])('is not %s', (line) => {
    expect(readDateLine(line)).toBeNull();
  });

  test('shows that it is the page’s own by a weekday or an issue', () => {
    expect(isMarked('2024年3月15日 星期五')).toBe(true);
    expect(isMarked('2024年3月15日')).toBe(false);
  });
});
