import type { Article } from '../articles/article.ts';
import { readArticles } from '../articles/pages.ts';
import { findFaults, type PageFault } from '../articles/problems.ts';
import type { SourceDocument } from '../documents/document.ts';
import { bare } from '../text/characters.ts';

/** The articles of a document and the faults of its page, each with its place in the document's text. */
export function readLayout({ text, plain, layout }: SourceDocument): {
  articles: readonly Article[];
  faults: readonly PageFault[];
} {
  const source = layout?.text ?? plain ?? text;
  const articles = readArticles(source);
  const faults = findFaults(source, articles);
  return layout === undefined
    ? { articles, faults }
    : { articles: relocate(articles, layout.offsets), faults: relocate(faults, layout.offsets) };
}

/** Spans of the layout as spans of the text, wherever in a value they stand. */
function relocate<T>(value: T, offsets: readonly number[]): T {
  if (Array.isArray(value)) return value.map((item) => relocate(item, offsets)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const moved = Object.entries(value).map(([name, item]) => {
    if (typeof item !== 'number') return [name, relocate(item, offsets)];
    if (name === 'start') return [name, offsets[item] ?? 0];
    return [name, name === 'end' && item > 0 ? offsets[item - 1]! + 1 : item];
  });
  return Object.fromEntries(moved) as T;
}

/**
 * The text without its markup, for showing and quoting. Where a sentence reaches over letters of the markup (the
 * address of a picture), they are shown as they stand: a quotation must not leave letters out.
 */
export function plainText({ text, plain }: SourceDocument, articles: readonly Article[]): string {
  if (plain === undefined) return text;
  let shown = plain;
  for (const { start, end } of articles.flatMap((article) => article.sentences)) {
    const written = text.slice(start, end);
    if (written !== plain.slice(start, end) && bare(written) !== bare(plain.slice(start, end)))
      shown = shown.slice(0, start) + written + shown.slice(end);
  }
  return shown;
}
