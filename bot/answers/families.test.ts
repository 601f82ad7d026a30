import { beforeAll, describe, expect, test } from 'vitest';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import { familyOf } from './families.ts';
import { readTestPages, sentenceWith } from './test-pages.ts';

let index: CorpusIndex;
beforeAll(() => {
  index = readTestPages();
});

const namesOf = (words: string, parts: number, character: string): string[] | undefined =>
  familyOf(index, sentenceWith(index, words), { parts, character })?.map(({ name }) => name);

describe('a family told one by one', () => {
  test('is the quotations that hold the shared word', () => {
    expect(namesOf('四个“养”', 4, '养')).toEqual(['养土', '养水', '养藕', '养市']);
  });

  test('is the clauses that hold it, when they stand in no quotation marks', () => {
    expect(namesOf('三个“第一”', 3, '第一')).toEqual([
      '石拱桥将成为古镇第一标识',
      '糖藕将成为古镇第一名片',
      '望月阁将成为古镇第一窗口',
    ]);
  });

  test('is found from any of its sentences', () => {
    expect(namesOf('“养水”', 4, '养')).toHaveLength(4);
    expect(namesOf('望月阁', 3, '第一')).toHaveLength(3);
  });

  test('names with every member the sentence that tells it', () => {
    const family = familyOf(index, sentenceWith(index, '四个“养”'), { parts: 4, character: '养' })!;
    for (const { sentence, name } of family) expect(sentence.text).toContain(name);
    expect(new Set(family.map(({ sentence }) => sentence.id)).size).toBe(3);
  });

  test.each<[string, string, number, string]>([
    ['fewer members than are counted', '四个“养”', 5, '养'],
    ['more members than are counted', '四个“养”', 3, '养'],
    ['clauses that are too many', '三个“第一”', 2, '第一'],
    ['a single character in clauses, which proves little', '三个“第一”', 4, '古'],
    ['another article than the one found', '祁春生', 4, '养'],
    ['another town’s page', '三源共治', 4, '养'],
    ['a word that nothing holds', '四个“养”', 4, '稻'],
  ])('is none of %s', (_, words, parts, character) => {
    expect(namesOf(words, parts, character)).toBeUndefined();
  });

  test('is not looked for far from the sentence that counts it', () => {
    const near = sentenceWith(index, '四个“养”');
    const slogan = { parts: 4, character: '养' };
    expect(familyOf(index, { ...near, id: near.id + 15 }, slogan)).toHaveLength(4);
    expect(familyOf(index, { ...near, id: near.id + 16 }, slogan)).toBeUndefined();
  });
});
