import { readFileSync } from 'node:fs';
import type { Breakdown, Failure } from '../suites/result.ts';
import { baselineLines } from './baseline-lines.ts';
import { figureHeads, figureRows } from './figure-rows.ts';
import { FONTS, type Plot } from './plots.ts';
import type { EvalReport } from './report.ts';
import { showCell } from './show-cell.ts';
import { showReason } from './show-reason.ts';
import { evalWording, inChinese } from './wording.ts';

/** The report as one page that needs nothing else: figures, plots, breakdowns, and every failure to filter. */
export function renderHtml(report: EvalReport, plots: readonly Plot[]): string {
  const asset = (name: string): string => readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8');
  const failures = report.suites.flatMap((suite) => suite.failures);
  const { failures: words } = evalWording;
  return `<!doctype html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${evalWording.title}</title>
<style>:root { --fonts: ${FONTS}; }
${asset('report.css')}</style>
</head>
<body>
<h1>${evalWording.title}</h1>
<p>${escapeHtml(evalWording.madeAt(report.madeAt, String(report.seconds)))}</p>
${baselineLines(report)
  .map((line) => `<p class="${report.passed ? 'calm' : 'alarm'}">${escapeHtml(line)}</p>`)
  .join('\n')}
${renderFigures(report)}
<section class="plots">
${plots.map(({ title, svg }) => `<figure><figcaption>${escapeHtml(title)}</figcaption>${svg}</figure>`).join('\n')}
</section>
<h2>${words.title}</h2>
<p>${words.note}</p>
${renderFilters(failures)}
<div id="failures">
${failures.map(renderFailure).join('\n')}
</div>
<h2>${evalWording.breakdowns}</h2>
${report.suites.flatMap(({ breakdowns }) => breakdowns.map(renderBreakdown)).join('\n')}
<script>${asset('filter.js')}</script>
</body>
</html>
`;
}

/** The figures in a table, every suite with its name once. */
function renderFigures(report: EvalReport): string {
  const rows = figureRows(report);
  const suiteOf = (suite: string, place: number): string => (rows[place - 1]?.suite === suite ? '' : suite);
  return table(
    ['', ...figureHeads()],
    rows.map(({ suite, name, cells }, place) => [suiteOf(suite, place), name, ...cells]),
    'figures',
  );
}

/** Names that the filters and the cards show for closed terms. */
const SHOWN = {
  suite: evalWording.suites,
  part: evalWording.parts,
  persona: evalWording.personas,
  type: evalWording.types,
} as const;

function renderFilters(failures: readonly Failure[]): string {
  const { filters, any, count } = evalWording.failures;
  const select = (field: keyof typeof SHOWN): string => {
    const values = [...new Set(failures.map((failure) => failure[field]))]
      .filter((value) => value !== '')
      .sort();
    const options = values.map(
      (value) => `<option value="${escapeHtml(value)}">${escapeHtml(SHOWN[field][value] ?? value)}</option>`,
    );
    return `<label>${filters[field]} <select data-field="${field}"><option value="">${any}</option>${options.join('')}</select></label>`;
  };
  const fields = (Object.keys(SHOWN) as (keyof typeof SHOWN)[]).map(select).join('\n');
  return `<form id="filters">
${fields}
<label>${filters.text} <input type="search" data-field="text"></label>
<output>${escapeHtml(count(String(failures.length)))}</output>
</form>`;
}

function renderFailure(failure: Failure): string {
  const { suite, part, persona, type, id, question, status, answer, hits, reasons } = failure;
  const words = evalWording.failures;
  const tags = [
    SHOWN.suite[suite],
    SHOWN.part[part],
    SHOWN.persona[persona],
    SHOWN.type[type] ?? type,
    evalWording.statuses[status] ?? status,
  ];
  const rows = [
    [words.reasons, reasons.map(showReason).join('；')],
    [words.answer, answer],
  ].filter(([, text]) => text !== '');
  const list =
    hits.length === 0
      ? ''
      : `<dt>${words.hits}</dt><dd><ol>${hits.map((hit) => `<li>${escapeHtml(hit)}</li>`).join('')}</ol></dd>`;
  return `<article data-suite="${suite}" data-part="${part}" data-persona="${escapeHtml(persona)}" data-type="${escapeHtml(type)}">
<h3>${escapeHtml(question === '' ? id : question)}</h3>
<p class="tags">${[id, ...tags]
    .filter((tag) => tag !== undefined && tag !== '')
    .map((tag) => `<span>${escapeHtml(tag!)}</span>`)
    .join(' ')}</p>
<dl>${rows.map(([name, text]) => `<dt>${name}</dt><dd>${escapeHtml(text!)}</dd>`).join('')}${list}</dl>
</article>`;
}

function renderBreakdown({ title, columns, rows }: Breakdown): string {
  return `<details><summary>${escapeHtml(inChinese(title))}</summary>${table(
    columns.map(inChinese),
    rows.map((row) => row.map(showCell)),
  )}</details>`;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[], name = ''): string {
  const line = (cells: readonly string[], tag: string): string =>
    `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`;
  return `<table class="${name}"><thead>${line(heads, 'th')}</thead><tbody>${rows.map((row) => line(row, 'td')).join('\n')}</tbody></table>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
