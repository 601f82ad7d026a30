import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../../retrieval/articles/article.ts';
import { readArticles } from '../../../retrieval/articles/pages.ts';
import { inferDate } from '../../../retrieval/documents/infer-date.ts';
import { inferTown } from '../../../retrieval/documents/infer-town.ts';
import type { EvalContext } from '../../context.ts';
import type { ReadArticle, ReadRow } from '../../documents/compare.ts';
import { readInventedData } from '../../documents/invented/data.ts';
import { inventPage } from '../../documents/invented/page.ts';
import { INVENTED_SETS, type InventedSet, seedsOf } from '../../documents/invented/seeds.ts';
import type { PageFacts } from '../../documents/page-facts.ts';

/** A document as the program reads it; its id is the document's name. */
export interface DocumentRow {
  readonly id: string;
  /** The set of invented pages it belongs to, with its seed; absent for a document of the seeds. */
  readonly invented?: { readonly set: InventedSet['name']; readonly seed: number };
  readonly articles: readonly ReadArticle[];
  readonly rows: readonly ReadRow[];
  /** Town and date as the text alone tells them, without the manifest. */
  readonly facts: PageFacts;
}

/** Reads every document's articles and table rows, and the invented pages' when there are words to invent them from. */
export function generateDocuments({ texts, truth }: EvalContext): DocumentRow[] {
  return [
    ...[...texts].map(([id, text]) => ({ id, ...readPage(text) })),
    ...generateInvented(join(truth.documents, 'invented/data')),
  ];
}

function generateInvented(folder: string): DocumentRow[] {
  if (!existsSync(folder)) return [];
  const data = readInventedData(folder);
  return INVENTED_SETS.flatMap((set) =>
    seedsOf(set).map((seed) => {
      const { id, text } = inventPage(seed, data, set.aside);
      return { id, invented: { set: set.name, seed }, ...readPage(text) };
    }),
  );
}

function readPage(text: string): Pick<DocumentRow, 'articles' | 'rows' | 'facts'> {
  const articles = readArticles(text);
  const date = inferDate(text);
  return {
    articles: articles.map(toReadArticle),
    rows: articles.flatMap(({ rows }) =>
      rows.map(({ number, name, cells }) => ({ number, name, cells: cells.map(toPlace) })),
    ),
    facts: {
      town: inferTown(text, []),
      date: date === null ? null : { value: date.value, precision: date.precision },
    },
  };
}

function toReadArticle({ headline, kicker, sentences }: Article): ReadArticle {
  const body = sentences.filter(({ kind }) => kind !== 'headline');
  return {
    headline: headline?.text ?? null,
    kicker: kicker?.text ?? null,
    start: Math.min(...body.map(({ start }) => start)),
    end: Math.max(...body.map(({ end }) => end)),
    sentences: body.map(({ start, end, section }) => ({ start, end, section })),
  };
}

function toPlace({ start, end }: { readonly start: number; readonly end: number }): {
  start: number;
  end: number;
} {
  return { start, end };
}
