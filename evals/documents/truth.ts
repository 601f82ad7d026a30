import { existsSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { EvaluationError } from '../evaluation-error.ts';
import type { Place, Places } from './places.ts';

const words = z.string().min(4);

const articles = z.array(
  z.strictObject({
    headline: words,
    kicker: words.optional(),
    first: words,
    last: words,
    sections: z.array(z.strictObject({ heading: words, first: words })).default([]),
  }),
);

const rows = z.array(
  z.strictObject({
    number: z.number().int(),
    name: words,
    cells: z.array(z.strictObject({ first: words, last: words })),
  }),
);

/** An article as a reader sees it: headline, and the first and last words of its body. */
export type TrueArticle = z.infer<typeof articles>[number];
export type TrueRow = z.infer<typeof rows>[number];

/** What was read by eye of a document's articles; empty when nobody did. */
export function readArticleTruth(folder: string, document: string): TrueArticle[] {
  return articles.parse(readYaml(folder, document, 'articles'));
}

export function readRowTruth(folder: string, document: string): TrueRow[] {
  return rows.parse(readYaml(folder, document, 'rows'));
}

function readYaml(folder: string, document: string, subject: string): unknown {
  const path = join(folder, `${basename(document, extname(document))}.${subject}.yaml`);
  return existsSync(path) ? parse(readFileSync(path, 'utf8')) : [];
}

/** The stretch of a file from an article's first to its last words. Throws when the words are not there. */
export function bodyOf(places: Places, { first, last }: Pick<TrueArticle, 'first' | 'last'>): Place {
  const start = places.first(first);
  const end = places.last(last);
  if (start === undefined || end === undefined) {
    throw new EvaluationError(`not in the document: ${start === undefined ? first : last}`);
  }
  return { start: start.start, end: end.end };
}
