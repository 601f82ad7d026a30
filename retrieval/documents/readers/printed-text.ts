import { type PrintedPage, type Row, rowsOf } from './printed-page.ts';
import { tableLines } from './printed-table.ts';
import { type Region, readingOrder } from './reading-order.ts';
import { withoutRunningHeads } from './running-heads.ts';

/** A line in letters so much larger than the body's is a heading. */
const HEADING_SIZE = 1.15;
/** A line in a font of its own is a heading if it is no longer than this. */
const LONGEST_HEADING = 30;
/** Lines further apart than this many usual distances belong to different paragraphs. */
const PARAGRAPH_GAP = 1.5;

/** How most of a document's letters are printed. */
interface Body {
  readonly size: number;
  readonly font: string;
}

/**
 * Printed pages as text, in reading order: one line a printed line, blank lines between paragraphs and round
 * headings, tables as rows with tabs, without page numbers and heads that repeat.
 */
export function printedText(pages: readonly PrintedPage[]): string {
  const sheets = withoutRunningHeads(pages.map(({ height, pieces }) => ({ height, rows: rowsOf(pieces) })));
  const body = bodyOf(sheets.flatMap(({ rows }) => rows));
  const parts = sheets.flatMap(({ rows }) => readingOrder(rows)).map((region) => regionText(region, body));
  const text = parts.filter((part) => part !== '').join('\n\n');
  return text === '' ? '' : `${text}\n`;
}

function bodyOf(rows: readonly Row[]): Body {
  const letters = new Map<string, { body: Body; count: number }>();
  for (const { size, font, text } of rows.flatMap(({ fragments }) => fragments)) {
    const rounded = Math.round(size * 2) / 2;
    const key = `${rounded} ${font}`;
    const count = (letters.get(key)?.count ?? 0) + text.length;
    letters.set(key, { body: { size: rounded, font }, count });
  }
  const most = [...letters.values()].sort((one, other) => other.count - one.count)[0];
  return most?.body ?? { size: 10, font: '' };
}

function regionText(region: Region, body: Body): string {
  return region.kind === 'table'
    ? tableLines(region.rows, region.bases).join('\n')
    : linesText(region.rows, body);
}

interface PrintedLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
  readonly heading: boolean;
}

function linesText(rows: readonly Row[], body: Body): string {
  const lines = rows.map((row) => toLine(row, body));
  const plain = lines.filter(({ heading }) => !heading);
  const left = Math.min(...plain.map((line) => line.left));
  const right = Math.max(...plain.map((line) => line.right));
  const distances = lines.slice(1).map(({ base }, index) => base - lines[index]!.base);
  const usual = [...distances].sort((a, b) => a - b)[Math.floor(distances.length / 2)] ?? 0;
  let text = '';
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (before !== undefined) text += partsFrom(before, line, { left, right, usual }) ? '\n\n' : '\n';
    text += line.text;
  }
  return text;
}

function toLine({ base, fragments }: Row, body: Body): PrintedLine {
  const text = fragments.map((fragment) => fragment.text.trim()).join(' ');
  const size = Math.max(...fragments.map((fragment) => fragment.size));
  const ownFont = fragments.every(({ font }) => font !== body.font) && text.length <= LONGEST_HEADING;
  const heading =
    size >= HEADING_SIZE * body.size || (ownFont && size >= body.size && !/[。；，、,]$/.test(text));
  return { text, left: fragments[0]!.left, right: fragments.at(-1)!.right, base, size, heading };
}

/** Does a new paragraph or heading begin with this line? */
function partsFrom(
  before: PrintedLine,
  line: PrintedLine,
  { left, right, usual }: { left: number; right: number; usual: number },
): boolean {
  const distance = line.base - before.base;
  if (before.heading !== line.heading) return true;
  if (line.heading) return Math.abs(line.size - before.size) > 0.1 * line.size || distance > 2 * line.size;
  const ended = /[。！？!?；;…：:][”’」』）)]*$/u.test(before.text);
  const short = before.right < right - 1.5 * before.size;
  const indented = line.left > left + 1.2 * line.size;
  return (
    distance > PARAGRAPH_GAP * Math.max(usual, line.size) ||
    (indented && (ended || short)) ||
    (short && ended)
  );
}
