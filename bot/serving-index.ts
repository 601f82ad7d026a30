import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { EmbeddingSettings } from '../retrieval/embeddings/embedding-settings.ts';
import type { IdentifiedEmbeddings } from '../retrieval/embeddings/identified.ts';
import { openEmbeddings } from '../retrieval/embeddings/open-embeddings.ts';
import { RetrievalError } from '../retrieval/errors.ts';
import { ingest, isFresh } from '../retrieval/indexes/ingest.ts';
import { modelOfIndex, type OpenedIndex, openIndex } from '../retrieval/indexes/saved.ts';
import type { Logger } from './logger.ts';
import { maskPersonalNumbers } from './questions/mask.ts';

/** Where documents and index lie, and how the index is brought up to date. */
export interface IndexOptions {
  readonly seeds: string;
  readonly index: string;
  readonly logger: Logger;
  readonly clock: () => Date;
  /** What makes the vectors; the project's own when nothing is said. */
  readonly embeddings?: EmbeddingSettings;
  readonly onProgress?: (done: number, total: number, name: string) => void;
  /** Serve the index as it is when the documents have a fault or the disk is full; without it that is an error. */
  readonly serveOld?: boolean;
}

/** Why an index could not be brought up to date, in one line that says what to do. */
export interface Fault {
  readonly reason: string;
  readonly message: string;
}

/** An index to answer from, and why it is not a newer one. */
export interface Serving {
  readonly opened: OpenedIndex;
  readonly fault: Fault | null;
}

/** Opens the saved index when it is as new as the seeds, else brings it up to date. */
export async function openOrIngest(options: IndexOptions): Promise<Serving> {
  const { seeds, index: directory, logger, clock, onProgress } = options;
  const embeddings = await embeddingsFor(options);
  const saved = await openSaved(directory, embeddings, logger);
  try {
    if (saved !== undefined && (await isFresh(seeds, saved.manifest))) return { opened: saved, fault: null };
    const { report, ...made } = await ingest({
      seeds,
      directory,
      embeddings,
      clock,
      keepOtherModel: true,
      onWait: () => logger.info('another ingest is at work; waiting for it'),
      ...(onProgress === undefined ? {} : { onProgress }),
    });
    const { documents, passages, problems } = report;
    logger.info({ documents, passages, problems: problems.length }, 'index is ready');
    return { opened: made, fault: null };
  } catch (error) {
    if (options.serveOld !== true || saved === undefined || !canServeOld(error, seeds, saved)) throw error;
    const { reason, message } = error;
    logger.warn({ reason, fault: message }, 'index not updated; the old one is served');
    return { opened: saved, fault: { reason, message } };
  }
}

/** The configured model. What a question sends to it holds no personal numbers. */
export function embeddingsFor({
  embeddings = { kind: 'static' },
  index,
  logger,
}: IndexOptions): Promise<IdentifiedEmbeddings> {
  return openEmbeddings(embeddings, {
    known: modelOfIndex(index),
    maskQuestion: maskPersonalNumbers,
    onQuestionFault: ({ reason, status }) =>
      logger.warn({ reason, status }, 'no vector for a question; found by its words'),
  });
}

async function openSaved(
  directory: string,
  embeddings: IdentifiedEmbeddings,
  logger: Logger,
): Promise<OpenedIndex | undefined> {
  try {
    return await openIndex(directory, embeddings);
  } catch (error) {
    if (!(error instanceof RetrievalError) || !error.reason.startsWith('index_')) throw error;
    // Building it anew may cost money, and who runs on the other model would lose the index.
    if (error.reason === 'index_of_other_model') throw error;
    logger.info({ reason: error.reason }, 'no usable index; building it');
    return undefined;
  }
}

/** A fault that a maintainer has yet to mend leaves the old index as good as it was, if it is of this very folder. */
function canServeOld(error: unknown, seeds: string, saved: OpenedIndex): error is RetrievalError {
  return (
    error instanceof RetrievalError &&
    saved.manifest.documents.some(({ name }) => existsSync(join(seeds, name)))
  );
}
