import { beforeAll, describe, expect, test } from 'vitest';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import { rowNamed } from './row-named.ts';
import { candidateFor, needsFor, readTestPages, sentenceWith, understandingOf } from './test-pages.ts';

let index: CorpusIndex;
beforeAll(() => {
  index = readTestPages();
});

const told = (question: string, near = '新增停车位150个'): string[] | undefined =>
  rowNamed(
    index,
    understandingOf(question),
    question,
    [candidateFor(sentenceWith(index, near), { row: 1 })],
    needsFor(),
  )?.map(({ text }) => text);

describe('a row asked for by its number', () => {
  test('is told by its name, without the number that was asked', () => {
    expect(told('民生清单第3项叫什么')).toEqual(['文化惠民']);
  });

  test('is told with the heading under which it stands, when that is asked', () => {
    expect(told('民生清单第2项叫什么名字,归在哪一块')).toEqual(['道路更新', '一、普惠共享，让民更暖']);
    expect(told('清单第2项归在哪一块')).toEqual(['一、普惠共享，让民更暖']);
  });

  test('is told with the others asked for beside it', () => {
    expect(told('民生清单第2项和第3项叫什么')).toEqual(['道路更新', '文化惠民']);
    expect(told('民生清单从1号到3号，项目名称依次是')).toEqual(['养老服务', '道路更新', '文化惠民']);
    expect(told('民生清单第3项到第9项叫什么名字')).not.toEqual(expect.arrayContaining(['道路更新']));
    expect(told('民生清单从3号到9号叫什么')).toBeUndefined();
  });

  test.each([
    '民生清单第3项要办多少场',
    '民生清单第9项叫什么',
    '清单叫什么',
  ])('is not told by its name for another question: %s', (question) => {
    expect(told(question)).toBeUndefined();
  });

  test('is not looked for on a page without it', () => {
    expect(told('第3项叫什么', '糖藕将成为')).toBeUndefined();
  });
});
