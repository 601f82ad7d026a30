import { beforeAll, describe, expect, test } from 'vitest';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import { countsTheSame } from './counted.ts';
import { readTestPages, sentenceWith, understandingOf } from './test-pages.ts';

let index: CorpusIndex;
beforeAll(() => {
  index = readTestPages();
});

describe('a sentence counts what the question wants counted', () => {
  test.each<[string, string, boolean]>([
    ['配了几辆消防车', '配备消防车2辆', false],
    ['执法队有多少名队员', '现有队员22名', false],
    ['指挥中心有几个指挥中心', '1个指挥中心', true],
    ['建了几支队伍', '3支队伍', true],
    ['建了几支车队', '3支队伍', false],
    ['建了几套队伍', '3支队伍', false],
    ['有几个', '1个指挥中心', false],
    ['第几支队伍', '3支队伍', false],
    ['队伍在哪里', '3支队伍', false],
  ])('%s, told by %s: %j', (question, words, same) => {
    expect(countsTheSame(understandingOf(question), sentenceWith(index, words))).toBe(same);
  });
});
