import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type QueryList, rowOf, type ScoredPostings, searchPostings } from './search-postings.ts';

/** For every term how often it occurs in every slot. */
type Frequencies = readonly (readonly number[])[];

function postingsOf(terms: Frequencies, norms: readonly number[], weights: readonly number[]) {
  const slots: number[] = [];
  const frequencies: number[] = [];
  const lists: QueryList[] = [];
  for (const [term, row] of terms.entries()) {
    const from = slots.length;
    let peak = 0;
    for (const [slot, frequency] of row.entries()) {
      if (frequency === 0) continue;
      slots.push(slot);
      frequencies.push(frequency);
      peak = Math.max(peak, frequency / (frequency + norms[slot]!));
    }
    const factor = weights[term]!;
    if (slots.length > from) lists.push({ from, to: slots.length, factor, most: factor * peak });
  }
  const postings: ScoredPostings = {
    slots: Int32Array.from(slots),
    frequencies: Uint16Array.from(frequencies),
    norms: Float64Array.from(norms),
    scores: new Float64Array(norms.length),
    room: new Int32Array(norms.length),
    rows: new Map(),
  };
  const rows = new Map<number, Uint8Array>();
  for (const list of lists) {
    const row = rowOf(postings, list, norms.length);
    if (row !== undefined) rows.set(list.from, row);
  }
  return { postings: { ...postings, rows }, lists };
}

/** Every posting is walked when there is only one stretch. */
const EXHAUSTIVELY = { first: 1_000, longest: 1_000 };

const SIZE = 80;
/** A term is in few slots or in many, seldom more than three times in one, and once in a while very often. */
const term = fc.constantFrom(0.05, 0.3, 0.9).chain((share) => {
  const frequency = fc.oneof({ weight: 20, arbitrary: fc.integer({ min: 1, max: 3 }) }, fc.constant(300));
  const held = fc.double({ min: 0, max: 1, noNaN: true }).map((chance) => chance < share);
  return fc.array(
    fc.tuple(held, frequency).map(([isHeld, times]) => (isHeld ? times : 0)),
    { minLength: SIZE, maxLength: SIZE },
  );
});
/** Few lengths, so that there are equal scores. */
const norms = fc.array(fc.constantFrom(0.6, 1.2, 2.4), { minLength: SIZE, maxLength: SIZE });
const weights = fc.array(fc.constantFrom(0.1, 1, 1, 3, 9), { minLength: 9, maxLength: 9 });
const query = fc.record({ terms: fc.array(term, { minLength: 1, maxLength: 9 }), norms, weights });

describe('the best slots', () => {
  test('are to the last bit those that walking every posting gives', () => {
    fc.assert(
      fc.property(
        query,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 9 }),
        (given, k, first) => {
          const { postings, lists } = postingsOf(given.terms, given.norms, given.weights);
          const all = searchPostings(postings, lists, k, undefined, EXHAUSTIVELY);
          const pruned = searchPostings(postings, lists, k, undefined, { first, longest: first * 2 });
          expect(pruned).toEqual(all);
          expect(postings.scores.every((score) => score === 0)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('are those that a plain sum and a sort give', () => {
    fc.assert(
      fc.property(query, fc.integer({ min: 1, max: 100 }), (given, k) => {
        const { postings, lists } = postingsOf(given.terms, given.norms, given.weights);
        const sums = given.norms.map((norm, slot) =>
          given.terms.reduce((sum, row, place) => {
            const frequency = row[slot]!;
            return sum + (given.weights[place]! * frequency) / (frequency + norm);
          }, 0),
        );
        const best = sums
          .filter((sum) => sum > 0)
          .sort((a, b) => b - a)
          .slice(0, k);
        const found = searchPostings(postings, lists, k, undefined, { first: 4, longest: 8 });
        expect(found).toHaveLength(best.length);
        for (const [rank, { slot, score }] of found.entries()) {
          expect(score).toBeCloseTo(best[rank]!, 9);
          expect(score).toBeCloseTo(sums[slot]!, 9);
        }
      }),
    );
  });

  test('are found among the allowed ones only', () => {
    fc.assert(
      fc.property(query, fc.integer({ min: 1, max: 12 }), (given, k) => {
        const { postings, lists } = postingsOf(given.terms, given.norms, given.weights);
        const isOdd = (slot: number): boolean => slot % 2 === 1;
        const all = searchPostings(postings, lists, SIZE, undefined, EXHAUSTIVELY);
        const odd = searchPostings(postings, lists, k, isOdd, { first: 4, longest: 8 });
        expect(odd).toEqual(all.filter(({ slot }) => isOdd(slot)).slice(0, k));
      }),
    );
  });
});

test('what cannot reach the best is not looked at', () => {
  // The rare term lifts the first two slots above all that the common one can bring.
  const rare = Array.from({ length: SIZE }, (_, slot) => (slot < 2 ? 3 : 0));
  const { postings, lists } = postingsOf([rare, Array(SIZE).fill(1)], Array(SIZE).fill(1.2), [9, 0.1]);
  let asked = 0;
  const count = (): boolean => {
    asked++;
    return true;
  };
  expect(searchPostings(postings, lists, 2, count, { first: 4, longest: 4 })).toHaveLength(2);
  expect(asked).toBe(4);
});
