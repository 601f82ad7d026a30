import type { ConversationTurn } from '../golden/question.ts';

/** A citation as an answer line carries it; a line may come from anywhere, so nothing is certain to be there. */
export interface CitationRecord {
  readonly mark?: number;
  readonly document?: string;
  readonly title?: string;
  readonly town?: string | null;
  readonly period?: string | null;
  readonly start?: number;
  readonly end?: number;
  readonly quote?: string;
}

export interface HitRecord {
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly score?: number;
}

/** A line of answers, as `ask --batch` writes it, with what the evals add. */
export interface AnswerRecord {
  readonly id: string;
  readonly question?: string;
  readonly history?: readonly ConversationTurn[];
  readonly status?: string;
  readonly reason?: string | null;
  readonly answer?: string;
  readonly citations?: readonly CitationRecord[];
  readonly notes?: readonly string[];
  readonly timings?: { readonly retrieveMs: number; readonly answerMs: number };
  readonly hits?: readonly HitRecord[];
  /** The confidence in the best candidate; null when there was none. Only in answers made by the evals. */
  readonly confidence?: number | null;
}
