import { deskWording } from '../wording/desk.ts';
import type { RegisterRow } from './register.ts';

/** A cell that begins with one of these is taken for a formula by spreadsheets. */
const FORMULA = /^[\s\u200b\ufeff]*[=+\-@＝＋－＠\t\r]/;

/** The register as a file that spreadsheets open as Chinese: BOM, CRLF, no cell that runs as a formula. */
export function registerCsv(rows: readonly RegisterRow[]): string {
  const { columns, kinds, bounds, changes } = deskWording;
  const lines = rows.map((row) => [
    row.town,
    row.year,
    row.measure,
    kinds[row.kind],
    row.figure,
    row.value,
    row.unit,
    row.bound === null ? null : bounds[row.bound],
    row.change === null ? null : changes[row.change],
    row.deadline,
    row.by,
    row.places.join('、'),
    row.persons.map(({ name, office }) => (office === null ? name : `${name}（${office}）`)).join('、'),
    row.quote,
    row.title,
    row.document,
    row.line,
    row.start,
    row.end,
  ]);
  const header = [
    columns.town,
    columns.year,
    columns.measure,
    columns.kind,
    columns.figure,
    columns.value,
    columns.unit,
    columns.bound,
    columns.change,
    columns.deadline,
    columns.by,
    columns.places,
    columns.persons,
    columns.quote,
    columns.title,
    columns.document,
    columns.line,
    columns.start,
    columns.end,
  ];
  return `\ufeff${[header, ...lines].map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) || safe !== value ? `"${safe.replaceAll('"', '""')}"` : safe;
}
