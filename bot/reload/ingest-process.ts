import { constants, setPriority } from 'node:os';
import { openEmbeddings } from '../../retrieval/embeddings/open-embeddings.ts';
import { RetrievalError } from '../../retrieval/errors.ts';
import { ingest } from '../../retrieval/indexes/ingest.ts';
import { modelOfIndex } from '../../retrieval/indexes/saved.ts';
import { embeddingSettings, readConfig } from '../config.ts';
import type { IngestOutcome } from './ingest-outcome.ts';

/**
 * A process of its own that brings the index up to date and tells its parent how it went: seconds of work, in
 * native code in part, that would hold up every answer, and a page that crashes it takes nobody else along.
 */
async function main(seeds: string, directory: string): Promise<IngestOutcome> {
  try {
    // The parent's settings: its environment is this process's own, and keys don't show in a list of processes.
    const settings = embeddingSettings(readConfig(process.env, process.cwd()));
    const embeddings = await openEmbeddings(settings, { known: modelOfIndex(directory) });
    const options = { seeds, directory, embeddings, clock: () => new Date(), keepOtherModel: true };
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
