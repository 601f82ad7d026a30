import type { Sentence } from '../articles/article.ts';
import type { Modality } from '../facts/claim.ts';

/** A sentence with all it inherits: where it stands and under which town and year it holds. */
export interface IndexedSentence extends Sentence {
  readonly id: number;
  readonly document: string;
  readonly article: number;
  readonly headline: string | null;
  readonly town: string | null;
  readonly year: number | null;
  readonly modality: Modality;
}

/** What is indexed and found: neighbouring sentences of one section, at most 400 characters of the file. */
export interface Passage {
  /** Stable over runs and over changes elsewhere in the document. */
  readonly id: string;
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** document › article › section, town, period: indexed with the text, never quoted. */
  readonly context: string;
  readonly town: string | null;
  readonly years: readonly number[];
  /** Positions of its sentences in the document's list of sentences. */
  readonly sentences: readonly number[];
  /** Digest of all that feeds the index: text, context. */
  readonly digest: string;
}
