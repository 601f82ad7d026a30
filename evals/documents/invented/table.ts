import type { Chance } from './chance.ts';
import type { InventedData, TablePattern } from './data.ts';
import { createFill, type Setting } from './fill.ts';
import { type Fragment, fragment, type PrintedLine } from './printed.ts';

/** A table with its headline, flattened to lines of cells between tabs. */
export interface PrintedTable {
  readonly headline: readonly string[];
  readonly lines: readonly PrintedLine[];
}

const TAB = fragment('\t', 'blank');

/** Sets a table as story `index`: cells are numbered by `part`, a hundred to the row. */
export function setTable(
  chance: Chance,
  data: InventedData,
  setting: Setting,
  pattern: TablePattern,
  index: number,
): PrintedTable {
  const fill = createFill(chance, data, setting);
  const header: PrintedLine = pattern.columns.flatMap((text, column) => [
    ...(column === 0 ? [] : [TAB]),
    fragment(text, 'header', index),
  ]);
  const tail = pattern.columns.slice(1).map(() => TAB);
  const repeats = chance.likely(0.3);
  const joinsNumber = !pattern.named && chance.likely(0.25);
  const continues = pattern.long || chance.likely(0.3);
  const lines: PrintedLine[] = [];
  const sections = pattern.sections ?? [];
  const rowsPerSection = Math.ceil(pattern.rows.length / Math.max(1, sections.length));
  if (sections.length === 0) lines.push(header);
  if (chance.likely(0.2))
    lines.unshift([fragment(chance.pick(['单位：万元', '（单位：个、万元）']), 'frame')]);
  for (const [row, cells] of pattern.rows.entries()) {
    if (sections.length > 0 && row % rowsPerSection === 0) {
      const heading = sections[row / rowsPerSection];
      if (heading !== undefined) lines.push([fragment(fill(heading), 'heading', index, row), ...tail]);
      if (row === 0 || repeats) lines.push(header);
    } else if (repeats && row > 0 && row % 3 === 0) lines.push(header);
    const filled = cells.map((cell) => fill(cell));
    lines.push(...setRow(chance, pattern, filled, index, row, joinsNumber, continues));
  }
  return { headline: pattern.headline.split('|').map(fill), lines };
}

function setRow(
  chance: Chance,
  pattern: TablePattern,
  cells: readonly string[],
  index: number,
  row: number,
  joinsNumber: boolean,
  continues: boolean,
): PrintedLine[] {
  const line: Fragment[] = [];
  const extra: PrintedLine[] = [];
  if (!pattern.named)
    line.push(fragment(String(row + 1), 'number', index, row), joinsNumber ? fragment('.', 'blank') : TAB);
  for (const [column, cell] of cells.entries()) {
    if (column > 0) line.push(TAB);
    const part = row * 100 + column;
    if (column === 0) {
      line.push(fragment(cell, 'name', index, row));
      continue;
    }
    const breaks = cell.search(/[。；](?! ?$)/);
    if (
      continues &&
      breaks > 0 &&
      breaks < cell.length - 2 &&
      column === cells.length - 1 - (pattern.long ? 1 : 0) &&
      chance.likely(0.7)
    ) {
      // The cell goes on in a line of its own, under the same column.
      line.push(fragment(cell.slice(0, breaks + 1), 'cell', index, part));
      const lead = Array.from({ length: column + (pattern.named || joinsNumber ? 0 : 1) }, () => TAB);
      extra.push([...lead, fragment(cell.slice(breaks + 1).trimStart(), 'cell', index, part + 50)]);
    } else line.push(fragment(cell, 'cell', index, part));
  }
  return [line, ...extra];
}
