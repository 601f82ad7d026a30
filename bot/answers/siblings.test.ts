import { beforeAll, describe, expect, test } from 'vitest';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import { enumerationAround, labelled, quotationAround, sentenceAfter, sentenceBefore } from './siblings.ts';
import { readTestPages, sentenceWith } from './test-pages.ts';

let index: CorpusIndex;
beforeAll(() => {
  index = readTestPages();
});
const at = (words: string) => sentenceWith(index, words);

describe('an enumeration over several sentences', () => {
  test.each([
    '完成固定资产投资25.2亿元',
    '电信网络诈骗',
    '财政总收入12.6亿元',
  ])('is found from each of its members: %s', (words) => {
    expect(enumerationAround(index, at(words)).map(({ text }) => text.slice(0, 4))).toEqual([
      '完成固定',
      '电信网络',
      '财政总收',
    ]);
  });

  test('ends with its section', () => {
    expect(enumerationAround(index, at('新建老年食堂4家'))).toEqual([at('新建老年食堂4家')]);
    expect(
      enumerationAround(index, at('力争完成固定资产投资')).map(({ sectionYear }) => sectionYear),
    ).toEqual([2022, 2022]);
  });

  test('is the sentence alone when nothing goes on', () => {
    expect(enumerationAround(index, at('现有队员22名'))).toEqual([at('现有队员22名')]);
  });
});

describe('neighbours', () => {
  test('stand in the same article and section', () => {
    expect(sentenceAfter(index, at('办理助餐卡'))?.text).toContain('村里核实年龄');
    expect(sentenceBefore(index, at('村里核实年龄'))?.text).toContain('办理助餐卡');
  });

  test('are none over the border of a section, an article or a page', () => {
    expect(sentenceAfter(index, at('新建老年食堂4家'))).toBeUndefined();
    expect(sentenceBefore(index, at('去年9月'))).toBeUndefined();
    expect(sentenceBefore(index, at('12月27日'))).toBeUndefined();
    expect(sentenceAfter(index, at('并逐步在'))).toBeUndefined();
  });
});

describe('sentences with a label', () => {
  test('are all of the page, in order', () => {
    expect(labelled(index, 'zhuchuan.txt', '实事工程').map(({ text }) => text)).toEqual([
      '实事工程：建成村级卫生室3家。',
      '实事工程：新增停车位150个。',
    ]);
  });

  test('are none of another page, and none with half a label', () => {
    expect(labelled(index, 'liantang.txt', '实事工程')).toEqual([]);
    expect(labelled(index, 'zhuchuan.txt', '实事')).toEqual([]);
  });
});

describe('a quotation', () => {
  test('is the sentences from where it opens to where it closes', () => {
    expect(quotationAround(index, at('十年前这条河')).length).toBeGreaterThanOrEqual(1);
    expect(quotationAround(index, at('十年前这条河'))[0]?.text).toMatch(/^“十年前/);
  });

  test('is the sentence alone where none is open', () => {
    expect(quotationAround(index, at('办理助餐卡'))).toEqual([at('办理助餐卡')]);
  });
});
