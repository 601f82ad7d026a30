import { boundaryF1 } from '../metrics/boundary-f1.ts';
import { bare } from '../metrics/folded-text.ts';
import { lettersShared } from './letters.ts';
import { createPlaces, type Place } from './places.ts';
import type { TrueArticle, TrueRow, Truth } from './truth.ts';

/** An article as the program reads it. */
export interface ReadArticle {
  readonly headline: string | null;
  readonly kicker: string | null;
  /** The body from its first to its last sentence. */
  readonly start: number;
  readonly end: number;
  /** Every sentence with the heading under which it stands. */
  readonly sentences: readonly (Place & { readonly section: string | null })[];
}

export interface ReadRow {
  readonly number: number | null;
  readonly name: string;
  readonly cells: readonly Place[];
}

export interface Comparison {
  /** For every true article: does the program's article at its place have its headline? */
  readonly headlines: readonly Checked[];
  readonly boundaryF1: number;
  /** F1 of the letters of every true article's body against the program's article at its place. */
  readonly bodies: readonly number[];
  readonly sections: readonly Checked[];
  readonly rows: readonly Checked[];
}

export interface Checked {
  readonly name: string;
  readonly right: boolean;
  /** What the program has instead. */
  readonly found: string;
}

/** Holds the program's reading of a document against the truth. */
export function compareDocument(
  text: string,
  truth: Truth,
  read: { readonly articles: readonly ReadArticle[]; readonly rows: readonly ReadRow[] },
): Comparison {
  const places = createPlaces(text);
  const boundaries = ({ start, end }: Place): number[] => [
    places.lettersBefore(start),
    -places.lettersBefore(end),
  ];
  const readAt = (start: number): ReadArticle | undefined =>
    read.articles.find((article) => article.sentences.some((sentence) => holds(sentence, start)));
  return {
    headlines: truth.articles.map((article) => checkHeadline(article, readAt(article.start))),
    boundaryF1: boundaryF1(read.articles.flatMap(boundaries), truth.articles.flatMap(boundaries)),
    bodies: truth.articles.map(({ start, pieces }) =>
      lettersShared(places, pieces, readAt(start)?.sentences ?? []),
    ),
    sections: truth.articles.flatMap(({ sections }) =>
      sections.map(({ heading, start }) => checkSection(heading, start, read.articles)),
    ),
    rows: checkRows(text, truth.rows, read.rows),
  };
}

/** The page's lines above a body may be joined to one, so the headline counts with its kicker or subheading too. */
function checkHeadline(truth: TrueArticle, here: ReadArticle | undefined): Checked {
  const { kicker, headline, sub } = truth;
  const wanted = [
    headline,
    `${kicker ?? ''}${headline}`,
    `${headline}${sub ?? ''}`,
    `${kicker ?? ''}${headline}${sub ?? ''}`,
  ].map(bare);
  const given = [here?.headline ?? '', `${here?.kicker ?? ''}${here?.headline ?? ''}`].map(bare);
  return {
    name: headline,
    right: given.some((words) => words !== '' && wanted.includes(words)),
    found: here?.headline ?? '',
  };
}

function checkSection(heading: string, start: number, articles: readonly ReadArticle[]): Checked {
  const sentences = articles.flatMap((article) => article.sentences);
  const found = sentences.find((sentence) => holds(sentence, start))?.section ?? '';
  return { name: heading, right: bare(found) === bare(heading), found };
}

function holds({ start, end }: Place, offset: number): boolean {
  return start <= offset && offset < end;
}

/** A row is right when its name, the number of its cells and every cell's first and last words are. */
function checkRows(text: string, truth: readonly TrueRow[], read: readonly ReadRow[]): Checked[] {
  return truth.map((row) => {
    const found = read.find(
      ({ number, name }) => number === row.number && (number !== null || bare(name) === bare(row.name)),
    );
    const cells = (found?.cells ?? []).map(({ start, end }) => bare(text.slice(start, end)));
    const right =
      found !== undefined &&
      bare(found.name) === bare(row.name) &&
      cells.length === row.cells.length &&
      row.cells.every(
        ({ first, last }, index) =>
          cells[index]!.startsWith(bare(first)) && cells[index]!.endsWith(bare(last)),
      );
    return {
      name: `${row.number ?? ''} ${row.name}`.trim(),
      right,
      found: found === undefined ? '' : `${found.name}（${cells.length}）`,
    };
  });
}
