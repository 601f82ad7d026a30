import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderHtml } from '../../evals/rendering/html.ts';
import { renderMarkdown } from '../../evals/rendering/markdown.ts';
import { drawPlots } from '../../evals/rendering/plots.ts';
import type { EvalReport } from '../../evals/rendering/report.ts';

/** Writes the report in its three forms. */
export async function writeReports(folder: string, report: EvalReport): Promise<void> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'report.json'), `${JSON.stringify(report, null, 1)}\n`);
  writeFileSync(join(folder, 'report.md'), renderMarkdown(report));
  writeFileSync(join(folder, 'report.html'), renderHtml(report, await drawPlots(report)));
}
