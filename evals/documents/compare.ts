import { EvaluationError } from '../evaluation-error.ts';
import { boundaryF1 } from '../metrics/boundary-f1.ts';
import { bare } from '../metrics/folded-text.ts';
import { createPlaces, type Place } from './places.ts';
import { bodyOf, type TrueArticle, type TrueRow } from './truth.ts';

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
  readonly sections: readonly Checked[];
  readonly rows: readonly Checked[];
}

export interface Checked {
  readonly name: string;
  readonly right: boolean;
  /** What the program has instead. */
  readonly found: string;
}

/** Holds the program's reading of a document against what was read by eye. */
export function compareDocument(
  text: string,
  truth: { readonly articles: readonly TrueArticle[]; readonly rows: readonly TrueRow[] },
  read: { readonly articles: readonly ReadArticle[]; readonly rows: readonly ReadRow[] },
): Comparison {
  const places = createPlaces(text);
  const boundaries = ({ start, end }: Place): number[] => [
    places.lettersBefore(start),
    -places.lettersBefore(end),
  ];
  const bodies = truth.articles.map((article) => bodyOf(places, article));
  return {
    headlines: truth.articles.map((article, index) =>
      checkHeadline(article, bodies[index]!.start, read.articles),
    ),
    boundaryF1: boundaryF1(read.articles.flatMap(boundaries), bodies.flatMap(boundaries)),
    sections: truth.articles.flatMap(({ sections }) =>
      sections.map(({ heading, first }) => checkSection(heading, places.first(first), read.articles)),
    ),
    rows: checkRows(text, truth.rows, read.rows),
  };
}

/** Kicker and headline may be printed on one line, so the two together count as the headline as well. */
function checkHeadline(truth: TrueArticle, start: number, articles: readonly ReadArticle[]): Checked {
  const here = articles.find((article) => article.sentences.some((sentence) => holds(sentence, start)));
  const wanted = [truth.headline, `${truth.kicker ?? ''}${truth.headline}`].map(bare);
  const given = [here?.headline ?? '', `${here?.kicker ?? ''}${here?.headline ?? ''}`].map(bare);
  return {
    name: truth.headline,
    right: given.some((words) => words !== '' && wanted.includes(words)),
    found: here?.headline ?? '',
  };
}

function checkSection(heading: string, first: Place | undefined, articles: readonly ReadArticle[]): Checked {
  if (first === undefined)
    throw new EvaluationError(`the first words under ${heading} are not in the document`);
  const sentences = articles.flatMap((article) => article.sentences);
  const found = sentences.find((sentence) => holds(sentence, first.start))?.section ?? '';
  return { name: heading, right: bare(found) === bare(heading), found };
}

function holds({ start, end }: Place, offset: number): boolean {
  return start <= offset && offset < end;
}

/** A row is right when its name, the number of its cells and every cell's first and last words are. */
function checkRows(text: string, truth: readonly TrueRow[], read: readonly ReadRow[]): Checked[] {
  return truth.map((row) => {
    const found = read.find(({ number }) => number === row.number);
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
      name: `${row.number} ${row.name}`,
      right,
      found: found === undefined ? '' : `${found.name}（${cells.length}）`,
    };
  });
}
