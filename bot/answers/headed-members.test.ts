import { describe, expect, test } from 'vitest';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import { headedList } from './headed-members.ts';
import { candidateFor, needsFor, readTestPage, sentenceWith, understandingOf } from './test-pages.ts';

const WHOLE = `竹川镇抓落实

本报讯 竹川牢记“三个坚持”，即坚持为民——把群众放在第一位，办好身边小事。大家都很赞成。
坚持实干——今日事今日毕，不等不靠。
坚持清廉——账目月月公开，人人可查。
`;
const CUT = `竹川镇抓落实

本报讯 竹川牢记“三个坚持”，即坚持为民——把群众放在第一位，办好身边小事。
坚持实干——今日事今日毕，不等不靠。始终保持定力，说了
`;

const told = (page: CorpusIndex, question: string, words = '三个坚持'): string[] | undefined =>
  headedList(page, understandingOf(question), [candidateFor(sentenceWith(page, words))], needsFor())?.map(
    ({ text }) => text,
  );

describe('members that head sentences of their own', () => {
  test('are all told', () => {
    const texts = told(readTestPage(WHOLE), '“三个坚持”是哪三个')!;
    expect(texts).toHaveLength(3);
    expect(texts.join()).toMatch(/坚持为民.*坚持实干.*坚持清廉/);
  });

  test('are told from any of them', () => {
    expect(told(readTestPage(WHOLE), '“三个坚持”是哪三个', '坚持清廉')).toHaveLength(3);
  });

  test('are told with the place where the page breaks off before the last', () => {
    const texts = told(readTestPage(CUT), '“三个坚持”是哪三个')!;
    expect(texts).toHaveLength(3);
    expect(texts[2]).toContain('始终保持定力');
  });

  test('are no list where more are counted and the page is whole', () => {
    expect(
      told(readTestPage(WHOLE.replace('三个', '四个')), '“四个坚持”是哪四个', '四个坚持'),
    ).toBeUndefined();
  });

  test('are no list where one of them is asked for', () => {
    expect(told(readTestPage(CUT), '“三个坚持”末了那个是什么')).toBeUndefined();
    expect(told(readTestPage(WHOLE), '“三个坚持”的第三个是哪个')).toBeUndefined();
  });

  test('are looked for where the page names them, and nowhere else', () => {
    const page = readTestPage(WHOLE.replace('“三个坚持”，即', ''));
    expect(told(page, '“三个坚持”是哪三个', '坚持实干')).toBeUndefined();
  });

  test('are told when it is asked whether the page is complete, unless a passage of it is quoted', () => {
    expect(told(readTestPage(CUT), '“三个坚持”写完整了没有')).toHaveLength(3);
    expect(told(readTestPage(CUT), '“三个坚持”里“坚持实干”那段完整吗')).toBeUndefined();
  });
});
