import type { Line } from './lines.ts';
import { SENTENCE_END } from './patterns.ts';

/**
 * Printed width in characters. Papers differ in how wide they set digits and quotation marks, so a line has a least
 * and a most width.
 */
export function widthsOf(text: string): { readonly least: number; readonly most: number } {
  let least = 0;
  let most = 0;
  for (const character of text) {
    const digit = /[\d.%]/.test(character);
    const narrow = digit || character.charCodeAt(0) < 0x0250;
    const quote = /[“”‘’]/.test(character);
    least += narrow || quote ? 0.5 : 1;
    most += digit ? 0.8 : narrow ? 0.5 : 1;
  }
  return { least, most };
}

/** A line is full when it reaches its column's width but for this much: marks may not begin a line. */
const SLACK = 1.5;
const NARROWEST = 8;
const WIDEST = 50;
/** Lines on either side that tell a column's width. */
const AROUND = 7;
const LEAST_WITNESSES = 3;

/**
 * For every line the width of the column that it stands in, or undefined where lines are not broken at a width: a
 * width that several lines around it share although they end in mid-sentence.
 */
export function columnWidths(lines: readonly Line[]): (number | undefined)[] {
  const text = lines.flatMap((line, index) =>
    line.text === '' || line.raw.includes('\t')
      ? []
      : [{ index, width: widthsOf(line.text).least, open: !SENTENCE_END.test(line.text) }],
  );
  const widths = new Array<number | undefined>(lines.length).fill(undefined);
  for (const [at, { index }] of text.entries()) {
    widths[index] = sharedWidth(text.slice(Math.max(0, at - AROUND), at + AROUND + 1));
  }
  return widths;
}

function sharedWidth(
  lines: readonly { readonly width: number; readonly open: boolean }[],
): number | undefined {
  let best: { width: number; count: number } | undefined;
  for (const { width } of lines) {
    if (width < NARROWEST || width > WIDEST) continue;
    const like = lines.filter((line) => Math.abs(line.width - width) <= 1);
    const open = like.filter((line) => line.open).length;
    if (like.length < LEAST_WITNESSES || open < 2 || neighbours(lines, like) < 2) continue;
    if (best === undefined || like.length > best.count || (like.length === best.count && width > best.width))
      best = { width, count: like.length };
  }
  return best?.width;
}

/** How many of the lines follow another of them: a column's lines do, headings far apart do not. */
function neighbours<Item>(lines: readonly Item[], chosen: readonly Item[]): number {
  return lines.filter((line, at) => chosen.includes(line) && at > 0 && chosen.includes(lines[at - 1]!))
    .length;
}

/** Does a line reach the end of its column, or stop short of it by no more than an indent that is lost? */
export function isFull(text: string, column: number, indent = 0): boolean {
  return widthsOf(text).most >= column - SLACK - indent;
}
