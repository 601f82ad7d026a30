import { expect, test } from 'vitest';
import { type EngineRow, expectedSeconds } from './compare-engines.ts';

const row = (size: number, figures: Partial<EngineRow>): EngineRow => ({
  engine: 'orama',
  kind: 'lexical',
  size,
  ...figures,
});

test.each<[string, readonly EngineRow[], number]>([
  ['nothing is known', [], 0],
  ['only another engine was measured', [{ ...row(1_000, { indexMs: 9_000 }), engine: 'minisearch' }], 0],
  ['ten times as many passages take ten times as long', [row(1_000, { indexMs: 2_000 })], 20],
  ['the nearest size counts', [row(100, { indexMs: 9_000 }), row(1_000, { indexMs: 2_000 })], 20],
  [
    'the time was up at half of the passages',
    [row(1_000, { failure: { reason: 'index-limit', seconds: 60, passages: 500 } })],
    1_200,
  ],
  ['it was hopeless before', [row(1_000, { failure: { reason: 'expected', seconds: 100 } })], 1_000],
  ['it broke down before', [row(1_000, { failure: { reason: 'broken', message: 'x' } })], 0],
])('what an engine will take when %s', (_, rows, seconds) => {
  expect(expectedSeconds(rows, 'orama', 10_000)).toBe(seconds);
});
