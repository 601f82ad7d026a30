import { printable } from '../../bot/channels/terminal/printable.ts';
import { figureOfRow } from '../../bot/desk/explain-figure.ts';
import type { RegisterRow } from '../../bot/desk/register.ts';
import { deskWording } from '../../bot/wording/desk.ts';
import { columnsOf } from './columns.ts';

/** Widest columns of town, year, kind, measure, figure and deadline; the quote takes what it needs. */
const LIMITS = [10, 6, 6, 32, 20, 16];

/** The register as a table on a terminal. */
export function renderRows(rows: readonly RegisterRow[]): string {
  const { columns, kinds, table, source } = deskWording;
  if (rows.length === 0) return `${table.none}\n`;
  const head = [
    columns.town,
    columns.year,
    columns.kind,
    columns.measure,
    columns.figure,
    columns.deadline,
    columns.quote,
  ];
  const lines = rows.map((row) =>
    [
      row.town ?? table.empty,
      row.year === null ? table.empty : String(row.year),
      kinds[row.kind],
      row.measure,
      figureOfRow(row) || table.empty,
      row.deadline ?? table.empty,
      `${row.quote}（${source(row.title, row.line)}）`,
    ].map(printable),
  );
  return `${columnsOf([head, ...lines], LIMITS)}${table.count(rows.length)}\n`;
}
