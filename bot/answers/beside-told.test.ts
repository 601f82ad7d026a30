import { beforeAll, describe, expect, test } from 'vitest';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import { dateBeside } from './beside-told.ts';
import {
  candidateFor,
  needsFor,
  readTestPage,
  sentenceWith,
  statementWith,
  understandingOf,
} from './test-pages.ts';

let index: CorpusIndex;
beforeAll(() => {
  index = readTestPage(`竹川荷灯馆

本报讯 2022年5月，沿河路上的荷灯馆破土动工。2023年8月，荷灯馆正式迎客。馆里挂着三百盏灯。2023年10月，镇里又添了一座石拱桥。
`);
});

const beside = (told: string, other: string, score: number): string | undefined =>
  dateBeside(
    index,
    understandingOf('哪年哪月放人进去'),
    statementWith(index, told),
    [candidateFor(sentenceWith(index, other), {}, { score })],
    needsFor(),
  )?.text;

describe('a second date', () => {
  test('is told by the sentence beside the first one’s that was nearly as good', () => {
    expect(beside('破土动工', '正式迎客', 0.7)).toContain('2023年8月');
    expect(beside('正式迎客', '破土动工', 0.7)).toContain('2022年5月');
  });

  test('is not told by a sentence that is far from the best, farther away, or dates nothing else', () => {
    expect(beside('破土动工', '正式迎客', 0.5)).toBeUndefined();
    expect(beside('破土动工', '石拱桥', 0.7)).toBeUndefined();
    expect(beside('正式迎客', '三百盏灯', 0.7)).toBeUndefined();
  });
});
