import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readBatches, readQueries, type SharedInput, writeSharedInput } from '../shared-input.ts';
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

test('every engine is given the same, in batches that lose nothing', async () => {
  const read = [];
  for await (const batch of readBatches(input, 600)) read.push(...batch);
  expect(read.map(({ id }) => id)).toEqual(Array.from({ length: 600 }, (_, id) => id));
  expect(read[599]!.tokens.split(' ')).toContain('农村');
  expect(Math.hypot(...read[599]!.vector)).toBeCloseTo(1, 4);
});

test.each(
  ENGINES.map((entry) => [entry.name, entry] as const),
)('%s finds what it was given', async (_, entry) => {
  const engine = await entry.create();
  for await (const batch of readBatches(input, PASSAGES.length)) await engine.add(batch);
  await engine.finish?.();
  const [exact, topic] = readQueries(input);
  if (entry.kind !== 'vector') expect(await engine.search(exact!)).toContain(321);
  const found = await engine.search(topic!);
  expect(found).toHaveLength(10);
  expect(new Set(found).size).toBe(10);
  for (const id of found) expect(id % TOPICS.length).toBe(4);
});
