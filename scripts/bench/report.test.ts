import { expect, test } from 'vitest';
import type { EngineRow } from './compare-engines.ts';
import { renderReport } from './render-report.ts';
import { type BenchReport, ratiosOf } from './report.ts';

const row = (engine: string, kind: string, factor: number): EngineRow => ({
  engine,
  kind,
  size: 1_000,
  indexMs: 100 * factor,
  queries: 120,
  p50Ms: 0.5 * factor,
  p95Ms: factor,
  residentMb: 20 * factor,
  heapMb: 10,
  found: 0.5,
});
const ROWS: readonly EngineRow[] = [
  row('wenqiao-lexical', 'lexical', 1),
  row('minisearch', 'lexical', 3),
  {
    engine: 'orama',
    kind: 'lexical',
    size: 1_000,
    failure: { reason: 'index-limit', seconds: 9, passages: 500 },
  },
  {
    engine: 'sqlite-fts5',
    kind: 'lexical',
    size: 1_000,
    failure: { reason: 'broken', message: 'no | room' },
  },
  { ...row('flexsearch', 'lexical', 4), queries: 10 },
  row('wenqiao-hybrid', 'hybrid', 2),
  { ...row('wenqiao-vector', 'vector', 2), recall: 0.99 },
];
const REPORT: BenchReport = {
  ratios: { engines: ratiosOf(ROWS), coldStart: 2.5, telegram: 0.25 },
  machine: { processor: 'P', cores: 2, memoryGb: 16, node: '20.20.0' },
  corpus: { source: 'seeds', name: 'seeds', passages: 1_000 },
  limitSeconds: 9,
  perPassage: { analysisMs: 0.2, embeddingMs: 0.1 },
  engines: ROWS,
  ask: { openMs: 300, questions: 20, p50Ms: 4, p95Ms: 9 },
  coldStart: { askMs: 1_000, emptyMs: 400 },
  resident: { startedMb: 200, afterQuestionsMb: 220, questions: 40 },
  telegram: { people: 10, answersPerSecond: 100, echoesPerSecond: 400 },
};

test('an engine is compared with ours of its kind and size; one that failed with nothing', () => {
  expect(ratiosOf(ROWS)).toEqual([
    { engine: 'minisearch', size: 1_000, p50: 3, p95: 3, index: 3, resident: 3, overHybrid: 1.5 },
    { engine: 'flexsearch', size: 1_000, p50: 4, p95: 4, index: 4, resident: 4, overHybrid: 2 },
  ]);
});

test('ratios come before figures, and every engine has its line', () => {
  const text = renderReport(REPORT, [1_000, 100_000]);
  expect(text.indexOf('与问桥之比')).toBeLessThan(text.indexOf('各引擎数字'));
  expect(text).toContain('| 1000 | minisearch | 3.00× | 3.00× | 3.00× | 3.00× | 1.50× |');
  expect(text).toContain('| 1000 | orama | 没有测成：9 秒内只建了 500 段 |');
  expect(text).toContain('| 1000 | sqlite-fts5 | 没有测成：出错：no \\| room |');
  expect(text).toContain('| 1000 | flexsearch | 2.00（10问） |');
  expect(text).toContain('| 1000 | wenqiao-vector | 1.00 | 2.00 | 200 | 40.0 | 0.500 | 0.990 |');
  expect(text).toMatch(/冷启动.*2\.50× \| 1000 \| 400/);
  expect(text).toMatch(/Telegram.*0\.250× \| 100 \| 400/);
  expect(text).toContain('内容重复');
  expect(text).toContain('语料只有 1000 段');
});

test('what was not measured leaves no empty table', () => {
  const { ask: _ask, coldStart: _cold, resident: _resident, telegram: _telegram, ...engines } = REPORT;
  expect(renderReport({ ...engines, ratios: { engines: [] } }, [1_000])).not.toContain('Telegram');
});
