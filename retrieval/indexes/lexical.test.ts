import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BM25, LexicalIndex, plainTerms, type WeightedTerms } from './lexical.ts';

type Entry = readonly [id: string, terms: readonly string[]];

function indexOf(entries: readonly Entry[]): LexicalIndex {
  const index = new LexicalIndex();
  for (const [id, terms] of entries) index.add(id, terms);
  return index;
}

/** BM25 as the books write it, entry by entry. */
function scoresByTheBook(entries: readonly Entry[], query: WeightedTerms): Map<string, number> {
  const average = entries.reduce((sum, [, terms]) => sum + terms.length, 0) / entries.length;
  const scores = new Map<string, number>();
  for (const [term, weight] of query) {
    const holders = entries.filter(([, terms]) => terms.includes(term));
    const idf = Math.log(1 + (entries.length - holders.length + 0.5) / (holders.length + 0.5));
    for (const [id, terms] of holders) {
      const frequency = terms.filter((other) => other === term).length;
      const norm = BM25.k1 * (1 - BM25.b + (BM25.b * terms.length) / average);
      const part = (weight * idf * (BM25.k1 + 1) * frequency) / (frequency + norm);
      scores.set(id, (scores.get(id) ?? 0) + part);
    }
  }
  return scores;
}

function expectByTheBook(
  entries: readonly Entry[],
  query: WeightedTerms,
  k: number,
  index = indexOf(entries),
) {
  const expected = scoresByTheBook(entries, query);
  const found = index.search(query, k);
  const best = [...expected.values()].sort((a, b) => b - a).slice(0, k);
  expect(found).toHaveLength(best.length);
  for (const [rank, { id, score }] of found.entries()) {
    expect(score).toBeCloseTo(best[rank]!, 9);
    expect(score).toBeCloseTo(expected.get(id)!, 9);
  }
}

const LETTERS = ['的', '镇', '村', '食堂', '老人', '医保', '垃圾', '分类', '=120', 'a'];
/** Common terms are many times as frequent as rare ones, as in any language. */
const term = fc.integer({ min: 0, max: 99 }).map((value) => LETTERS[Math.floor((value * value) / 1000)]!);
const entry = fc.array(term, { maxLength: 12 });

test('scores are BM25 as the books write it, whatever the entries and the query', () => {
  fc.assert(
    fc.property(
      fc.array(entry, { minLength: 1, maxLength: 60 }),
      fc.array(fc.tuple(term, fc.constantFrom(1, 0.4, 0.2)), { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 1, max: 12 }),
      (texts, query, k) => {
        const entries = texts.map((terms, place) => [`e${place}`, terms] as const);
        expectByTheBook(entries, new Map(query), k);
      },
    ),
    { numRuns: 300 },
  );
});

describe('among many entries, of which not all postings are walked', () => {
  /** The same numbers every time: a linear congruential generator (Park & Miller 1988). */
  let state = 7;
  const random = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const common = ['的', '了', '是', '镇', '村'];
  const times = (word: string): string[] =>
    random() < 0.7 ? Array(1 + Math.floor(random() * 4)).fill(word) : [];
  const entries = Array.from({ length: 20_000 }, (_, place): Entry => {
    const rare = Array.from({ length: 12 }, () => `词${Math.floor(random() ** 3 * 4_000)}`);
    return [`e${place}`, [...rare, ...common.flatMap(times)]];
  });
  const index = indexOf(entries);

  test.each(
    Array.from({ length: 12 }, (_, round) => [1 + round * round, round] as const),
  )('the best %i are those that the books give', (k, round) => {
    const words = entries[round * 997]![1].slice(0, 3 + (round % 9));
    const query = new Map([...words, ...common].map((word, place) => [word, place % 3 === 2 ? 0.4 : 1]));
    expectByTheBook(entries, query, k, index);
  });
});

test('an index that lost and gained entries answers as one made of what is there', () => {
  fc.assert(
    fc.property(
      fc.array(entry, { minLength: 2, maxLength: 30 }),
      fc.array(entry, { minLength: 1, maxLength: 10 }),
      fc.func(fc.boolean()),
      (first, second, isRemoved) => {
        const before = first.map((terms, place) => [`a${place}`, terms] as const);
        const later = second.map((terms, place) => [`b${place}`, terms] as const);
        const index = indexOf(before);
        index.search(plainTerms(['的']), 3);
        index.remove(before.map(([id]) => id).filter((id) => isRemoved(id)));
        for (const [id, terms] of later) index.add(id, terms);
        const rest = [...before.filter(([id]) => !isRemoved(id)), ...later];
        expect(index.size).toBe(rest.length);
        expectByTheBook(rest, plainTerms(['的', '镇', '食堂']), 5, index);
      },
    ),
  );
});

test('an index survives its snapshot and goes on from it', () => {
  const entries: Entry[] = [
    ['甲', ['食堂', '老人', '食堂']],
    ['乙', ['医保']],
  ];
  const copy = LexicalIndex.fromSnapshot(JSON.parse(JSON.stringify(indexOf(entries).snapshot())));
  const grown: Entry[] = [...entries, ['丙', ['食堂', '医保']]];
  copy.add('丙', ['食堂', '医保']);
  expectByTheBook(grown, plainTerms(['食堂', '医保']), 3, copy);
  expect(copy.snapshot()).toEqual(indexOf(grown).snapshot());
});

describe('a search', () => {
  const index = indexOf([
    ['甲', ['食堂']],
    ['乙', ['食堂']],
    ['丙', ['食堂', '食堂']],
    ['丁', ['医保']],
  ]);
  const ids = (k: number, allowed?: (id: string) => boolean) =>
    index.search(plainTerms(['食堂']), k, allowed).map(({ id }) => id);

  test('gives of equal entries the one added first', () => expect(ids(9)).toEqual(['丙', '甲', '乙']));
  test('finds only what is allowed', () => expect(ids(1, (id) => id === '乙')).toEqual(['乙']));
  test('finds nothing when nothing is asked for', () => expect(ids(0)).toEqual([]));
  test('leaves nothing behind for the next one', () => expect(ids(2)).toEqual(ids(2)));
  test('takes no term of weight 0 into account', () =>
    expect(index.search(new Map([['食堂', 0]]), 3)).toEqual([]));
  test('of an empty index finds nothing', () =>
    expect(new LexicalIndex().search(plainTerms(['食堂']), 3)).toEqual([]));
});

test('an id is taken once', () => {
  expect(() =>
    indexOf([
      ['甲', []],
      ['甲', []],
    ]),
  ).toThrow('甲 is there already');
});

test('postings are kept through many merges', () => {
  const index = new LexicalIndex();
  for (let place = 0; place < 30_000; place++) {
    index.add(`e${place}`, [
      ...Array.from({ length: 20 }, (_, i) => `词${(place * 7 + i) % 500}`),
      `独${place}`,
    ]);
  }
  expect(index.search(plainTerms(['独12345']), 2).map(({ id }) => id)).toEqual(['e12345']);
  expect(index.idf('词3')).toBeCloseTo(Math.log(1 + (30_000 - 1_200 + 0.5) / (1_200 + 0.5)), 9);
});
