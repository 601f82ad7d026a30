import { ingestWording } from '../../bot/wording/ingest.ts';
import type { IngestReport } from '../../retrieval/indexes/ingest.ts';

const { report: wording, problems: kinds } = ingestWording;

/** The closing table of an ingest and, below it, every problem: where, what is wrong, what was done. */
export function renderReport(report: IngestReport): string {
  const counted = { ...report, problems: report.problems.length };
  const lines = entries(wording.counts).map(
    ([part, label]) => `${label.padEnd(6, '　')}${String(counted[part]).padStart(7)}`,
  );
  for (const [change, label] of entries(wording.changes))
    if (report[change].length > 0) lines.push(wording.names(label, report[change]));
  for (const { document, line, kind, message } of report.problems)
    lines.push(wording.problem(wording.place(document, line), kinds[kind] ?? kind, message));
  return `${lines.join('\n')}\n`;
}

function entries<K extends string, V>(record: Readonly<Record<K, V>>): [K, V][] {
  return Object.entries(record) as [K, V][];
}
