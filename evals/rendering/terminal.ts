import { baselineLines } from './baseline-lines.ts';
import { figureHeads, figureRows } from './figure-rows.ts';
import type { EvalReport } from './report.ts';
import { tableOf } from './table.ts';

/** The closing table on a terminal: every figure, what changed, what failed. */
export function renderTerminal(report: EvalReport): string {
  const rows = figureRows(report).map(({ suite, name, cells }) => [`${suite} ${name}`, ...cells]);
  return `${[...tableOf([figureHeads(), ...rows]), '', ...baselineLines(report)].join('\n')}\n`;
}
