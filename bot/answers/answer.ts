/** The endings of a question. Every switch over them is exhaustive. */
export type Status = 'answered' | 'clarify' | 'refused' | 'blocked';

export type RefusedReason =
  | 'not_in_documents'
  | 'attribute_missing'
  | 'other_town'
  | 'other_year'
  | 'not_verified';

export type BlockedReason =
  | 'out_of_scope'
  | 'personal_data'
  | 'abuse'
  | 'instructions'
  | 'small_talk'
  | 'emergency'
  | 'empty';

/** Where a statement stands: `quote` is the file's slice [start, end) up to white space and punctuation. */
export interface Citation {
  readonly mark: number;
  readonly document: string;
  readonly title: string;
  readonly town: string | null;
  readonly period: string | null;
  readonly start: number;
  readonly end: number;
  /** The line of the file, from 1. */
  readonly line: number;
  readonly quote: string;
}

export interface Hit {
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

/** The answer as every channel receives it; field names are the outward contract. */
export interface Answer {
  readonly id: string;
  readonly question: string;
  readonly status: Status;
  readonly reason: RefusedReason | BlockedReason | null;
  /** What the person reads, with citation marks such as [1]. */
  readonly answer: string;
  readonly citations: readonly Citation[];
  readonly notes: readonly string[];
  readonly suggestions: readonly string[];
  readonly mode: 'extractive' | 'llm';
  readonly timings: { readonly retrieveMs: number; readonly answerMs: number };
  readonly hits?: readonly Hit[];
}
