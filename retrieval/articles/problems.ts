import { bare } from '../text/characters.ts';
import { undouble } from '../text/clean.ts';
import type { Article } from './article.ts';

/** A fault of the page itself, told at ingest and remembered with the text it concerns. */
export interface PageFault {
  readonly kind: 'cut_sentence' | 'repeated_row' | 'doubled_glyphs' | 'no_headline' | 'no_article';
  readonly start: number;
  readonly message: string;
}

/** Sentences broken off, rows printed twice, glyphs printed twice, articles without a headline. */
export function findFaults(source: string, articles: readonly Article[]): PageFault[] {
  const faults: PageFault[] = [];
  if (articles.length === 0)
    faults.push({ kind: 'no_article', start: 0, message: 'no readable text; nothing to index' });
  for (const article of articles) {
    if (article.headline === null) {
      const start = article.sentences[0]?.start ?? 0;
      faults.push({
        kind: 'no_headline',
        start,
        message: 'an article without a headline; named by its first words',
      });
    }
    for (const sentence of article.sentences) {
      const printed = source.slice(sentence.start, sentence.end).replace(/\s/g, '');
      if (sentence.cut) {
        faults.push({
          kind: 'cut_sentence',
          start: sentence.start,
          message: `cut off by the page, marked so: …${sentence.text.slice(-12)}`,
        });
      }
      if (undouble(printed).length < printed.length) {
        faults.push({
          kind: 'doubled_glyphs',
          start: sentence.start,
          message: `glyphs printed twice, read once: ${sentence.text.slice(0, 20)}`,
        });
      }
    }
    faults.push(...repeatedRows(article));
  }
  return faults;
}

function repeatedRows(article: Article): PageFault[] {
  const first = new Map<string, string>();
  const faults: PageFault[] = [];
  for (const row of article.rows) {
    const cell = bare(row.cells.map((part) => part.text).join(''));
    const label = row.number === null ? row.name : `${row.number} ${row.name}`;
    const before = first.get(cell);
    if (cell.length < 20) continue;
    if (before === undefined) first.set(cell, label);
    else
      faults.push({
        kind: 'repeated_row',
        start: row.start,
        message: `row ${label} prints the same text as row ${before}; told once`,
      });
  }
  return faults;
}
