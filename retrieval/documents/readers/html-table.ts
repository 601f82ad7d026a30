import { type HtmlNode, nodesOf } from './html-tree.ts';
import type { RenditionLine } from './rendition.ts';

/** A cell with more text than this holds an article: the page was laid out with a table. */
const LONGEST_CELL = 1200;
/** More columns or rows than this are a slip in the markup. */
const LARGEST_SPAN = 60;

/** Does a table hold data, rather than the layout of a page? */
export function isTableOfData(table: HtmlNode): boolean {
  let widest = 0;
  for (const node of nodesOf(table)) {
    if (node !== table && node.name === 'table') return false;
    if (node.name === 'tr') widest = Math.max(widest, cellsOf(node).length);
    if ((node.name === 'td' || node.name === 'th') && lengthOf(node) > LONGEST_CELL) return false;
  }
  return widest > 1;
}

function lengthOf(node: HtmlNode): number {
  let length = 0;
  for (const { type, data } of nodesOf(node)) if (type === 'text') length += (data ?? '').trim().length;
  return length;
}

function cellsOf(row: HtmlNode): HtmlNode[] {
  return (row.children ?? []).filter(({ name }) => name === 'td' || name === 'th');
}

/** One line a row, cells parted by tabs; what spans several rows is told in each of them. */
export function tableLines(table: HtmlNode, textOf: (node: HtmlNode) => string): RenditionLine[] {
  const rows = [...nodesOf(table)].filter(({ name }) => name === 'tr');
  const spanning = new Map<number, { text: string; rows: number }>();
  return rows.map((row) => {
    const cells: string[] = [];
    const carry = (): void => {
      for (let held = spanning.get(cells.length); held !== undefined; held = spanning.get(cells.length)) {
        if (held.rows === 1) spanning.delete(cells.length);
        else spanning.set(cells.length, { ...held, rows: held.rows - 1 });
        cells.push(held.text);
      }
    };
    for (const cell of cellsOf(row)) {
      carry();
      const text = oneLine(textOf(cell));
      const columns = spanOf(cell, 'colspan');
      const down = spanOf(cell, 'rowspan');
      for (let column = 0; column < columns; column++) {
        const shown = column === 0 ? text : '';
        if (down > 1) spanning.set(cells.length, { text: shown, rows: down - 1 });
        cells.push(shown);
      }
    }
    carry();
    return { text: cells.every((cell) => cell === '') ? '' : cells.join('\t') };
  });
}

function spanOf(cell: HtmlNode, name: 'colspan' | 'rowspan'): number {
  const span = Number(cell.attribs?.[name] ?? 1);
  return Number.isInteger(span) ? Math.min(Math.max(span, 1), LARGEST_SPAN) : 1;
}

/** The lines of a cell as one; lines that are more than a word or two are parted by a stop. */
function oneLine(text: string): string {
  return text
    .replace(/\t/g, ' ')
    .split('\n')
    .reduce((joined, line) => {
      const parted = joined.length < 8 || /[。！？；;，,、：:]$/.test(joined) || /^[•（(]/.test(line);
      return joined === '' ? line : `${joined}${parted ? '' : '；'}${line}`;
    }, '');
}
