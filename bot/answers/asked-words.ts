import { embeddedWords } from '../../retrieval/embeddings/units.ts';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import type { Understanding } from '../questions/understanding.ts';
import type { Meaning, WeightedWord } from './meaning.ts';
import { EARLIER_WORD } from './own-terms.ts';

export interface AskedWordSources {
  readonly index: CorpusIndex;
  readonly meaning: Meaning;
  readonly isStopWord: (term: string) => boolean;
}

/** Words that ask rather than name the matter count for less. */
const ASKING_WORD = 0.4;
/** A single character seldom carries a meaning of its own. */
const SINGLE_CHARACTER = 0.3;
/** What a word that no passage holds weighs, in idf. */
const UNKNOWN_WORD = 4;

/** The words of a question, or of one part of it, with how much each says about what is meant. */
export function askedWords(
  { index, meaning, isStopWord }: AskedWordSources,
  { subject, said }: Pick<Understanding, 'subject' | 'said'>,
  { text, context, years }: Pick<Understanding, 'text' | 'context' | 'years'>,
): WeightedWord[] {
  const own = new Set(embeddedWords(text));
  // What was just answered is like itself above all: its words would ask for the same sentence again.
  const earlier = new Set(embeddedWords(context.replace(said.slice(0, 200), '').replace(said, '')));
  const told = new Set(embeddedWords(said).filter((word) => !earlier.has(word)));
  const ofSubject = new Set(embeddedWords(subject));
  return meaning.weighted(`${text} ${context}`, (word) => {
    if (isStopWord(word) || years.includes(Number(word))) return 0;
    if (!own.has(word) && told.has(word)) return 0;
    const rarity = Math.max(0.5, index.passages.idf(word) || UNKNOWN_WORD);
    const share = own.has(word) ? (ofSubject.has(word) ? 1 : ASKING_WORD) : EARLIER_WORD;
    return rarity * share * (word.length === 1 ? SINGLE_CHARACTER : 1);
  });
}
