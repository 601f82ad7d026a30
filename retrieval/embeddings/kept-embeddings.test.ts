import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../documents/temporary-folder.ts';
import { FakeEmbeddings } from './fake-embeddings.ts';
import type { IdentifiedEmbeddings } from './identified.ts';
import { KeptEmbeddings } from './kept-embeddings.ts';

/** A model that takes two texts at once and fails at a text it does not like. */
class FailingModel extends FakeEmbeddings implements IdentifiedEmbeddings {
  readonly batch = 2;
  fails = '';

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    if (texts.includes(this.fails)) throw new Error('broken off');
    return super.embedDocuments(texts);
  }
}

const TEXTS = ['一', '二', '三', '四', '五'];

test('what was broken off goes on where it stopped, and gives the same vectors', async () => {
  const path = join(temporaryFolder(), 'new', 'embedded.jsonl');
  const model = new FailingModel();
  model.fails = '五';
  await expect(new KeptEmbeddings(model, { path }).embedDocuments(TEXTS)).rejects.toThrow('broken off');
  model.fails = '';
  const told: string[] = [];
  const again = new KeptEmbeddings(model, {
    path,
    onProgress: (done, total) => told.push(`${done}/${total}`),
  });
  const vectors = await again.embedDocuments(TEXTS);
  expect(model.embedded).toEqual(TEXTS);
  expect(told).toEqual(['5/5']);
  const exact = await new FakeEmbeddings().embedDocuments(TEXTS);
  for (const [at, vector] of vectors.entries())
    for (const [i, value] of vector.entries()) expect(value).toBeCloseTo(exact[at]![i]!, 6);
});

test('a line that a kill cut short is made again', async () => {
  const path = join(temporaryFolder(), 'embedded.jsonl');
  await new KeptEmbeddings(new FailingModel(), { path }).embedDocuments(['一']);
  appendFileSync(path, '["half');
  const model = new FailingModel();
  await new KeptEmbeddings(model, { path }).embedDocuments(['一', '二']);
  expect(model.embedded).toEqual(['二']);
  const last = new FailingModel();
  await new KeptEmbeddings(last, { path }).embedDocuments(['一', '二']);
  expect(last.embedded).toEqual([]);
});

test('vectors of another model are never taken', async () => {
  const path = join(temporaryFolder(), 'embedded.jsonl');
  await new KeptEmbeddings(new FailingModel('one@1'), { path }).embedDocuments(['一']);
  const other = new FailingModel('other@1');
  await new KeptEmbeddings(other, { path }).embedDocuments(['一']);
  expect(other.embedded).toEqual(['一']);
});

test('a text that stands twice is embedded once, and nothing is kept after forgetting', async () => {
  const path = join(temporaryFolder(), 'embedded.jsonl');
  const model = new FailingModel();
  const kept = new KeptEmbeddings(model, { path });
  expect(await kept.embedDocuments(['一', '一'])).toHaveLength(2);
  expect(model.embedded).toEqual(['一']);
  expect(readFileSync(path, 'utf8')).not.toContain('一');
  kept.forget();
  expect(existsSync(path)).toBe(false);
});
