import { beforeAll, describe, expect, test } from 'vitest';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import { sameRows, tellSameRows } from './rows.ts';
import { readTestPages, understandingOf } from './test-pages.ts';

let index: CorpusIndex;
beforeAll(() => {
  index = readTestPages();
});

describe('rows that print the same words', () => {
  test.each([
    '第3项和第4项有什么区别',
    '序号3、4的内容一样吗',
    '竹川镇第3项和第4项有什么不同',
  ])('are told once when they are compared: %s', (question) => {
    const same = sameRows(index, understandingOf(question));
    expect(same?.numbers).toEqual([3, 4]);
    expect(same?.sentence.text).toContain('举办荷灯会等活动12场');
    expect(same?.names.map(({ row }) => row?.name)).toEqual(['文化惠民', '文化富民']);
  });

  test.each([
    ['that differ', '第1项和第2项有什么区别'],
    ['that are not compared', '第3项和第4项各写了什么'],
    ['of which one is named', '第3项有什么不同'],
    ['that are not there', '第33项和第34项有什么区别'],
    ['of another town', '莲塘镇第3项和第4项有什么区别'],
  ])('are not rows %s', (_, question) => {
    expect(sameRows(index, understandingOf(question))).toBeUndefined();
  });
});

test('rows are named, and every mark stands behind its words', () => {
  const same = sameRows(index, understandingOf('第3项和第4项有什么区别'))!;
  const { answer, citations } = tellSameRows(index, same);
  expect(answer).toMatch(/^原表第3、4行（文化惠民\[1\]、文化富民\[2\]）.*荷灯会.*\[3\]$/);
  expect(citations).toHaveLength(3);
});
