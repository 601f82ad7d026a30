import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder, writeFiles } from '../documents/temporary-folder.ts';
import type { LocalEmbeddingSettings } from './embedding-settings.ts';
import { FakeEmbeddings } from './fake-embeddings.ts';
import { loadLocalEmbeddings } from './local-embeddings.ts';

const FILES = { 'config.json': '{}', 'tokenizer.json': '{}', 'onnx/model.onnx': 'weights' };

function settingsOf(files: Record<string, string>): LocalEmbeddingSettings {
  const folder = join(temporaryFolder(), 'bge-toy');
  writeFiles(folder, files);
  return { kind: 'local', path: folder, batch: 2 };
}

const openModel = async () => new FakeEmbeddings('inside', 6);

test('a folder’s model is named by folder, dimensions and all of its files', async () => {
  const one = await loadLocalEmbeddings(settingsOf(FILES), { openModel });
  const same = await loadLocalEmbeddings(settingsOf(FILES), { openModel });
  const other = await loadLocalEmbeddings(settingsOf({ ...FILES, 'onnx/model.onnx': 'others' }), {
    openModel,
  });
  expect(one.identity).toMatch(/^local\/bge-toy\/6\/[0-9a-f]{12}$/);
  expect(same.identity).toBe(one.identity);
  expect(other.identity).not.toBe(one.identity);
});

test('it embeds questions and passages alike', async () => {
  const model = await loadLocalEmbeddings(settingsOf(FILES), { openModel });
  expect(await model.embedDocuments(['公路', '学校', '公园'])).toHaveLength(3);
  expect((await model.embedDocuments(['公路']))[0]).toEqual(await model.embedQuery('公路'));
});

test.each([
  ['a folder without a model', { 'readme.txt': '' }, /EMBEDDINGS_PATH names no model/],
  [
    'no package to run it',
    FILES,
    /^EMBEDDINGS=local needs the package [^\n]*; run npm install --no-save --ignore-scripts @huggingface\/transformers@3\.8\.1$/,
  ],
])('%s is told in one line', async (_, files, message) => {
  const importPackage = () => Promise.reject(new Error('not installed'));
  const loading = loadLocalEmbeddings(settingsOf(files), { importPackage });
  await expect(loading).rejects.toMatchObject({ reason: 'embeddings_missing' });
  await expect(loading).rejects.toThrow(message);
});

test('a model that can’t be run is told in one line', async () => {
  const broken = new FakeEmbeddings();
  broken.embedDocuments = async () => {
    throw new Error('no such operator\n  at native code');
  };
  await expect(loadLocalEmbeddings(settingsOf(FILES), { openModel: async () => broken })).rejects.toThrow(
    /^the model in EMBEDDINGS_PATH can't be run \(no such operator\)[^\n]*$/,
  );
});
