import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../retrieval/documents/temporary-folder.ts';
import { openEmbeddings } from '../../retrieval/embeddings/open-embeddings.ts';
import { readStaticTable } from '../../retrieval/embeddings/static-table.ts';
import { Searcher } from '../../retrieval/hits/search.ts';
import { ingest } from '../../retrieval/indexes/ingest.ts';
import { writeTinyModel } from './write-model.ts';

const SEEDS = {
  '公路.txt': '柳溪镇修好三条公路\n\n■记者 王一\n\n今年柳溪镇新修农村公路12公里，道路全部通车。\n',
  '食堂.txt': '青石村办起长者食堂\n\n■记者 王一\n\n老人每顿饭只付八元，食堂中午开门。\n',
};

/** The real package, the real runtime, and a model whose rows are known. */
async function openTinyModel() {
  const table = readStaticTable(new URL('../../retrieval/embeddings/data/', import.meta.url));
  const path = join(temporaryFolder(), 'tiny');
  mkdirSync(path);
  writeTinyModel(path, table);
  return { table, model: await openEmbeddings({ kind: 'local', path, batch: 4 }) };
}

test('a folder’s model gives every text the mean of its characters’ rows, at length 1', async () => {
  const { table, model } = await openTinyModel();
  const [both, one] = await model.embedDocuments(['公路', '路']);
  const row = table.rows.get('路')!;
  const values = [...table.values.subarray(row * table.dimensions, (row + 1) * table.dimensions)];
  const length = Math.hypot(...values);
  expect(model.dimensions).toBe(table.dimensions);
  expect(model.identity).toMatch(/^local\/tiny\/192\/[0-9a-f]{12}$/);
  expect(Math.hypot(...both!)).toBeCloseTo(1, 4);
  for (const [at, value] of one!.entries()) expect(value).toBeCloseTo(values[at]! / length, 3);
  expect(both).not.toEqual(one);
});

test('documents are indexed and found by it, and its index is not taken for another’s', async () => {
  const { model } = await openTinyModel();
  const seeds = temporaryFolder(SEEDS);
  const directory = join(temporaryFolder(), 'index');
  const clock = () => new Date(0);
  const { index, report } = await ingest({ seeds, directory, embeddings: model, clock });
  expect(report.documents).toBe(2);
  const { hits } = await new Searcher(index).search({ text: '道路建设' }, 2);
  expect(hits[0]!.passage.document).toBe('公路.txt');
  expect(hits[0]!.signs.vector).toBeGreaterThan(0);
  const own = await openEmbeddings({ kind: 'static' });
  await expect(ingest({ seeds, directory, embeddings: own, clock, keepOtherModel: true })).rejects.toThrow(
    /npm run ingest/,
  );
});
