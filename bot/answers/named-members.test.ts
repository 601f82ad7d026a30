import { beforeAll, describe, expect, test } from 'vitest';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import { memberList } from './named-members.ts';
import { candidateFor, readTestPage, sentenceWith, understandingOf } from './test-pages.ts';

let index: CorpusIndex;
beforeAll(() => {
  index = readTestPage(`竹川镇成立藕农联合会

本报讯 竹川镇藕农联合会昨天成立，大家谈起“养”“育”“售”三个字。会长说，藕农要站稳“养”的本行。镇里要搭好“育”的台子；年轻人要闯出“售”的路子。
　　石拱桥修旧如旧，“老码头”将成为第一标识；糖藕走出竹川，“甜日子”将成为第一名片。第一名片和第一标识都写进了会章。
`);
});

const told = (question: string, near = '藕农联合会昨天成立'): string[] | undefined =>
  memberList(index, understandingOf(question), [candidateFor(sentenceWith(index, near))], {
    terms: new Map(),
    persons: [],
  })?.map(({ text }) => text);

describe('members that a question names', () => {
  test('are told by the sentence of each, not by the one that names them all', () => {
    expect(told('“养”“育”“售”三个字,各对应什么要求')).toEqual([
      '会长说，藕农要站稳“养”的本行。',
      '镇里要搭好“育”的台子；',
      '年轻人要闯出“售”的路子。',
    ]);
  });

  test('are told without quotation marks, too, and the one that is picked out alone', () => {
    const two = told('第一标识、第一名片,分别对应什么', '石拱桥');
    expect(two).toHaveLength(2);
    expect(two?.[1]).toContain('甜日子');
    expect(told('第一标识、第一名片,其中“名片”配的是哪个', '石拱桥')?.join()).toMatch(/甜日子(?!.*老码头)/);
  });

  test('make no list where one of them is told nowhere near', () => {
    expect(told('“养”“育”“香”三个字,各对应什么要求')).toBeUndefined();
    expect(told('那个香字怎么讲')).toBeUndefined();
  });

  test('make no list for a question that names none', () => {
    expect(told('联合会哪天成立')).toBeUndefined();
  });
});
