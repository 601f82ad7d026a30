import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadStaticEmbeddings } from '../../retrieval/embeddings/static-embeddings.ts';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import { ingest } from '../../retrieval/indexes/ingest.ts';
import { TODAY, writeTestSeeds } from './test-pages.ts';

/** For tests: takes the test pages in as ingest does and leaves nothing behind. */
export async function openTestPages(): Promise<CorpusIndex> {
  const folder = mkdtempSync(join(tmpdir(), 'wenqiao-answers-'));
  try {
    writeTestSeeds(folder);
    const directory = join(folder, 'index');
    const embeddings = loadStaticEmbeddings();
    return (await ingest({ seeds: folder, directory, embeddings, clock: () => TODAY })).index;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
