import type { IngestReport } from '../../../retrieval/indexes/ingest.ts';
import type { Gap } from '../../conversations/gaps.ts';
import type { Tally } from '../../conversations/tally.ts';

/** How an update of the index ended. */
export type Reloaded =
  | { readonly kind: 'unchanged' | 'replaced'; readonly report: IngestReport }
  | { readonly kind: 'failed'; readonly reason: string; readonly message: string };

/** What maintainers may see and do from their own chat with the bot. */
export interface Maintenance {
  /** Their numbers on Telegram. */
  readonly maintainers: readonly number[];
  readonly tally: Tally;
  /** What people asked and the documents could not answer, what most people asked first. */
  gaps(): readonly Gap[];
  /** Brings the index up to date; never rejects. */
  reload(): Promise<Reloaded>;
}
