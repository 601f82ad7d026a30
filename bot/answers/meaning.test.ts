import { beforeAll, describe, expect, test } from 'vitest';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import type { IndexedSentence } from '../../retrieval/passages/passage.ts';
import { Meaning, type WeightedWord } from './meaning.ts';
import { readTestPages, sentenceWith } from './test-pages.ts';

/** 饭馆 is like 食堂 by a cosine of 0.6, 道路 by 0.2; 书房 has nothing in common with it, 消防 is its opposite. */
const VECTORS: Readonly<Record<string, readonly number[]>> = {
  食堂: [1, 0, 0],
  饭馆: [0.6, 0.8, 0],
  道路: [0.2, 0, Math.sqrt(0.96)],
  书房: [0, 1, 0],
  消防: [-1, 0, 0],
};
const encode = (word: string): Float32Array => Float32Array.from(VECTORS[word] ?? [0, 0, 0]);

let index: CorpusIndex;
beforeAll(() => {
  index = readTestPages();
});

/** A sentence of these words that stands under nothing else than is said. */
function sentence(text: string, place: Partial<IndexedSentence> = {}): IndexedSentence {
  const nowhere = { headline: null, section: null, row: null, town: null };
  return { ...sentenceWith(index, '新建老年食堂4家'), ...nowhere, ...place, text };
}

function likeness(asked: Readonly<Record<string, number>>, said: IndexedSentence): number {
  const meaning = new Meaning(encode);
  return meaning.likeness(
    meaning.weighted(Object.keys(asked).join('，'), (word) => asked[word] ?? 0),
    said,
  );
}

describe('how much of what is asked a sentence says', () => {
  test('is all of it when it holds the very words', () => {
    expect(likeness({ 食堂: 1 }, sentence('新建食堂'))).toBe(1);
  });

  test('is all of it for a word without a vector, too', () => {
    expect(Object.keys(VECTORS)).not.toContain('莲藕');
    expect(likeness({ 莲藕: 1 }, sentence('种植莲藕'))).toBe(1);
    expect(likeness({ 莲藕: 1 }, sentence('新建食堂'))).toBe(0);
  });

  test('is how near the nearest of its words comes, counted from the floor', () => {
    expect(likeness({ 饭馆: 1 }, sentence('食堂'))).toBeCloseTo((0.6 - 0.2) / 0.8, 6);
    expect(likeness({ 饭馆: 1 }, sentence('食堂，书房'))).toBeCloseTo((0.8 - 0.2) / 0.8, 6);
    expect(likeness({ 饭馆: 1 }, sentence('食堂，消防'))).toBeCloseTo((0.6 - 0.2) / 0.8, 6);
  });

  test('is nothing at the floor that any two words reach, and never less', () => {
    expect(likeness({ 道路: 1 }, sentence('食堂'))).toBeCloseTo(0, 6);
    expect(likeness({ 书房: 1 }, sentence('食堂'))).toBe(0);
    expect(likeness({ 消防: 1 }, sentence('食堂'))).toBe(0);
  });

  test('is the mean over the words, each by its weight', () => {
    expect(likeness({ 食堂: 1, 书房: 1 }, sentence('食堂'))).toBeCloseTo((0.5 - 0.2) / 0.8, 6);
    expect(likeness({ 食堂: 3, 书房: 1 }, sentence('食堂'))).toBeCloseTo((0.75 - 0.2) / 0.8, 6);
    expect(likeness({ 食堂: 1, 书房: 3 }, sentence('食堂'))).toBeCloseTo((0.25 - 0.2) / 0.8, 6);
  });

  test('is nothing when nothing is asked', () => {
    expect(likeness({}, sentence('食堂'))).toBe(0);
    expect(likeness({ 食堂: 0 }, sentence('食堂'))).toBe(0);
  });

  test.each<[string, Partial<IndexedSentence>]>([
    ['its headline', { headline: '新建食堂' }],
    ['its section', { section: '食堂' }],
    ['its row', { row: { number: 1, name: '食堂' } as IndexedSentence['row'] }],
    ['its town', { town: '食堂' }],
  ])('counts the words of %s', (_, place) => {
    expect(likeness({ 食堂: 1 }, sentence('建成四家', place))).toBe(1);
    expect(likeness({ 食堂: 1 }, sentence('建成四家'))).toBe(0);
  });
});

describe('the words of a question', () => {
  const weighed = (text: string, weightOf: (word: string) => number): WeightedWord[] =>
    new Meaning(encode).weighted(text, weightOf);

  test('have the weights that are given, and none of weight 0 stays', () => {
    const words = weighed('食堂和书房', (word) => ({ 食堂: 2, 书房: 0.5 })[word] ?? 0);
    expect(words.map(({ word, weight }) => [word, weight])).toEqual([
      ['食堂', 2],
      ['书房', 0.5],
    ]);
    expect([...words[0]!.vector]).toEqual([1, 0, 0]);
  });

  test('come once, however often they are said', () => {
    expect(weighed('食堂，食堂，食堂', () => 1).map(({ word }) => word)).toEqual(['食堂']);
  });

  test('are none of an empty question or of marks alone', () => {
    expect(weighed('', () => 1)).toEqual([]);
    expect(weighed('？！“”', () => 1)).toEqual([]);
  });
});

test('a word is encoded once, for however many questions and sentences', () => {
  const encoded: string[] = [];
  const meaning = new Meaning((word) => {
    encoded.push(word);
    return encode(word);
  });
  const said = sentence('食堂，书房');
  for (let time = 0; time < 3; time++)
    meaning.likeness(
      meaning.weighted('饭馆，食堂', () => 1),
      said,
    );
  meaning.likeness(
    meaning.weighted('书房', () => 1),
    sentence('食堂'),
  );
  expect(encoded.sort()).toEqual(['书房', '食堂', '饭馆'].sort());
});

describe('the share of a question that nothing comes near to', () => {
  const unmet = (
    asked: Readonly<Record<string, number>>,
    said: string,
    besides: readonly string[] = [],
  ): number => {
    const meaning = new Meaning(encode);
    const words = meaning.weighted(Object.keys(asked).join('，'), (word) => asked[word] ?? 0);
    return meaning.unmet(words, sentence(said), besides);
  };

  test('is none when the very words or near ones are there', () => {
    expect(unmet({ 食堂: 1 }, '新建食堂')).toBe(0);
    expect(unmet({ 饭馆: 1 }, '新建食堂')).toBe(0);
    expect(unmet({ 莲藕: 1 }, '种植莲藕')).toBe(0);
  });

  test('is the weight of the words that have no near one', () => {
    expect(unmet({ 道路: 1 }, '新建食堂')).toBe(1);
    expect(unmet({ 食堂: 3, 消防: 1 }, '新建食堂')).toBe(0.25);
  });

  test('is met by what stands beside the sentence as well', () => {
    expect(unmet({ 书房: 1 }, '新建食堂')).toBe(1);
    expect(unmet({ 书房: 1 }, '新建食堂', ['有没有书房'])).toBe(0);
    expect(unmet({ 书房: 1 }, '新建食堂', ['有没有饭馆'])).toBe(0);
  });

  test('is none for a question without words', () => {
    expect(unmet({}, '新建食堂')).toBe(0);
  });
});
