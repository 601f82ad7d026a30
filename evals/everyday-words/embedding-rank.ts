import type { EverydayWord } from './everyday-word.ts';

/** What turns a text into a vector of unit length, or into zeros when it knows nothing of it. */
export interface Encoder {
  encode(text: string): Float32Array;
}

/**
 * For every word, the place of its best official term among all official terms of the list, by the likeness of
 * their vectors. Terms of other words that are as near stand before it, so that a word without a vector comes last.
 */
export function embeddingRanks(words: readonly EverydayWord[], encoder: Encoder): number[] {
  const terms = [...new Set(words.flatMap(({ official }) => official))];
  const vectors = terms.map((term) => encoder.encode(term));
  return words.map(({ everyday, official }) => {
    const word = encoder.encode(everyday);
    const likeness = vectors.map((vector) => dot(word, vector));
    const own = new Set(official);
    const best = Math.max(...likeness.filter((_, index) => own.has(terms[index]!)));
    return 1 + likeness.filter((value, index) => value >= best && !own.has(terms[index]!)).length;
  });
}

function dot(one: Float32Array, other: Float32Array): number {
  return one.reduce((sum, value, index) => sum + value * other[index]!, 0);
}
