import type { Fragment, Row } from './printed-page.ts';

/** Lines of running text have at least this many characters; cells mostly have fewer. */
const SHORTEST_PROSE = 8;
/** In a column of text this share of the lines reaches its right edge. */
const FULL_LINES = 0.5;
/** A column of entries this short numbers or names the rows of a table. */
const SHORT_ENTRIES = 4;
/** A name in the first column may go over so many lines. */
const LINES_OF_A_NAME = 2;
/** Rows of a table stand further apart than the lines of a cell, by this factor. */
const ROW_GAP = 1.25;

/** Do columns hold the cells of a table, rather than running text? */
export function isTable(columns: readonly (readonly Row[])[]): boolean {
  const prose = columns.filter(isProse).length;
  return (
    prose <= Math.max(0, columns.length - 2) ||
    columns.some((column) => medianLength(column) <= SHORT_ENTRIES)
  );
}

function isProse(column: readonly Row[]): boolean {
  const edge = Math.max(...column.map(rightEdge));
  const full = column.filter((row) => rightEdge(row) >= edge - 1.5 * row.fragments[0]!.size);
  return medianLength(column) >= SHORTEST_PROSE && full.length >= FULL_LINES * column.length;
}

function rightEdge({ fragments }: Row): number {
  return fragments.at(-1)!.right;
}

function medianLength(column: readonly Row[]): number {
  const lengths = column
    .map(({ fragments }) => fragments.reduce((sum, { text }) => sum + text.length, 0))
    .sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length / 2)] ?? 0;
}

/**
 * The lines of a printed table as its rows, cells parted by tabs: lines of one cell are joined. Rows are told by the
 * larger gap between them; where all gaps are alike, by their filled first cell.
 */
export function tableLines(rows: readonly (readonly Fragment[][])[], bases: readonly number[]): string[] {
  const starts = rowStarts(rows, bases);
  return starts.map((start, index) => {
    const own = rows.slice(start, starts[index + 1]);
    return own[0]!
      .map((_, column) => own.map((row) => row[column]!.map(({ text }) => text).join(' ')).join(''))
      .join('\t');
  });
}

function rowStarts(rows: readonly (readonly Fragment[][])[], bases: readonly number[]): number[] {
  const all = rows.map((_, index) => index);
  const pitch = linePitch(rows, bases);
  const byGap = all.filter((index) => index === 0 || bases[index]! - bases[index - 1]! >= ROW_GAP * pitch);
  const named = all.filter((index) => rows[index]![0]!.length > 0);
  // Some gaps only set a header or a section apart, and say nothing of the rows between them.
  const oneEach = byGap.every((start, index) => {
    const end = byGap[index + 1] ?? all.length;
    return named.filter((row) => row >= start && row < end).length <= LINES_OF_A_NAME;
  });
  return oneEach ? byGap : [...new Set([0, ...named])];
}

/** The distance of lines in a cell: the smallest at which two stand one below the other in one column. */
function linePitch(rows: readonly (readonly Fragment[][])[], bases: readonly number[]): number {
  const columns = rows[0]!.map((_, column) =>
    bases.filter((_base, index) => rows[index]![column]!.length > 0),
  );
  return Math.min(...columns.flatMap((held) => held.slice(1).map((base, index) => base - held[index]!)));
}
