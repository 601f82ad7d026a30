import type { PageDate } from '../../retrieval/documents/document.ts';

/** What is known, or inferred, of a page as a whole. */
export interface PageFacts {
  readonly town: string | null;
  readonly date: Pick<PageDate, 'value' | 'precision'> | null;
}

/** How an inferred date stands to the true one: `none` where a date could be told and none was. */
export type DateVerdict = 'right' | 'coarse' | 'none' | 'wrong';

const LENGTH = { year: 4, month: 7, day: 10 } as const;

/**
 * Judges a date against the true one, of which the page shows so much (null: nothing, then no date is right and a true
 * one is luck). A date that is less exact than the page allows is coarse; one that contradicts the true one is wrong.
 */
export function judgeDate(
  found: PageFacts['date'],
  truth: { readonly value: string; readonly shown: PageDate['precision'] | null },
): DateVerdict {
  if (found === null) return truth.shown === null ? 'right' : 'none';
  if (!truth.value.startsWith(found.value)) return 'wrong';
  return truth.shown === null || found.value.length >= LENGTH[truth.shown] ? 'right' : 'coarse';
}
