import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createRandom } from '../../evals/metrics/random.ts';
import { passagesOfFile, passagesOfSeeds, queriesOf } from './corpus.ts';

const SEEDS = join(import.meta.dirname, '../../seeds');

test('a file gives passages of its lines, and no more than asked for', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'texts.txt');
  writeFileSync(path, `第一篇讲水库。\n\n${'第二篇讲食堂，这一句比较长。'.repeat(40)}\n第三篇。\n`);
  const all = await passagesOfFile(path, 100);
  expect(all[0]).toBe('第一篇讲水库。');
  expect(all.at(-1)).toBe('第三篇。');
  expect(Math.max(...all.map(({ length }) => length))).toBeLessThanOrEqual(400);
  expect(await passagesOfFile(path, 2)).toEqual(all.slice(0, 2));
});

test('the seeds give as many passages as asked for, the same for the same chance', async () => {
  const passages = await passagesOfSeeds(SEEDS, 50, createRandom(1));
  expect(passages).toEqual(await passagesOfSeeds(SEEDS, 50, createRandom(1)));
  expect(new Set(passages).size).toBe(50);
});

test('queries are the words of passages', () => {
  const passages = ['镇里今年新开了两家老年食堂，短。', '水库已经完成除险加固工程建设。'];
  const queries = queriesOf(passages, 30, createRandom(1));
  expect(queries).toHaveLength(30);
  for (const query of queries) {
    expect(query.length).toBeGreaterThanOrEqual(8);
    expect(passages.some((passage) => passage.includes(query))).toBe(true);
  }
  expect(queriesOf(['短'], 5, createRandom(1))).toEqual([]);
});
