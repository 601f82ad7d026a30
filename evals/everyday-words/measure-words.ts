import type { Thesaurus } from '../../retrieval/text/thesaurus.ts';
import { type Encoder, embeddingRanks } from './embedding-rank.ts';
import type { EverydayWord } from './everyday-word.ts';
import { isReachedByThesaurus } from './thesaurus-reach.ts';

/** The two ways from an everyday word to its official term, each measured alone. */
export interface MeasuredWord extends EverydayWord {
  readonly inThesaurus: boolean;
  readonly rank: number;
}

/** Measures every word; nothing is searched, so that the figures hold whatever documents there are. */
export function measureEverydayWords(
  words: readonly EverydayWord[],
  thesaurus: Pick<Thesaurus, 'expand'>,
  encoder: Encoder,
): MeasuredWord[] {
  const ranks = embeddingRanks(words, encoder);
  return words.map((word, index) => ({
    ...word,
    inThesaurus: isReachedByThesaurus(word, thesaurus),
    rank: ranks[index]!,
  }));
}
