import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readBatches, readQueries, type SharedInput, writeSharedInput } from '../shared-input.ts';
import type { EngineSetting } from './engine.ts';
import { ENGINES } from './engines.ts';

const TOPICS = ['老年食堂送餐上门', '水库除险加固', '垃圾分类投放', '医保参保登记', '农村公路养护'];
const PASSAGES = Array.from(
  { length: 700 },
  (_, place) => `${TOPICS[place % TOPICS.length]}，第${place}件事项已经办理完成。`,
);
let input: SharedInput;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bench-'));
  ({ input } = writeSharedInput(folder, PASSAGES, ['水库除险加固第321件事项', '农村公路养护']));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('every engine is given the same, in batches that lose nothing', () => {
  const read = [];
  for (const batch of readBatches(input, 600, 'hybrid')) read.push(...batch);
  expect(read.map(({ id }) => id)).toEqual(Array.from({ length: 600 }, (_, id) => id));
  expect(read[599]!.tokens.split(' ')).toContain('农村');
  expect(Math.hypot(...read[599]!.vector)).toBeCloseTo(1, 4);
  for (const kind of ['lexical', 'vector'] as const) {
    const parts = [...readBatches(input, 600, kind)].flat();
    expect(parts.map(({ tokens }) => tokens)).toEqual(
      read.map(({ tokens }) => (kind === 'lexical' ? tokens : '')),
    );
    expect(parts.map(({ vector }) => vector)).toEqual(
      read.map(({ vector }) => (kind === 'vector' ? vector : [])),
    );
  }
});

test.each(
  ENGINES.map((entry) => [entry.name, entry] as const),
)('%s finds what it was given', async (_, entry) => {
  const engine = await entry.create({ folder, size: PASSAGES.length });
  for (const batch of readBatches(input, PASSAGES.length, entry.kind)) await engine.add(batch);
  await engine.finish?.();
  const [exact, topic] = readQueries(input);
  if (entry.kind !== 'vector') expect(await engine.search(exact!)).toContain(321);
  const found = await engine.search(topic!);
  expect(found).toHaveLength(10);
  expect(new Set(found).size).toBe(10);
  for (const id of found) expect(id % TOPICS.length).toBe(4);
  engine.keep?.();
});

test('the hybrid search opens the graph that the vector index has left', async () => {
  const hybrid = ENGINES.find(({ kind }) => kind === 'hybrid')!;
  const build = async (setting: EngineSetting) => {
    const engine = await hybrid.create(setting);
    for (const batch of readBatches(input, PASSAGES.length, 'hybrid')) await engine.add(batch);
    await engine.finish?.();
    return engine;
  };
  expect(existsSync(join(folder, `graph-${PASSAGES.length}`))).toBe(true);
  const opened = await build({ folder, size: PASSAGES.length });
  const built = await build({ folder: join(folder, 'nowhere'), size: PASSAGES.length });
  for (const query of readQueries(input))
    expect(await opened.search(query)).toEqual(await built.search(query));
});
