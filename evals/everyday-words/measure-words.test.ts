import { describe, expect, test } from 'vitest';
import { createThesaurus } from '../../retrieval/text/thesaurus.ts';
import { type Encoder, embeddingRanks } from './embedding-rank.ts';
import type { EverydayWord } from './everyday-word.ts';
import { measureEverydayWords } from './measure-words.ts';
import { scoreEverydayWords } from './score-words.ts';
import { isReachedByThesaurus } from './thesaurus-reach.ts';

const word = (everyday: string, official: readonly string[], field = '甲'): EverydayWord => ({
  everyday,
  official,
  field,
});

/** Vectors of unit length in two dimensions, by their angle in degrees; any other text is unknown. */
function encoderOf(angles: Readonly<Record<string, number>>): Encoder {
  return {
    encode: (text) => {
      const angle = angles[text];
      if (angle === undefined) return new Float32Array(2);
      return Float32Array.of(Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180));
    },
  };
}

describe('reached by the thesaurus', () => {
  test.each([
    ['the official term itself', ['早餐网点'], ['早餐网点'], true],
    ['any of several official terms', ['早餐网点'], ['餐饮', '早餐网点'], true],
    ['a term that holds the official one', ['便民早餐网点'], ['早餐网点'], true],
    ['a term that makes more than half of the official one', ['早餐网点'], ['早餐网点建设'], true],
    ['a term that makes just half of the official one', ['网点'], ['早餐网点'], false],
    ['another term', ['理发店'], ['早餐网点'], false],
    ['the same term in Traditional characters', ['早餐网点'], ['早餐網點'], true],
  ])('%s', (_title, given, official, reached) => {
    const thesaurus = createThesaurus([{ everyday: '米糕铺', official: given }]);
    expect(isReachedByThesaurus(word('米糕铺', official), thesaurus)).toBe(reached);
  });

  test('a word inside a longer phrase leads on, a word that is not there does not', () => {
    const thesaurus = createThesaurus([{ everyday: '米糕铺', official: ['早餐网点'] }]);
    expect(isReachedByThesaurus(word('门口的米糕铺', ['早餐网点']), thesaurus)).toBe(true);
    expect(isReachedByThesaurus(word('龘', ['早餐网点']), thesaurus)).toBe(false);
  });
});

describe('the rank by the embedding', () => {
  const words = [word('甲词', ['甲一', '甲二']), word('乙词', ['乙一']), word('丙词', ['丙一'])];

  test('is that of the best official term among those of all words', () => {
    const encoder = encoderOf({ 甲词: 5, 乙词: 20, 丙词: 80, 甲一: 70, 甲二: 5, 乙一: 40, 丙一: 4 });
    expect(embeddingRanks(words, encoder)).toEqual([1, 3, 4]);
  });

  test('counts a term of two words once, and never a word’s own terms against it', () => {
    const twice = [word('甲词', ['甲一', '甲二']), word('乙词', ['甲一']), word('丙词', ['丙一'])];
    const encoder = encoderOf({ 甲词: 0, 乙词: 90, 丙词: 5, 甲一: 10, 甲二: 80, 丙一: 40 });
    expect(embeddingRanks(twice, encoder)).toEqual([1, 3, 2]);
  });

  test('of a word without a vector is the last', () => {
    const encoder = encoderOf({ 甲词: 0, 甲一: 10, 甲二: 20, 乙一: 30, 丙一: 40 });
    expect(embeddingRanks(words, encoder)).toEqual([1, 4, 4]);
  });
});

describe('the figures', () => {
  // Ten strangers stand before the term of 乙词, nobody before those of 甲词 and 丙词.
  const strangers = Array.from({ length: 10 }, (_, index) => word(`路人${index}`, [`生${index}`], '乙'));
  const angles = Object.fromEntries(strangers.map((_, index) => [`生${index}`, 80 + index]));
  const encoder = encoderOf({ ...angles, 甲词: 0, 甲一: 5, 乙词: 89, 乙一: 60, 丙词: 30, 丙一: 30 });
  const thesaurus = createThesaurus([
    { everyday: '甲词', official: ['甲一'] },
    { everyday: '乙词', official: ['乙一'] },
  ]);
  const asked = [word('甲词', ['甲一']), word('乙词', ['乙一']), word('丙词', ['丙一'])];
  const measured = measureEverydayWords([...asked, ...strangers], thesaurus, encoder);
  const { figures, breakdowns } = scoreEverydayWords(measured.slice(0, 4));

  test('each way is measured alone', () => {
    expect(measured.slice(0, 4).map(({ inThesaurus, rank }) => [inThesaurus, rank])).toEqual([
      [true, 1],
      [true, 11],
      [false, 1],
      [false, 13],
    ]);
  });

  test('are the shares of words found by the thesaurus, by the embedding, by any of the two', () => {
    expect(figures.map(({ name, part, value, count }) => [name, part, value, count])).toEqual([
      ['everyday words thesaurus coverage', 'all', 0.5, 4],
      ['everyday words embedding hit@10', 'all', 0.5, 4],
      ['everyday words either', 'all', 0.75, 4],
    ]);
  });

  test('are told by field, without the words', () => {
    expect(breakdowns).toEqual([
      {
        title: 'everyday words',
        columns: ['field', 'words', 'thesaurus coverage', 'embedding hit@10', 'either'],
        rows: [
          ['甲', 3, 2 / 3, 2 / 3, 1],
          ['乙', 1, 0, 0, 0],
        ],
      },
    ]);
  });

  test('are none of no words', () => {
    expect(scoreEverydayWords([]).breakdowns).toEqual([]);
    expect(scoreEverydayWords([]).figures.map(({ count }) => count)).toEqual([0, 0, 0]);
  });
});
