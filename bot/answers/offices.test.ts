import { describe, expect, test } from 'vitest';
import { officeHolders } from './offices.ts';
import {
  candidateFor,
  PERSONS,
  readTestPage,
  readTestPages,
  sentenceWith,
  understandingOf,
} from './test-pages.ts';

const index = readTestPage(`竹川镇的一页

2023年，竹川镇把这件事作为一把手工程。镇党委书记方志远作了部署。镇党委副书记、镇长何平提了要求。
`);
const holders = (question: string, ...near: string[]): string[] | undefined =>
  officeHolders(
    index,
    understandingOf(question),
    near.map((words) => candidateFor(sentenceWith(index, words))),
    { terms: new Map(), persons: PERSONS },
  )?.map(({ text }) => text);

describe('the holders of offices that are asked for together', () => {
  test('are told by the sentences that set each office before a name', () => {
    const told = holders('一把手书记跟镇长各是谁', '一把手工程', '镇长何平', '书记方志远');
    expect(told?.join('')).toContain('方志远');
    expect(told?.join('')).toContain('何平');
  });

  test('are told however their names are asked for', () => {
    const told = holders('书记和镇长分别叫什么', '镇长何平', '书记方志远');
    expect(told?.join('')).toContain('方志远');
  });

  test('are not told where one of them is nowhere near', () => {
    expect(holders('书记跟镇长各是谁', '一把手工程', '镇长何平')).toBeUndefined();
  });

  test('are of one town', () => {
    const pages = readTestPages();
    const near = ['竹川镇党委书记方志远', '何平当选'].map((words) =>
      candidateFor(sentenceWith(pages, words)),
    );
    const needs = { terms: new Map(), persons: PERSONS };
    const asked = understandingOf('书记和镇长各是谁');
    const namedIn = (places: readonly number[]) =>
      near.map((candidate, place) => {
        const { sentence } = candidate;
        const text = places.includes(place) ? `${sentence.text}镇长何平。` : sentence.text;
        return { ...candidate, sentence: { ...sentence, text } };
      });
    expect(officeHolders(pages, asked, namedIn([1]), needs)).toBeUndefined();
    expect(officeHolders(pages, asked, namedIn([0]), needs)).toBeDefined();
  });

  test('are no list where one office is asked for', () => {
    expect(holders('镇长是谁', '镇长何平')).toBeUndefined();
  });
});
