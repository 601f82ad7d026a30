import { tableOf } from '../rendering/table.ts';
import { evalWording, inChinese } from '../rendering/wording.ts';
import type { ModeFigure, ModesReport } from './compare-modes.ts';
import { modesWording } from './wording.ts';

/** Both modes side by side, how the offers to the model ended, and what they took. */
export function renderModes(report: ModesReport): string {
  const { columns, checks, replies } = { ...modesWording, ...report };
  const figures = tableOf([
    [columns.figure, columns.extractive, columns.llm, columns.difference],
    ...report.figures.map(figureRow),
  ]);
  const outcomes = tableOf([
    [columns.outcome, columns.count],
    ...report.outcomes.map(({ outcome, count }) => [
      modesWording.outcomes[outcome] ?? outcome,
      String(count),
    ]),
  ]);
  const faults = tableOf([
    [columns.fault, columns.count],
    ...report.faults.map(({ fault, count }) => [fault, String(count)]),
  ]);
  const lines = [
    modesWording.title(report.model, report.questions),
    '',
    ...figures,
    '',
    ...outcomes,
    ...(report.faults.length === 0 ? [] : ['', ...faults]),
    '',
    modesWording.changed(report.gained, report.lost, report.newlyMisleading),
    modesWording.checks(checks.kept, checks.dropped, checks.msPerSentence),
    modesWording.replies(replies),
    ...(replies.cost === null ? [] : [modesWording.cost(replies.cost)]),
    ...(report.wronglyPassed.length === 0
      ? []
      : [evalWording.wronglyPassed(report.wronglyPassed.join('、'))]),
  ];
  return `${lines.join('\n')}\n`;
}

function figureRow({ suite, name, part, unit, extractive, llm }: ModeFigure): string[] {
  const digits = unit === 'share' ? 3 : 1;
  const difference = (llm - extractive).toFixed(digits);
  return [
    `${evalWording.suites[suite] ?? suite} ${inChinese(`${name} (${part})`)}`,
    extractive.toFixed(digits),
    llm.toFixed(digits),
    Number(difference) === 0 ? '=' : llm > extractive ? `+${difference}` : difference,
  ];
}
