import { constants, setPriority } from 'node:os';
import { loadStaticEmbeddings } from '../../retrieval/embeddings/static-embeddings.ts';
import { RetrievalError } from '../../retrieval/errors.ts';
import { ingest } from '../../retrieval/indexes/ingest.ts';
import type { IngestOutcome } from './ingest-outcome.ts';

/**
 * A process of its own that brings the index up to date and tells its parent how it went: seconds of work, in
 * native code in part, that would hold up every answer, and a page that crashes it takes nobody else along.
 */
async function main(seeds: string, directory: string): Promise<IngestOutcome> {
  try {
    const options = { seeds, directory, embeddings: loadStaticEmbeddings(), clock: () => new Date() };
    return { kind: 'done', report: (await ingest(options)).report };
  } catch (error) {
    const reason = error instanceof RetrievalError ? error.reason : 'ingest_ended';
    return { kind: 'failed', reason, message: error instanceof Error ? error.message : String(error) };
  }
}

// Nobody waits for the outcome of an ingest whose parent has gone.
process.on('disconnect', () => process.exit());
try {
  // Answers come first on a machine with few cores.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
} catch {
  // Where this is not allowed, it is done all the same.
}
const [seeds = '', directory = ''] = process.argv.slice(2);
const outcome = await main(seeds, directory);
process.send?.(outcome, () => process.exit());
