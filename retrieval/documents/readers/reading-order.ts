import type { Fragment, Row } from './printed-page.ts';
import { isTable } from './printed-table.ts';

/** A part of a page that is read as a whole: lines one below the other, or the rows of a table. */
export type Region =
  | { readonly kind: 'lines'; readonly rows: readonly Row[] }
  | {
      readonly kind: 'table';
      readonly rows: readonly (readonly Fragment[][])[];
      readonly bases: readonly number[];
    };

interface Gutter {
  readonly left: number;
  readonly right: number;
}

/** Rows [from, to) through which a white gutter runs, with all gutters that do. */
interface Band {
  readonly from: number;
  readonly to: number;
  readonly gutters: readonly Gutter[];
}

/** Gaps narrower than this share of the letters' size part no columns. */
const NARROWEST_GUTTER = 0.45;
/** Lines less than so many letters apart stand beside each other, be it at other heights. */
const BESIDE = 2;
/** Letters so much larger than the others are a heading's. */
const HEADING_SIZE = 1.15;
/** A white strip across the page, so many times as high as the usual distance of rows, ends what stands above it. */
const WHITE_STRIP = 4;
/** Fewer rows than this beside each other are chance, unless they are cells of a table. */
const FEWEST_ROWS = 2;

/**
 * The parts of a page in the order in which people read them. Where a white gutter runs through a band of rows,
 * what stands left of it is read before what stands right, unless it is a table; what stands above the band comes
 * before it, what stands below after it.
 */
export function readingOrder(rows: readonly Row[]): Region[] {
  if (rows.length === 0) return [];
  const longest = bestBand(rows, (height) => height);
  if (longest === undefined) return [{ kind: 'lines', rows }];
  const table = isTable(columnsOf(rows, longest));
  // A line above a table may leave one of its gutters open; the table is where all of them are.
  const band = table ? bestBand(rows, (height, gutters) => height * gutters)! : longest;
  const columns = columnsOf(rows, band);
  const middle: Region[] = table
    ? [tableOf(rows.slice(band.from, band.to), band.gutters)]
    : columns.flatMap((column) => readingOrder(column));
  return [...readingOrder(rows.slice(0, band.from)), ...middle, ...readingOrder(rows.slice(band.to))];
}

/** The best of all bands that have a gutter with words on both sides, as weighed by its rows and gutters. */
function bestBand(
  rows: readonly Row[],
  weigh: (height: number, gutters: number) => number,
): Band | undefined {
  const narrowest = NARROWEST_GUTTER * medianSize(rows);
  const strip = WHITE_STRIP * Math.max(medianSize(rows), medianDistance(rows));
  let best: Band | undefined;
  let most = 0;
  for (let from = 0; from < rows.length; from++) {
    let covered: Gutter[] = [];
    let open = false;
    for (let to = from + 1; to <= rows.length; to++) {
      if (to > from + 1 && rows[to - 1]!.base - rows[to - 2]!.base > strip) break;
      covered = cover(covered, rows[to - 1]!.fragments);
      const gutters = gapsOf(covered, narrowest);
      if (gutters.length === 0) {
        if (open) break;
        continue;
      }
      open = true;
      if (weigh(to - from, gutters.length) <= most) continue;
      const real = gutters.filter((gutter) => partsWords(rows.slice(from, to), gutter));
      if (real.length === 0 || weigh(to - from, real.length) <= most) continue;
      most = weigh(to - from, real.length);
      best = { from, to, gutters: real };
    }
  }
  return best === undefined ? undefined : trimmed(rows, best);
}

/**
 * A band begins with rows that the gutter matters for: a lone line above it is read before both columns. It ends
 * before a heading below which only one column goes on: there the page has become one column again.
 */
function trimmed(rows: readonly Row[], band: Band): Band {
  const first = band.gutters[0]!;
  const inside = rows.slice(band.from, band.to);
  const usual = medianSize(inside);
  const both = inside.map(({ base }, index) => {
    const near = inside.filter(
      (row, other) => Math.abs(other - index) <= 1 && Math.abs(row.base - base) < BESIDE * usual,
    );
    return near.some((row) => leftOf(row, first)) && near.some((row) => rightOf(row, first));
  });
  const from = Math.max(0, both.indexOf(true));
  const last = both.lastIndexOf(true);
  const heading = inside.findIndex(
    ({ fragments }, index) => index > last && fragments[0]!.size >= HEADING_SIZE * usual,
  );
  return { ...band, from: band.from + from, to: heading === -1 ? band.to : band.from + heading };
}

function leftOf(row: Row, gutter: Gutter): boolean {
  return row.fragments.some((fragment) => fragment.right <= gutter.left + 0.01);
}

function rightOf(row: Row, gutter: Gutter): boolean {
  return row.fragments.some((fragment) => fragment.left >= gutter.right - 0.01);
}

/** Do at least two rows stand on either side, so that the gap is more than the end of a line? */
function partsWords(rows: readonly Row[], gutter: Gutter): boolean {
  return (
    rows.filter((row) => leftOf(row, gutter)).length >= FEWEST_ROWS &&
    rows.filter((row) => rightOf(row, gutter)).length >= FEWEST_ROWS
  );
}

/** Stretches of the page's width that hold words, in order, after those of `fragments` have joined them. */
function cover(covered: readonly Gutter[], fragments: readonly Fragment[]): Gutter[] {
  const all = [...covered, ...fragments].sort((one, other) => one.left - other.left);
  const merged: { left: number; right: number }[] = [];
  for (const { left, right } of all) {
    const last = merged.at(-1);
    if (last !== undefined && left <= last.right) last.right = Math.max(last.right, right);
    else merged.push({ left, right });
  }
  return merged;
}

function gapsOf(covered: readonly Gutter[], narrowest: number): Gutter[] {
  return covered
    .slice(1)
    .map((stretch, index) => ({ left: covered[index]!.right, right: stretch.left }))
    .filter(({ left, right }) => right - left >= narrowest);
}

function columnsOf(rows: readonly Row[], { from, to, gutters }: Band): Row[][] {
  return splitColumns(rows.slice(from, to), gutters);
}

function columnOf({ left }: Fragment, gutters: readonly Gutter[]): number {
  return gutters.filter((gutter) => left >= gutter.right - 0.01).length;
}

function splitColumns(rows: readonly Row[], gutters: readonly Gutter[]): Row[][] {
  return Array.from({ length: gutters.length + 1 }, (_, column) =>
    rows.flatMap(({ base, fragments }) => {
      const own = fragments.filter((fragment) => columnOf(fragment, gutters) === column);
      return own.length === 0 ? [] : [{ base, fragments: own }];
    }),
  );
}

function tableOf(rows: readonly Row[], gutters: readonly Gutter[]): Region {
  const cells = rows.map(({ fragments }) =>
    Array.from({ length: gutters.length + 1 }, (_, column) =>
      fragments.filter((fragment) => columnOf(fragment, gutters) === column),
    ),
  );
  return { kind: 'table', rows: cells, bases: rows.map(({ base }) => base) };
}

function medianDistance(rows: readonly Row[]): number {
  const distances = rows
    .slice(1)
    .map(({ base }, index) => base - rows[index]!.base)
    .sort((a, b) => a - b);
  return distances[Math.floor(distances.length / 2)] ?? 0;
}

function medianSize(rows: readonly Row[]): number {
  const sizes = rows.flatMap(({ fragments }) => fragments.map(({ size }) => size)).sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 10;
}
