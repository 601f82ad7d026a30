import type { IngestReport } from '../../retrieval/indexes/ingest.ts';

/** The closing table of an ingest and, below it, every problem with file, line and what was done. */
export function renderReport(report: IngestReport): string {
  const rows: readonly (readonly [string, number])[] = [
    ['文档', report.documents],
    ['文章', report.articles],
    ['表格行', report.rows],
    ['句子', report.sentences],
    ['段落', report.passages],
    ['日常问法', report.questions],
    ['问题', report.problems.length],
  ];
  const changes = [
    ['新增', report.added],
    ['更新', report.changed],
    ['移除', report.removed],
    ['未变', report.unchanged],
  ] as const;
  const lines = rows.map(([label, count]) => `${label.padEnd(6, '　')}${String(count).padStart(7)}`);
  for (const [label, names] of changes) if (names.length > 0) lines.push(`${label}：${names.join('、')}`);
  for (const { document, line, kind, message } of report.problems) {
    lines.push(`! ${document}${line === null ? '' : `:${line}`} ${kind}: ${message}`);
  }
  return `${lines.join('\n')}\n`;
}
