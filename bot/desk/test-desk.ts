import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadStaticEmbeddings } from '../../retrieval/embeddings/static-embeddings.ts';
import { Searcher } from '../../retrieval/hits/search.ts';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import { ingest } from '../../retrieval/indexes/ingest.ts';
import { dataLines } from '../../retrieval/text/data-files.ts';
import { createDesk, type Desk } from './desk.ts';

const SEEDS = join(import.meta.dirname, '../../seeds');
const TODAY = new Date('2026-11-21T00:00:00Z');

/** For tests: the desk over the documents in `seeds/`; nothing is left behind. */
export async function openSeedsDesk(): Promise<{ readonly index: CorpusIndex; readonly desk: Desk }> {
  const folder = mkdtempSync(join(tmpdir(), 'wenqiao-desk-'));
  try {
    const embeddings = loadStaticEmbeddings();
    const { index } = await ingest({
      seeds: SEEDS,
      directory: join(folder, 'index'),
      embeddings,
      clock: () => TODAY,
    });
    const stopWords = new Set(dataLines('stop-words.txt'));
    const isStopWord = (term: string): boolean => stopWords.has(term);
    return {
      index,
      desk: createDesk({ index, searcher: new Searcher(index), clock: () => TODAY, isStopWord }),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
