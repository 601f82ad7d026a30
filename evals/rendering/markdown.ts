import type { Breakdown } from '../suites/result.ts';
import { baselineLines } from './baseline-lines.ts';
import { figureHeads, figureRows } from './figure-rows.ts';
import type { EvalReport } from './report.ts';
import { showCell } from './show-cell.ts';
import { showReason } from './show-reason.ts';
import { evalWording, inChinese } from './wording.ts';

/** The report as Markdown: figures, what changed, breakdowns, and the questions that failed. */
export function renderMarkdown(report: EvalReport): string {
  const figures = figureRows(report).map(({ suite, name, cells }) => [suite, name, ...cells]);
  const failures = report.suites
    .flatMap((suite) => suite.failures)
    .map(({ suite, id, question, answer, reasons }) => [
      evalWording.suites[suite] ?? suite,
      id,
      question,
      answer,
      reasons.map(showReason).join('；'),
    ]);
  const { failures: words } = evalWording;
  return [
    `# ${evalWording.title}`,
    evalWording.madeAt(report.madeAt, String(report.seconds)),
    table(['', ...figureHeads()], figures),
    baselineLines(report)
      .map((line) => `- ${line}`)
      .join('\n'),
    `## ${evalWording.breakdowns}`,
    ...report.suites.flatMap(({ breakdowns }) => breakdowns.map(renderBreakdown)),
    `## ${words.title}`,
    words.note,
    table(['', 'id', '', words.answer, words.reasons], failures),
    '',
  ].join('\n\n');
}

function renderBreakdown({ title, columns, rows }: Breakdown): string {
  return `### ${inChinese(title)}\n\n${table(
    columns.map(inChinese),
    rows.map((row) => row.map(showCell)),
  )}`;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(inCell).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

function inCell(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('|', '\\|');
}
