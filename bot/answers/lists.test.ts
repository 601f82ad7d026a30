import { beforeAll, describe, expect, test } from 'vitest';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import { familyList, filteredList, labelledList, mentionsList, wholeList } from './lists.ts';
import type { Statement } from './statement.ts';
import {
  candidateFor,
  needsFor,
  readTestPage,
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

  test('goes on behind the semicolon when the sentence found told but the first of a named pair', () => {
    expect(textsOf(whole('“双三百”是哪两个目标', '双三百'))).toEqual([
      '莲塘定下“双三百”目标，即藕粉产值突破300万元；',
      '糖藕产值突破300万元。',
    ]);
  });

  test('goes on, too, for a name that the page alone quotes and that says how many', () => {
    expect(whole('双三百是哪两个目标', '双三百')).toHaveLength(2);
    const page = readTestPage(`竹川镇连片种藕

本报讯 竹川镇建起“1+3”片区，即藕田、荷塘；糖藕坊连成一片。
`);
    const question = understandingOf('1+3里头是哪两个');
    expect(wholeList(page, question, [statementWith(page, '片区')], needsFor())).toBeUndefined();
  });

  test('does not go on for a question that quotes no name, or where no semicolon follows', () => {
    expect(whole('哪两个300万元', '双三百')).toBeUndefined();
    expect(whole('“三源共治”是哪三个源', '三源共治')).toBeUndefined();
  });

  test('is not made when all of it tells fewer than were asked for', () => {
    expect(whole('“双三百”是哪两个目标', '双三百')).toHaveLength(2);
    expect(whole('莲塘的七块招牌分别叫什么', '双三百')).toBeUndefined();
  });

  test('is not made where one sentence names both that are asked for', () => {
    const page = readTestPage(`竹川镇连片种藕

本报讯 建成荷香村示范村；做好藕香村提升型莲香村示范型未来乡村准备；完成其他工作。
`);
    const question = understandingOf('提升型、示范型分别是哪个村');
    expect(wholeList(page, question, [statementWith(page, '提升型')], needsFor())).toBeUndefined();
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

describe('a family', () => {
  const family = (question: string, words: string) =>
    textsOf(familyList(index, understandingOf(question), [candidateFor(sentenceWith(index, words))], given));

  test('is told in the sentences that tell its members, each once', () => {
    expect(family('四个“养”分别是什么', '四个“养”')).toEqual([
      '一是以“养土”稳产量。',
      '二是以“养水”提品质。',
      '三是以“养藕”育良种，四是以“养市”拓销路。',
    ]);
    expect(family('三个“第一”是哪三个', '三个“第一”')).toEqual([
      '石拱桥将成为古镇第一标识，糖藕将成为古镇第一名片。',
      '望月阁将成为古镇第一窗口。',
    ]);
  });

  test('is looked for around the first three sentences found', () => {
    const understanding = understandingOf('四个“养”分别是什么');
    const alien = candidateFor(sentenceWith(index, '三源共治'));
    const near = candidateFor(sentenceWith(index, '四个“养”'));
    expect(familyList(index, understanding, [alien, alien, near], given)).toHaveLength(3);
    expect(familyList(index, understanding, [alien, alien, alien, near], given)).toBeUndefined();
  });

  test('is none when its parts are not asked for, or when it has not as many', () => {
    expect(family('四个“养”什么时候提的', '四个“养”')).toBeUndefined();
    expect(family('五个“养”是什么', '四个“养”')).toBeUndefined();
    expect(family('有哪些村', '四个“养”')).toBeUndefined();
  });
});

describe('a list of the places where quoted words stand', () => {
  const mentions = (question: string, words: string) =>
    textsOf(
      mentionsList(index, understandingOf(question), [candidateFor(sentenceWith(index, words))], given),
    );

  test.each([
    '有几个“5公里”圈，分别是什么圈',
    '有哪些“5公里”圈',
    '哪几个“5公里”圈',
    '凡是“5公里”的圈，有哪些',
    '“5公里”打头的有哪些',
  ])('holds every one of the page: %s', (question) => {
    expect(mentions(question, '供货圈')).toEqual(['藕粉坊建起“5公里”供货圈。', '菜场补上“5公里”买菜圈。']);
  });

  test.each<[string, string, string]>([
    ['no list is asked for', '“5公里”圈是什么', '供货圈'],
    ['the words do not stand behind the question word', '“5公里”圈的名单', '供货圈'],
    ['two names are quoted', '有哪些“5公里”圈和“三源共治”', '供货圈'],
    ['the quoted words are short', '有哪些“5里”圈', '供货圈'],
    ['the sentence found says nothing of them', '有哪些“5公里”圈', '包装轻便'],
    ['they stand in one place alone', '有哪些“三源共治”', '三源共治'],
  ])('is none when %s', (_, question, words) => {
    expect(mentions(question, words)).toBeUndefined();
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
