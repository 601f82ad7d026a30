import { baselineLines } from './baseline-lines.ts';
import { figureHeads, figureRows } from './figure-rows.ts';
import type { EvalReport } from './report.ts';

/** The closing table on a terminal: every figure, what changed, what failed. */
export function renderTerminal(report: EvalReport): string {
  const rows = figureRows(report);
  const table = [figureHeads(), ...rows.map(({ suite, name, cells }) => [`${suite} ${name}`, ...cells])];
  const used = table[0]!.map((_, column) => table.slice(1).some((row) => row[column] !== ''));
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => widthOf(row[column]!))));
  const lines = table.map((row) =>
    row
      .map((cell, column) => (used[column] ? cell + ' '.repeat(widths[column]! - widthOf(cell)) : undefined))
      .filter((cell) => cell !== undefined)
      .join('  ')
      .trimEnd(),
  );
  return `${[...lines, '', ...baselineLines(report)].join('\n')}\n`;
}

/** Columns that a text takes: Chinese characters and full-width signs take two. */
function widthOf(text: string): number {
  return [...text].reduce(
    (width, sign) =>
      width + (/[\u1100-\u115f\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/u.test(sign) ? 2 : 1),
    0,
  );
}
