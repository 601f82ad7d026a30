import { expect, test } from 'vitest';
import type { IngestReport } from '../../retrieval/indexes/ingest.ts';
import { renderReport } from './render-report.ts';

const report: IngestReport = {
  documents: 2,
  articles: 3,
  rows: 4,
  sentences: 50,
  passages: 12,
  questions: 7,
  added: ['b.txt'],
  changed: [],
  removed: ['old.txt'],
  unchanged: ['a.txt'],
  problems: [{ document: 'b.txt', line: 9, kind: 'cut_sentence', message: 'cut off by the page' }],
};

test('the closing table counts every part and names what changed', () => {
  const text = renderReport(report);
  expect(text).toMatch(/文档\s+2\n/);
  expect(text).toMatch(/段落\s+12\n/);
  expect(text).toContain('新增：b.txt');
  expect(text).toContain('移除：old.txt');
  expect(text).not.toContain('更新：');
});

test('every problem is told with its file, line and what is wrong', () => {
  expect(renderReport(report)).toContain('! b.txt:9 cut_sentence: cut off by the page');
});
