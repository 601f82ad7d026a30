import { beforeAll, describe, expect, test } from 'vitest';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import { filteredList, labelledList, wholeList } from './lists.ts';
import type { Statement } from './statement.ts';
import {
  candidateFor,
  needsFor,
  readTestPages,
  sentenceWith,
  statementWith,
  understandingOf,
} from './test-pages.ts';

let index: CorpusIndex;
beforeAll(() => {
  index = readTestPages();
});
const given = { terms: new Map<string, number>(), persons: [] };
const textsOf = (statements: readonly Statement[] | undefined): string[] | undefined =>
  statements?.map(({ text }) => text);

describe('a list over several sentences', () => {
  const whole = (question: string, words: string) =>
    wholeList(index, understandingOf(question), [statementWith(index, words)], needsFor());

  test('is said whole, every member cited by itself', () => {
    const list = whole('2021年完成了哪些指标', '电信网络诈骗');
    expect(textsOf(list)).toEqual([
      '完成固定资产投资25.2亿元，同比增长76.1%；',
      '电信网络诈骗发案数同比下降31.5%；',
      '财政总收入12.6亿元，同比增长8.3%。',
    ]);
    expect(new Set(list?.map(({ start }) => start)).size).toBe(3);
  });

  test('is not made of neighbours when one sentence holds the items asked for', () => {
    expect(whole('好人有哪四位', '祁春生、罗巧云')).toBeUndefined();
    expect(whole('“三源共治”是哪三源', '三源共治')).toBeUndefined();
  });

  test('is not made for another sort of question, of one member, or of nothing', () => {
    expect(whole('2021年投资多少', '电信网络诈骗')).toBeUndefined();
    expect(whole('有哪些队员', '现有队员22名')).toBeUndefined();
    expect(wholeList(index, understandingOf('有哪些指标'), [], needsFor())).toBeUndefined();
  });

  test('must spell a slogan out', () => {
    expect(whole('“五微共建”是哪五微', '电信网络诈骗')).toBeUndefined();
  });
});

describe('a list of what carries a label', () => {
  const near = () => [candidateFor(sentenceWith(index, '建成村级卫生室'))];

  test('holds all of the page', () => {
    expect(textsOf(labelledList(index, understandingOf('标“实事工程”的有哪些'), near(), given))).toEqual([
      '实事工程：建成村级卫生室3家。',
      '实事工程：新增停车位150个。',
    ]);
  });

  test('holds those of one row when the row is named', () => {
    const question = '“道路更新”里标“实事工程”的有哪些';
    expect(textsOf(labelledList(index, understandingOf(question), near(), given))).toEqual([
      '实事工程：新增停车位150个。',
    ]);
  });

  test('is none without a label, with one that is not there, or for another sort of question', () => {
    expect(labelledList(index, understandingOf('实事工程有哪些'), near(), given)).toBeUndefined();
    expect(labelledList(index, understandingOf('标“重点工程”的有哪些'), near(), given)).toBeUndefined();
    expect(labelledList(index, understandingOf('标“实事工程”的有几个'), near(), given)).toBeUndefined();
  });
});

describe('a list by a condition', () => {
  const filtered = (question: string, words: string) => {
    const understanding = understandingOf(question);
    const best = candidateFor(sentenceWith(index, words));
    return textsOf(filteredList(index, understanding, understanding.aspects[0]!, best, given));
  };

  test('holds every sentence of the page that meets it', () => {
    const found = filtered('哪些指标增长5%以上', '完成固定资产投资25.2亿元');
    expect(found).toHaveLength(3);
    expect(found?.join()).toMatch(/76\.1%.*8\.3%.*6%以上/);
  });

  test('holds those of the year asked for', () => {
    const found = filtered('2021年哪些指标增长5%以上', '完成固定资产投资25.2亿元');
    expect(found).toHaveLength(2);
    expect(found?.join()).not.toContain('6%以上');
  });

  test('is none when one alone meets it, or nothing is asked to be met', () => {
    expect(filtered('哪些指标增长50%以上', '完成固定资产投资25.2亿元')).toBeUndefined();
    expect(filtered('有哪些指标', '完成固定资产投资25.2亿元')).toBeUndefined();
  });
});
