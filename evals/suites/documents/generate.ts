import type { Article } from '../../../retrieval/articles/article.ts';
import { readArticles } from '../../../retrieval/articles/pages.ts';
import type { EvalContext } from '../../context.ts';
import type { ReadArticle, ReadRow } from '../../documents/compare.ts';

/** A document as the program reads it; its id is the document's name. */
export interface DocumentRow {
  readonly id: string;
  readonly articles: readonly ReadArticle[];
  readonly rows: readonly ReadRow[];
}

/** Reads every document's articles and table rows. */
export function generateDocuments({ texts }: EvalContext): DocumentRow[] {
  return [...texts].map(([id, text]) => {
    const articles = readArticles(text);
    return {
      id,
      articles: articles.map(toReadArticle),
      rows: articles.flatMap(({ rows }) =>
        rows.map(({ number, name, cells }) => ({ number, name, cells: cells.map(toPlace) })),
      ),
    };
  });
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
