import { expect, test } from 'vitest';
import { bare, coversHalf, documentName, fold, grams, withoutSpace } from './folded-text.ts';

test.each([
  ['full width becomes half width', '１２．５亿', '12.5亿'],
  ['white space goes, ideographic blanks too', ' 7月\n6　日 ', '7月6日'],
  ['separators of thousands go, other commas stay', '1,200,000元,约', '1200000元,约'],
  ['middle dots go', '访·Mall', '访mall'],
  ['a Chinese comma becomes a plain one', '甲，乙', '甲,乙'],
])('folding: %s', (_, given, expected) => {
  expect(fold(given)).toBe(expected);
});

test('a comma before fewer than three digits is no separator of thousands', () => {
  expect(fold('1,20')).toBe('1,20');
});

test('bare text keeps letters, digits, Chinese characters, percent signs and points only', () => {
  expect(bare('“增长”7.5％（以上）！A-F类')).toBe('增长7.5%以上af类');
});

test('a byte order mark is no white space', () => {
  expect(withoutSpace('\ufeff 甲')).toBe('\ufeff甲');
});

test('grams are runs of four, each once; a short text is one run', () => {
  expect([...grams('一二三四五')]).toEqual(['一二三四', '二三四五']);
  expect([...grams('一一一一一')]).toEqual(['一一一一']);
  expect([...grams('一二')]).toEqual(['一二']);
  expect([...grams('！')]).toEqual(['']);
});

test('half of the runs is enough to cover a quote, less is not', () => {
  // 一二三四五六七 has the four runs 一二三四, 二三四五, 三四五六, 四五六七.
  expect(coversHalf('一二三四五六七', '一二三四五')).toBe(true);
  expect(coversHalf('一二三四五六七', '一二三四')).toBe(false);
});

test('documents are known by the last part of their path', () => {
  expect(documentName('seeds/page.txt')).toBe('page.txt');
  expect(documentName('page.txt')).toBe('page.txt');
});
