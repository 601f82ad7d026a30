import {
  appendFileSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder, writeFiles } from '../../retrieval/documents/temporary-folder.ts';
import { fingerprint } from './fingerprint.ts';

const FILES = {
  '食堂.txt': '食堂',
  'manifest.yaml': '',
  'vocabulary/names.yaml': '',
  'questions/食堂.yaml': '',
};

test.each<[string, (seeds: string) => void, boolean]>([
  ['nothing', () => undefined, false],
  ['a document changed', (seeds) => appendFileSync(join(seeds, '食堂.txt'), '。'), true],
  [
    'a document replaced by one of the same size',
    (seeds) => writeFileSync(join(seeds, '食堂.txt'), '书房'),
    true,
  ],
  ['a document renamed', (seeds) => renameSync(join(seeds, '食堂.txt'), join(seeds, '饭.txt')), true],
  ['a document removed', (seeds) => rmSync(join(seeds, '食堂.txt')), true],
  ['the manifest', (seeds) => appendFileSync(join(seeds, 'manifest.yaml'), '#'), true],
  ['local names', (seeds) => appendFileSync(join(seeds, 'vocabulary/names.yaml'), '#'), true],
  ['everyday questions', (seeds) => appendFileSync(join(seeds, 'questions/食堂.yaml'), '#'), true],
  [
    'everyday questions for the first time',
    (seeds) => writeFiles(seeds, { 'questions/饭.yaml': '[]' }),
    true,
  ],
  ['a file that links nowhere', (seeds) => symlinkSync('/nowhere', join(seeds, '链.txt')), true],
  ['the whole folder gone', (seeds) => rmSync(seeds, { recursive: true }), true],
  ['a draft that an editor hides', (seeds) => writeFiles(seeds, { '.食堂.txt.swp': 'x' }), false],
  ['a folder of someone’s own', (seeds) => mkdirSync(join(seeds, '旧')), false],
])('%s', async (_title, change, changed) => {
  const seeds = temporaryFolder(FILES);
  utimesSync(join(seeds, '食堂.txt'), 0, 0);
  const before = await fingerprint(seeds);
  change(seeds);
  expect((await fingerprint(seeds)) !== before).toBe(changed);
});
