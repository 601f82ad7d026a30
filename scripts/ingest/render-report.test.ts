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
  problems: [
    { document: 'b.txt', line: 9, kind: 'cut_sentence', message: 'cut off by the page' },
    { document: 'c.png', line: null, kind: 'unheard_of', message: 'skipped' },
  ],
};

test('the closing table counts every part and names what changed', () => {
  const text = renderReport(report);
  expect(text).toMatch(/^文档\s+2\n/);
  expect(text).toMatch(/段落\s+12\n/);
  expect(text).toMatch(/问题\s+2\n/);
  expect(text).toContain('新增：b.txt');
  expect(text).toContain('移除：old.txt');
  expect(text).not.toContain('更新：');
});

test('every problem is told with its file, line, what is wrong and what was done', () => {
  const text = renderReport(report);
  expect(text).toContain('! b.txt 第9行：句子被版面截断，已标明（cut off by the page）\n');
  expect(text).toContain('! c.png：unheard_of（skipped）\n');
});
