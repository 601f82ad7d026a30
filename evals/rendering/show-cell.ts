import { evalWording, inChinese } from './wording.ts';

/** A cell of a breakdown as a person reads it: shares with three digits, terms in Chinese. */
export function showCell(cell: string | number): string {
  if (typeof cell === 'number') return Number.isInteger(cell) ? String(cell) : cell.toFixed(3);
  return evalWording.types[cell] ?? evalWording.reasons[cell] ?? inChinese(cell);
}
