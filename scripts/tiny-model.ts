import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readStaticTable } from '../retrieval/embeddings/static-table.ts';
import { writeTinyModel } from './tiny-model/write-model.ts';

const [typed, ...others] = process.argv.slice(2);
const TABLE = new URL('../retrieval/embeddings/data/', import.meta.url);

/** `node --import tsx scripts/tiny-model.ts FOLDER`: a model for trying `EMBEDDINGS=local` without a network. */
function main(): number {
  if (typed === undefined || others.length > 0) {
    process.stderr.write('usage: node --import tsx scripts/tiny-model.ts FOLDER\n');
    return 2;
  }
  const folder = resolve(typed);
  if (existsSync(folder)) {
    process.stderr.write(`${typed} exists; name a folder that is not there yet\n`);
    return 1;
  }
  writeTinyModel(folder, readStaticTable(TABLE));
  process.stdout.write(`written: set EMBEDDINGS=local and EMBEDDINGS_PATH=${typed}\n`);
  return 0;
}

process.exitCode = main();
