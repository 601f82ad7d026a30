import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runBeir, scoreArm } from './beir.ts';
import { folderOf, TINY_BEIR } from './test-sets.ts';

test('every arm is measured, and the run file is the ranking of the hybrid', async () => {
  const directory = folderOf(TINY_BEIR);
  const run = join(directory, 'hybrid.run');
  const progress: [number, number][] = [];
  const report = await runBeir({ directory, run, onProgress: (done, total) => progress.push([done, total]) });
  expect(Object.keys(report)).toEqual(['arms']);
  expect(Object.keys(report.arms)).toEqual(['lexical', 'vector', 'hybrid']);
  for (const arm of ['lexical', 'hybrid'] as const) {
    expect(report.arms[arm]).toMatchObject({ 'recall@1': 1, 'mrr@10': 1, 'ndcg@10': 1 });
    expect(report.arms[arm].p95Ms).toBeGreaterThanOrEqual(report.arms[arm].p50Ms);
  }
  expect(Object.keys(report.arms.hybrid)).toEqual([
    'recall@1',
    'recall@5',
    'recall@10',
    'mrr@10',
    'ndcg@10',
    'p50Ms',
    'p95Ms',
  ]);
  const lines = readFileSync(run, 'utf8').trim().split('\n');
  expect(lines[0]).toMatch(/^q1 Q0 d1 1 \d+\.\d{6} wenqiao-hybrid$/);
  expect(lines.find((line) => line.startsWith('q2'))).toMatch(/^q2 Q0 d3 1 /);
  expect(progress.at(-1)).toEqual([10, 10]);
});

test('figures are those of trec_eval', () => {
  const queries = [
    {
      id: 'q1',
      text: '',
      relevant: new Map([
        ['a', 2],
        ['b', 1],
      ]),
    },
    { id: 'q2', text: '', relevant: new Map([['c', 1]]) },
  ];
  const ranked = (...ids: string[]) => ids.map((id, place) => ({ id, score: 1 / (place + 1) }));
  const scores = scoreArm(queries, [ranked('x', 'b', 'a'), ranked('y')], [4, 2]);
  // nDCG of q1: (1 / log2(3) + 2 / log2(4)) / (2 / log2(2) + 1 / log2(3)).
  const first = (1 / Math.log2(3) + 1) / (2 + 1 / Math.log2(3));
  expect(scores).toEqual({
    'recall@1': 0,
    'recall@5': 0.5,
    'recall@10': 0.5,
    'mrr@10': 0.25,
    'ndcg@10': Math.round((first / 2) * 1e5) / 1e5,
    p50Ms: 2,
    p95Ms: 4,
  });
});
