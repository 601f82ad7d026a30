import { cosine } from '../../retrieval/embeddings/cosine.ts';
import { embeddedWords } from '../../retrieval/embeddings/units.ts';
import type { IndexedSentence } from '../../retrieval/passages/passage.ts';

/** A word of the question with its vector and how much it weighs. */
export interface WeightedWord {
  readonly word: string;
  readonly vector: Float32Array;
  readonly weight: number;
  /** Cosines with words met so far: the sentences of a page share most of their words. */
  readonly met: Map<string, number>;
}

/** Words whose vectors are remembered: 16 MB of them. */
const MOST_WORDS = 20_000;
/** Likeness that any two words reach; only what lies above it says something. */
const FLOOR = 0.2;
/** From this cosine on a word stands for another one; below it most pairs are strangers. */
const NEAR = 0.5;

/**
 * How much of what a question means a sentence says, in whatever words: every word of the question finds
 * its nearest word in the sentence or in what the sentence stands under, and the mean of these cosines,
 * weighted by the words, is the likeness ("late interaction": MaxSim of ColBERT, Khattab and Zaharia 2020,
 * here over static vectors). Vectors of words and sentences are made once and remembered.
 */
export class Meaning {
  readonly #encode: (text: string) => Float32Array;
  readonly #vectors = new Map<string, Float32Array>();
  readonly #beside = new WeakMap<IndexedSentence, ReadonlySet<string>>();
  readonly #sentences = new WeakMap<IndexedSentence, ReadonlySet<string>>();

  /** `encode` gives a word's vector of length 1, or zeros for a word that it does not know. */
  constructor(encode: (text: string) => Float32Array) {
    this.#encode = encode;
  }

  /** The words of a text, each with the weight that `weightOf` gives; words of weight 0 are left out. */
  weighted(text: string, weightOf: (word: string) => number): WeightedWord[] {
    return [...new Set(embeddedWords(text))]
      .map((word) => ({ word, vector: this.#vectorOf(word), weight: weightOf(word), met: new Map() }))
      .filter(({ weight }) => weight > 0);
  }

  /** Between 0 (nothing in common) and 1 (every word is there). */
  likeness(asked: readonly WeightedWord[], sentence: IndexedSentence): number {
    const words = this.#wordsOf(sentence);
    let all = 0;
    let found = 0;
    for (const one of asked) {
      all += one.weight;
      found += one.weight * (words.has(one.word) ? 1 : this.#nearest(one, words));
    }
    return all === 0 ? 0 : Math.max(0, (found / all - FLOOR) / (1 - FLOOR));
  }

  /**
   * Share of the question's weight in words that nothing comes near to: no word of the sentence, of what it stands
   * under, or of `besides`, such as the everyday questions that it answers. Between 0 and 1.
   */
  unmet(asked: readonly WeightedWord[], sentence: IndexedSentence, besides: readonly string[]): number {
    const words = this.#wordsOf(sentence);
    const more = this.#wordsBeside(sentence, besides);
    let all = 0;
    let lost = 0;
    for (const one of asked) {
      all += one.weight;
      if (words.has(one.word) || more.has(one.word)) continue;
      if (!this.#hasNear(one, words) && !this.#hasNear(one, more)) lost += one.weight;
    }
    return all === 0 ? 0 : lost / all;
  }

  /** For each word asked the likeness to the nearest of those given: 1 where it is one of them, 0 where there is none. */
  nearest(asked: readonly WeightedWord[], words: ReadonlySet<string>): number[] {
    return asked.map((one) => (words.has(one.word) ? 1 : this.#nearest(one, words)));
  }

  #nearest(one: WeightedWord, words: ReadonlySet<string>): number {
    let most = 0;
    for (const word of words) most = Math.max(most, this.#likenessOf(one, word));
    return most;
  }

  #hasNear(one: WeightedWord, words: ReadonlySet<string>): boolean {
    for (const word of words) if (this.#likenessOf(one, word) >= NEAR) return true;
    return false;
  }

  #likenessOf({ vector, met }: WeightedWord, word: string): number {
    let likeness = met.get(word);
    if (likeness === undefined) {
      likeness = cosine(vector, this.#vectorOf(word));
      met.set(word, likeness);
    }
    return likeness;
  }

  #wordsOf(sentence: IndexedSentence): ReadonlySet<string> {
    const known = this.#sentences.get(sentence);
    if (known !== undefined) return known;
    const place = [sentence.headline, sentence.section, sentence.row?.name, sentence.town];
    const words = new Set(embeddedWords([sentence.text, ...place.filter((part) => part != null)].join('\n')));
    this.#sentences.set(sentence, words);
    return words;
  }

  #wordsBeside(sentence: IndexedSentence, besides: readonly string[]): ReadonlySet<string> {
    const known = this.#beside.get(sentence);
    if (known !== undefined) return known;
    const words = new Set(besides.flatMap((text) => embeddedWords(text)));
    this.#beside.set(sentence, words);
    return words;
  }

  #vectorOf(word: string): Float32Array {
    const known = this.#vectors.get(word);
    if (known !== undefined) return known;
    // Questions bring ever new words; those of the documents are soon met again.
    if (this.#vectors.size >= MOST_WORDS) this.#vectors.clear();
    const vector = this.#encode(word);
    this.#vectors.set(word, vector);
    return vector;
  }
}
