import { beforeAll, describe, expect, test } from 'vitest';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import { Citations, isVerbatim, type Source } from './citations.ts';
import { readTestPages, sentenceWith } from './test-pages.ts';

let index: CorpusIndex;
beforeAll(() => {
  index = readTestPages();
});
const sourceOf = (words: string): Source => {
  const { document, start, end, headline } = sentenceWith(index, words);
  return { document, start, end, headline };
};

describe('citations', () => {
  test('are marked from 1 in order of first use, the same stretch once', () => {
    const citations = new Citations(index);
    expect(citations.mark(sourceOf('现有队员22名'))).toBe(1);
    expect(citations.mark(sourceOf('累计送餐'))).toBe(2);
    expect(citations.mark(sourceOf('现有队员22名'))).toBe(1);
    expect(citations.list.map(({ mark }) => mark)).toEqual([1, 2]);
  });

  test('say where they stand: title, town, period, line', () => {
    const citations = new Citations(index);
    citations.mark(sourceOf('累计送餐'));
    const text = index.documents.get('liantang.txt')!.text;
    expect(citations.list[0]).toMatchObject({
      document: 'liantang.txt',
      title: '莲塘镇一年工作回眸',
      town: '莲塘镇',
      period: '2021—2022年',
      line: text.slice(0, text.indexOf('新建老年食堂4家')).split('\n').length,
      quote: '新建老年食堂4家，累计送餐4.6万份。',
    });
  });

  test('are titled by the page when no headline is known', () => {
    const citations = new Citations(index);
    citations.mark({ ...sourceOf('现有队员22名'), headline: null });
    expect(citations.list[0]?.title).toBe('竹川镇列出民生清单');
  });

  test('quote on one line what the page broke over two', () => {
    const text = index.documents.get('zhuchuan.txt')!.text;
    const start = text.indexOf('培训');
    const end = text.indexOf('3家') + 2;
    const citations = new Citations(index);
    citations.mark({ document: 'zhuchuan.txt', start, end, headline: null });
    expect(citations.list[0]?.quote).toBe('培训 护理员45名。实事工程： 建成村级卫生室3家');
    expect(isVerbatim(index, citations.list[0]!)).toBe(true);
  });
});

describe('a quote is verbatim', () => {
  const given = () => {
    const citations = new Citations(index);
    citations.mark(sourceOf('现有队员22名'));
    return citations.list[0]!;
  };

  test('when white space and punctuation alone differ', () => {
    const citation = given();
    expect(isVerbatim(index, citation)).toBe(true);
    expect(isVerbatim(index, { ...citation, quote: ` ${citation.quote.replaceAll('，', ', ')}！` })).toBe(
      true,
    );
  });

  test.each<[string, (quote: string) => string]>([
    ['a word is added', (quote) => `据说${quote}`],
    ['a word is missing', (quote) => quote.slice(2)],
    ['a figure differs', (quote) => quote.replace('22', '23')],
    ['it is empty', () => ''],
  ])('not when %s', (_, change) => {
    const citation = given();
    expect(isVerbatim(index, { ...citation, quote: change(citation.quote) })).toBe(false);
  });

  test('not when it is longer than 200 characters', () => {
    const { text } = index.documents.get('zhuchuan.txt')!;
    const long = { ...given(), start: 0, end: 400, quote: text.slice(0, 400) };
    expect(isVerbatim(index, long)).toBe(false);
  });
});
