import type { IndexedSentence } from '../../retrieval/passages/passage.ts';
import type { Understanding } from '../questions/understanding.ts';

/** A sentence that was found for a question, with the share of what is asked that it holds (`typeFit`). */
export interface FoundSentence {
  readonly sentence: IndexedSentence;
  readonly signs: { readonly type: number };
}

/** The part of an understanding that says what is asked. */
export type AskedPart = Pick<Understanding, 'text' | 'kind' | 'attributes' | 'subject' | 'years'>;

/**
 * Whether a found sentence tells what is asked: plainly, whatever rule it fails; likely; or hardly, so that it is
 * not told.
 */
export type Telling = 'plainly' | 'likely' | 'hardly';
export type TellingOf = (part: AskedPart, found: FoundSentence) => Telling;

/**
 * How likely it is this sentence, and no other one found, that tells what is asked; undefined where no
 * everyday questions are tied to it.
 */
export type Preference = (part: AskedPart, found: FoundSentence) => number | undefined;
