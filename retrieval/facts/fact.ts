import type { Span } from '../articles/article.ts';
import type { Deadline } from './deadlines.ts';
import type { NamesOfSentence } from './names.ts';
import type { Quantity } from './quantities.ts';
import type { Standing } from './standing.ts';

/** Does a figure say how much there is, or by how much that rose or fell? */
export type Change = 'growth' | 'decline';

/** A figure and what it measures; places are offsets into the text it was read from. */
export interface Measure extends Span {
  /** What is measured, in the text's own words. */
  readonly measure: string;
  readonly quantity: Quantity;
  readonly change: Change | null;
  /** A yearly average over several years, as 年均复合增长. */
  readonly average: boolean;
  /** Only says which things are counted, as 10亿元 in 产值超10亿元企业4家. */
  readonly threshold: boolean;
}

/** What one sentence claims: a figure, or a piece of work without one. `start` and `end` are places in the document. */
export interface Fact extends Span, NamesOfSentence {
  readonly kind: 'measure' | 'work';
  readonly document: string;
  /** Position in the document's list of sentences. */
  readonly sentence: number;
  readonly measure: string;
  readonly quantity: Quantity | null;
  readonly change: Change | null;
  readonly average: boolean;
  readonly threshold: boolean;
  /** Over how many years it runs; null for a single one. */
  readonly period: number | null;
  readonly town: string | null;
  readonly year: number | null;
  readonly standing: Standing;
  readonly deadline: Deadline | null;
  /** The run of clauses that says it, verbatim up to white space. */
  readonly quote: string;
}
