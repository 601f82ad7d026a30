import type { RetrievalReason } from '../../retrieval/errors.ts';
import type { IngestReport } from '../../retrieval/indexes/ingest.ts';

/** How an ingest in a process of its own ended; a plain value, since it crosses from one process to another. */
export type IngestOutcome =
  | { readonly kind: 'done'; readonly report: IngestReport }
  | { readonly kind: 'failed'; readonly reason: RetrievalReason | 'ingest_ended'; readonly message: string };
