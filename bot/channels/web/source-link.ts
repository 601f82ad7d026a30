import type { Citation } from '../../answers/answer.ts';

/** The document view, opened at the quote. */
export function sourceLink(citation: Pick<Citation, 'document' | 'start' | 'end'>): string {
  return `/documents/${encodeURIComponent(citation.document)}?start=${citation.start}&end=${citation.end}#quote`;
}
