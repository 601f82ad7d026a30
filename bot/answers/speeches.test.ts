import { describe, expect, test } from 'vitest';
import { lacksSpeech, spokenWords } from './speeches.ts';
import {
  candidateFor,
  needsFor,
  readTestPage,
  sentenceWith,
  statementWith,
  understandingOf,
} from './test-pages.ts';

const index = readTestPage(`竹川镇的一页

竹川镇获评先进。镇里下了功夫。“这份荣誉属于大家。我们还要加把劲。”竹川镇相关负责人表示。
　　村民老何种了十年莲藕。
`);
const spoken = (question: string, words: string, sure = true): string | undefined =>
  spokenWords(
    index,
    understandingOf(question),
    candidateFor(sentenceWith(index, words)),
    needsFor(),
    () => sure,
  )
    ?.map(({ text }) => text)
    .join('');

describe('the words of a speaker', () => {
  test.each([
    '获评先进，镇负责人那句表态原文',
    '获评先进，老板的原话怎么说',
  ])('are told in full though another sentence names the matter: %s', (question) => {
    expect(spoken(question, '获评先进')).toMatch(/属于大家.*加把劲.*负责人表示/);
  });

  test.each([
    ['the speaker is another', '获评先进，书记那句表态原文'],
    ['nobody speaks', '获评先进那句原文是什么'],
    ['the words are not asked for', '获评先进的负责人是谁'],
  ])('are not told where %s', (_, question) => {
    expect(spoken(question, '获评先进')).toBeUndefined();
  });

  test('are not told of a matter that is not sure', () => {
    expect(spoken('获评先进，镇负责人那句表态原文', '获评先进', false)).toBeUndefined();
  });

  test('are lacking in a sentence that lets nobody speak', () => {
    const lacks = (words: string): boolean =>
      lacksSpeech(understandingOf('老何的获奖感言，摘一句原话'), statementWith(index, words));
    expect(lacks('莲藕')).toBe(true);
    expect(lacks('属于大家')).toBe(false);
  });
});
