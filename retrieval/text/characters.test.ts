import { assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bare, characterPairs, fold, isHan, simplify } from './characters.ts';

describe('folding brings text to the one form in which it is compared', () => {
  test.each([
    ['full width to half width', 'ＡＢＣ１２３％', 'abc123%'],
    ['Traditional to Simplified', '臺灣老年食堂', '台湾老年食堂'],
    ['upper case to lower case', 'App', 'app'],
    ['compatibility forms to plain ones', '㎡⼈', 'm2人'],
  ])('%s', (_title, text, expected) => {
    expect(fold(text)).toBe(expected);
  });

  test('twice is the same as once', () => {
    const unit = constantFrom(...'柳溪鎮臺後面Ａa１２％，……“”①㎡⼈ 　\n');
    assert(
      property(string({ unit }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

test('Simplified characters that are Traditional ones of another word stay', () => {
  expect(simplify('后面的皇后')).toBe('后面的皇后');
});

describe('bare text holds only what a quotation is compared by', () => {
  test.each([
    ['1,200 元；', '1200元'],
    ['“山水新镇、\n创智高地”', '山水新镇创智高地'],
    ['增长 8.5％', '增长8.5%'],
    ['甲,乙', '甲乙'],
    ['No.1，3.5万……！', 'no13.5万'],
    ['……！', ''],
  ])('%s', (text, expected) => {
    expect(bare(text)).toBe(expected);
  });
});

test('pairs of characters overlap and step over blanks and marks', () => {
  expect(characterPairs('柳溪 镇。')).toEqual(['柳溪', '溪镇']);
  expect(characterPairs('柳')).toEqual([]);
});

test.each([
  ['镇', true],
  ['a', false],
  ['，', false],
  ['柳溪', false],
])('%s is one Chinese character: %s', (text, expected) => {
  expect(isHan(text)).toBe(expected);
});
