import { describe, expect, test } from 'vitest';
import { sharedCharacterList } from './shared-character.ts';
import { candidateFor, PERSONS, readTestPage, sentenceWith, understandingOf } from './test-pages.ts';

const index = readTestPage(`竹川镇的一页

2023年，竹川镇举行荷灯会。充分发挥荷小匠、荷小医、荷小师、荷小友队伍力量。建好“水源治污、土源治废、气源治尘”体系。办好集市、灯会、夜学。
`);
const listed = (question: string, words: string): string | undefined =>
  sharedCharacterList(index, understandingOf(question), [candidateFor(sentenceWith(index, words))], {
    terms: new Map(),
    persons: PERSONS,
  })?.[0]?.text;

describe('an enumeration whose members share a character', () => {
  test.each([
    '“荷”字打头的队伍有哪几支',
    '荷字头的队伍叫什么',
    '荷字开头的班子有谁',
  ])('that they begin with is found beside the best sentence: %s', (question) => {
    expect(listed(question, '举行荷灯会')).toContain('荷小匠、荷小医、荷小师、荷小友');
  });

  test.each(['带“治”的那一串报一遍', '带个治字的有哪些'])('that they hold is found: %s', (question) => {
    expect(listed(question, '水源治污')).toContain('水源治污、土源治废、气源治尘');
  });

  test('is none where a member does not share it', () => {
    expect(listed('“集”字打头的有哪些', '集市、灯会')).toBeUndefined();
    expect(listed('带“灯”的有哪些', '集市、灯会')).toBeUndefined();
    expect(listed('“治”字打头的有哪些', '水源治污')).toBeUndefined();
  });

  test('is none where no character is named', () => {
    expect(listed('队伍有哪几支', '荷小匠')).toBeUndefined();
  });
});
