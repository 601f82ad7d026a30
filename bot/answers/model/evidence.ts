import type { Citation } from '../answer.ts';

/** A citation of the extractive answer, as a model may use it. */
export interface Evidence {
  readonly citation: Citation;
  /** The quote with line breaks joined and doubled glyphs undone. */
  readonly quote: string;
  /** What the extractive answer says of it: dates made absolute, town, year and aim named. */
  readonly said: string;
  readonly isTarget: boolean;
  /** The town that the extractive answer names for it; null when it leaves the town out. */
  readonly town: string | null;
  /** The years that the extractive answer names for it. */
  readonly years: readonly number[];
}
