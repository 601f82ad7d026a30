import { existsSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { EvaluationError } from '../evaluation-error.ts';
import { createPlaces, type Place, type Places } from './places.ts';

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
export type SeenArticle = z.infer<typeof articles>[number];

/** An article with the place of its body in the text. */
export interface TrueArticle extends Place {
  readonly headline: string;
  readonly kicker: string | null;
  /** The line under the headline. */
  readonly sub: string | null;
  /** The stretches in which its words stand, where another's words may stand between. */
  readonly pieces: readonly Place[];
  /** Headings inside it with the place of the first words under each. */
  readonly sections: readonly { readonly heading: string; readonly start: number }[];
}

export interface TrueRow {
  readonly number: number | null;
  readonly name: string;
  readonly cells: readonly { readonly first: string; readonly last: string }[];
}

export interface Truth {
  readonly articles: readonly TrueArticle[];
  readonly rows: readonly TrueRow[];
}

/** What was read by eye of a document; empty when nobody did. Throws when the words are not in its text. */
export function readTruth(folder: string, document: string, text: string): Truth {
  const places = createPlaces(text);
  return {
    articles: readArticleTruth(folder, document).map((seen) => place(places, seen)),
    rows: readRowTruth(folder, document),
  };
}

export function readArticleTruth(folder: string, document: string): SeenArticle[] {
  return articles.parse(readYaml(folder, document, 'articles'));
}

export function readRowTruth(folder: string, document: string): TrueRow[] {
  return rows.parse(readYaml(folder, document, 'rows'));
}

function readYaml(folder: string, document: string, subject: string): unknown {
  const path = join(folder, `${basename(document, extname(document))}.${subject}.yaml`);
  return existsSync(path) ? parse(readFileSync(path, 'utf8')) : [];
}

function place(places: Places, seen: SeenArticle): TrueArticle {
  const body = bodyOf(places, seen);
  return {
    headline: seen.headline,
    kicker: seen.kicker ?? null,
    sub: null,
    ...body,
    pieces: [body],
    sections: seen.sections.map(({ heading, first }) => {
      const found = places.first(first);
      if (found === undefined)
        throw new EvaluationError(`the first words under ${heading} are not in the document`);
      return { heading, start: found.start };
    }),
  };
}

/** The stretch of a file from an article's first to its last words. Throws when the words are not there. */
export function bodyOf(places: Places, { first, last }: Pick<SeenArticle, 'first' | 'last'>): Place {
  const start = places.first(first);
  const end = places.last(last);
  if (start === undefined || end === undefined) {
    throw new EvaluationError(`not in the document: ${start === undefined ? first : last}`);
  }
  return { start: start.start, end: end.end };
}
