import { assert, constantFrom, integer, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalNumber, chineseNumeral, findNumbers } from './numbers.ts';

/** The numbers of a text in their one form, with what is counted. */
function read(text: string): string[] {
  return findNumbers(text).map((number) => `${canonicalNumber(number)}${number.unit}`);
}

describe('two spellings of a number have one form', () => {
  test.each([
    ['一百二十万', '120万'],
    ['一百二十万元', '120万元'],
    ['1,200,000元', '120万元'],
    ['１２０万元', '120万元'],
    ['两节足球课', '2节足球课'],
    ['十分钟', '10分钟'],
    ['一万二千亩', '12000亩'],
    ['两万五千元', '2.5万元'],
    ['一亿三千万元', '1.3亿元'],
    ['一万二千亿', '12000亿'],
    ['十万零五', '100005'],
    ['3.2万人次', '32000人次'],
    ['1.5万亿元', '15000亿元'],
    ['5千米', '5000米'],
    ['百分之四十', '40%'],
    ['百分之十二点五', '12.5%'],
    ['百分之40', '40%'],
    ['７.5％', '7.5%'],
    ['二〇三一年', '2031年'],
    ['近百名', '100名'],
  ])('%s is %s', (left, right) => {
    expect(read(left)).toEqual(read(right));
    expect(read(left)).toHaveLength(1);
  });
});

describe('a number is read with its value and what is counted', () => {
  test.each<[string, string[]]>([
    ['柳溪镇41个项目', ['41个']],
    ['1.29万次检查', ['12900次']],
    ['工业投资17.7亿元', ['1770000000元']],
    ['覆盖40%以上企业', ['40%']],
    ['10—20家', ['10', '20家']],
    ['3至5个', ['3', '5个']],
    ['15%—20%', ['15%', '20%']],
    ['2034- 2036年', ['2034', '2036年']],
    ['拨打12345 96345', ['12345', '96345']],
    ['32万平方米', ['320000平方米']],
    ['一公里', ['1公里']],
    ['三成', ['3成']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('a character of a numeral is no number by itself', () => {
  test.each(['统一', '一起', '三江', '十分高兴', '第一个', '一家', '万一', '千方', '零'])('%s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

test('a million paid each year is two numbers, not one', () => {
  expect(read('一百万一年')).toEqual(['1000000', '1年']);
});

describe('a Chinese numeral alone', () => {
  test.each<[string, number | undefined]>([
    ['一百二十', 120],
    ['两千零五', 2005],
    ['十五', 15],
    ['二〇二三', 2023],
    ['三百二十万五千', 3_205_000],
    ['一万亿', 1e12],
    ['柳', undefined],
    ['万', undefined],
    ['三个', undefined],
    ['', undefined],
  ])('%s is %s', (text, value) => {
    expect(chineseNumeral(text)).toBe(value);
  });
});

test('spans are places in the text as it was given, full-width digits included', () => {
  const text = '完成投资４.１亿元，同比增长百分之十，共两节课';
  expect(findNumbers(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    '４.１亿元',
    '百分之十',
    '两节',
  ]);
});

test('every whole number below a hundred million is read back from its Chinese spelling', () => {
  assert(
    property(integer({ min: 1, max: 99_999_999 }), (value) => {
      expect(chineseNumeral(spell(value))).toBe(value);
    }),
  );
});

test('every whole number is read back from its digits, with separators or without', () => {
  assert(
    property(integer({ min: 0, max: 1e9 }), constantFrom('个', '亩', ''), (value, unit) => {
      expect(read(`共${value}${unit}。`)).toEqual([`${value}${unit}`]);
      expect(read(`共${value.toLocaleString('en-US')}${unit}。`)).toEqual([`${value}${unit}`]);
    }),
  );
});

test('any text at all gives spans in order that do not overlap', () => {
  assert(
    property(string({ unit: constantFrom(...'0一十百千万亿两点，.,%个年分之百３ ') }), (text) => {
      let from = 0;
      for (const { start, end, value } of findNumbers(text)) {
        expect(start).toBeGreaterThanOrEqual(from);
        expect(end).toBeGreaterThan(start);
        expect(value).not.toBeNaN();
        from = end;
      }
    }),
  );
});

/** A number as it is spelt in Chinese: 1020 is 一千零二十. */
function spell(value: number): string {
  if (value >= 10_000) {
    const rest = value % 10_000;
    const gap = rest > 0 && rest < 1000 ? '零' : '';
    return `${spell(Math.floor(value / 10_000))}万${gap}${rest === 0 ? '' : spell(rest)}`;
  }
  let text = '';
  let gap = false;
  for (const [position, digit] of String(value).padStart(4, '0').split('').map(Number).entries()) {
    if (digit === 0) {
      gap = text !== '';
      continue;
    }
    text += `${gap ? '零' : ''}${'零一二三四五六七八九'[digit]}${['千', '百', '十', ''][position]}`;
    gap = false;
  }
  return text;
}
