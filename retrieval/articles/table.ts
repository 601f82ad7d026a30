import type { Heading, TableRow } from './article.ts';
import type { Block } from './blocks.ts';
import type { Line } from './lines.ts';

/** A table flattened to lines: cells parted by tabs, cells that go on at lines led by tabs. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
  readonly headings: readonly Heading[];
}

interface OpenRow {
  number: number | null;
  name: string;
  section: string | null;
  cells: Heading[];
  start: number;
  end: number;
}

/**
 * Rows and cells of a flattened table. A line with one filled cell is a section heading, a line of
 * short words before a numbered line is a header (repeated headers are dropped), a line whose first
 * cell is empty continues the row above.
 */
export function readTable(block: Block): Table {
  let header: string[] = [];
  const headings: Heading[] = [];
  const rows: OpenRow[] = [];
  let section: string | null = null;
  for (const line of block.lines) {
    const cells = cellsOf(line);
    const filled = cells.filter((cell) => cell.text !== '');
    if (filled.length === 0) continue;
    const first = cells[0]!;
    const last = rows.at(-1);
    const numbered = /^\d{1,3}$/.test(first.text);
    const joined = numbered ? null : first.text.match(/^(\d{1,3})\s*[.．、]\s*(?=\S)/);
    if (filled.length === 1 && first.text !== '' && cells.length > 1 && !numbered && joined === null) {
      section = first.text;
      headings.push(first);
    } else if (isHeader(cells)) {
      header = cells.map((cell) => cell.text);
    } else if (first.text === '' && last !== undefined) {
      last.cells.push(...filled);
      last.end = filled.at(-1)!.end;
    } else {
      const name =
        (numbered ? filled[1] : joined === null ? filled[0] : after(first, joined[0].length)) ?? first;
      const rest = filled.slice(joined === null ? filled.indexOf(name) + 1 : 1);
      rows.push({
        number: numbered ? Number(first.text) : joined === null ? null : Number(joined[1]),
        name: name.text,
        section,
        cells: rest,
        start: first.text === '' ? name.start : first.start,
        end: (rest.at(-1) ?? name).end,
      });
    }
  }
  return { header, rows, headings };
}

/** A cell without its first characters. */
function after(cell: Heading, length: number): Heading {
  return { text: cell.text.slice(length), start: cell.start + length, end: cell.end };
}

function cellsOf(line: Line): Heading[] {
  const cells: Heading[] = [];
  let start = line.rawStart;
  for (const piece of line.raw.split('\t')) {
    const lead = piece.length - piece.trimStart().length;
    const text = piece.trim();
    cells.push({ text, start: start + lead, end: start + lead + text.length });
    start += piece.length + 1;
  }
  return cells;
}

/** Header cells are short and hold no sentence; 序号 or 项目 stands in one of them. */
function isHeader(cells: readonly Heading[]): boolean {
  return (
    cells.length >= 2 &&
    cells.every((cell) => cell.text.length <= 12 && !/[。；，\d]/.test(cell.text)) &&
    cells.some((cell) => /序号|项目|名称|内容|任务|目标|单位|类别|指标|编号/.test(cell.text))
  );
}
