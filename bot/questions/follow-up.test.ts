import { describe, expect, test } from 'vitest';
import { askedAgain, isBareFollowUp } from './follow-up.ts';

const TOWNS = { known: ['竹川镇', '莲塘镇'], others: [] };
const again = (text: string, earlier = '竹川2023年藕粉产值的增速目标是多少'): string | undefined =>
  askedAgain(text, earlier, TOWNS);

describe('a follow-up that swaps the town', () => {
  test.each([
    '这个指标莲塘2021年是什么情况?',
    '那莲塘镇呢',
    '莲塘2022年的情况怎么样',
  ])('asks the earlier question again, of no year and no aim: %s', (text) => {
    expect(again(text)).toBe('藕粉产值的增速是多少');
  });

  test('asks for the aim when it names one', () => {
    expect(again('莲塘方面同一指标的目标呢,2023年的', '竹川镇2021年新认定企业多少家')).toBe(
      '目标新认定企业多少家',
    );
  });
});

describe('a follow-up that names nothing', () => {
  test.each([
    '那隔壁镇呢',
    '那莲塘呢',
    '还有呢',
    '那前一年呢?',
    '2022年呢',
    '那别的镇2021年的情况呢',
  ])('leans on earlier turns alone: %s', (text) => {
    expect(isBareFollowUp(text, TOWNS)).toBe(true);
  });

  test.each([
    '那食堂呢',
    '莲塘的镇长呢',
    '那个书房在哪里',
    '莲塘镇',
    '镇长是谁',
    '还有哪些公园',
  ])('is none: %s', (text) => {
    expect(isBareFollowUp(text, TOWNS)).toBe(false);
  });
});

describe('any other follow-up', () => {
  test.each([
    '那2022年呢',
    '莲塘的书房在哪里',
    '那食堂呢',
    '莲塘呢和竹川谁的食堂多',
    '',
  ])('is not the earlier question: %s', (text) => {
    expect(again(text)).toBeUndefined();
  });

  test('is not asked again where nothing was asked before', () => {
    expect(again('那莲塘呢', '')).toBeUndefined();
  });
});
