import { cosine } from '../../retrieval/embeddings/cosine.ts';
import { fold } from '../../retrieval/text/characters.ts';
import type { Asked } from '../questions/asked.ts';
import { besideAsking } from '../questions/beside-asking.ts';
import type { AskedBefore } from './asked-before.ts';
import type { Meaning, WeightedWord } from './meaning.ts';

/** How near a question comes to a sentence and to what people are known to ask of it; by name, as features are. */
export interface Nearness {
  /** Cosine with the nearest everyday question, the mean of the three nearest, and with the nearest of the same kind. */
  readonly 'nearest question': number;
  readonly 'three nearest questions': number;
  readonly 'nearest question of the kind': number;
  /** Share of the question's weight in words that stand nowhere, and that nothing comes near to. */
  readonly 'weight not held': number;
  readonly 'weight unmet': number;
  /** Of the weight beside what asks: the mean likeness to the nearest word, and what nothing comes near to. */
  readonly 'beside what asks met': number;
  readonly 'beside what asks unmet': number;
  /** How many things are asked to be told that nobody asked of the sentence. */
  readonly 'attributes never asked': number;
}

/** A question, or one part of it, with its words as they weigh. */
export interface NearnessAsked extends Pick<Asked, 'kind' | 'attributes'> {
  readonly text: string;
  readonly words: readonly WeightedWord[];
  /** Of length 1. */
  readonly vector: Float32Array;
}

/** From this cosine on a word stands for another one. */
const NEAR = 0.5;
const FEW = 3;

/**
 * How near a question comes to the everyday questions `before` of a sentence, and to the `known` words of both. Undefined
 * where nobody wrote down what people ask of it.
 */
export function nearnessOf(
  meaning: Meaning,
  { text, kind, attributes, words, vector }: NearnessAsked,
  known: ReadonlySet<string>,
  before: readonly AskedBefore[],
): Nearness | undefined {
  if (before.length === 0) return undefined;
  const likeness = before
    .map((asked) => ({ asked, cosine: cosine(vector, asked.vector) }))
    .sort((one, other) => other.cosine - one.cosine);
  const nearest = likeness.slice(0, FEW);
  const met = meaning.nearest(words, known);
  const stretches = besideAsking(fold(text));
  const weighed = words.map(({ word, weight }, place) => ({
    weight,
    met: met[place]!,
    beside: stretches.some((stretch) => stretch.includes(word)),
  }));
  const beside = weighed.filter((word) => word.beside);
  const everAsked = new Set(before.flatMap((asked) => asked.attributes));
  return {
    'nearest question': likeness[0]!.cosine,
    'three nearest questions': nearest.reduce((sum, { cosine }) => sum + cosine, 0) / FEW,
    'nearest question of the kind': likeness.find(({ asked }) => asked.kind === kind)?.cosine ?? 0,
    'weight not held': meanOf(weighed, (word) => (word.met < 1 ? 1 : 0)),
    'weight unmet': meanOf(weighed, (word) => (word.met < NEAR ? 1 : 0)),
    'beside what asks met': beside.length === 0 ? 1 : meanOf(beside, (word) => word.met),
    'beside what asks unmet': meanOf(beside, (word) => (word.met < NEAR ? 1 : 0)),
    'attributes never asked': attributes.filter((attribute) => !everAsked.has(attribute)).length,
  };
}

interface Weighed {
  readonly weight: number;
  readonly met: number;
}

function meanOf<Word extends Weighed>(words: readonly Word[], value: (word: Word) => number): number {
  const all = words.reduce((sum, { weight }) => sum + weight, 0);
  return all === 0 ? 0 : words.reduce((sum, word) => sum + word.weight * value(word), 0) / all;
}
