import type { IngestReport } from '../../retrieval/indexes/ingest.ts';
import type { Logger } from '../logger.ts';
import type { OpenedAssistant } from '../open.ts';
import type { Fault } from '../serving-index.ts';
import type { Generations } from './generations.ts';
import type { IngestOutcome } from './ingest-outcome.ts';

/** How an update ended; after a failure the old index goes on serving. */
export type ReloadOutcome =
  | { readonly kind: 'unchanged'; readonly report: IngestReport }
  | { readonly kind: 'replaced'; readonly report: IngestReport }
  | ({ readonly kind: 'failed' } & Fault);

export interface ReloaderParts {
  readonly generations: Generations;
  readonly ingest: () => Promise<IngestOutcome>;
  /** Opens the index as it was saved. */
  readonly open: () => Promise<OpenedAssistant>;
  readonly logger: Logger;
  /** Aborted once the program ends: what is broken off then is no fault. */
  readonly stopped: AbortSignal;
  readonly onOutcome?: (outcome: ReloadOutcome) => void;
}

export interface Reloader {
  /** Brings the index up to date and answers from it. One update at a time; calls during one share the next. */
  reload(): Promise<ReloadOutcome>;
}

/** Faults that the documents have no part in: the same update may work later. */
const PASSING = /^(?:index_|embeddings_unavailable$)/;

export function isPassing({ reason }: Fault): boolean {
  return PASSING.test(reason);
}

export function createReloader(parts: ReloaderParts): Reloader {
  const { generations, logger } = parts;
  let running: Promise<ReloadOutcome> | undefined;
  let following: Promise<ReloadOutcome> | undefined;
  async function update(): Promise<ReloadOutcome> {
    const outcome = await parts.ingest();
    if (outcome.kind === 'failed') return outcome;
    const { report } = outcome;
    const next = await parts.open();
    const kind = isSame(next, generations.assistant) ? 'unchanged' : 'replaced';
    if (kind === 'unchanged') {
      next.close();
    } else {
      await next.warm();
      generations.replace(next);
    }
    return { kind, report };
  }

  async function updateAndTell(): Promise<ReloadOutcome> {
    const outcome = await update().catch(failureOf);
    if (!parts.stopped.aborted) {
      tell(outcome);
      parts.onOutcome?.(outcome);
    }
    return outcome;
  }

  /** The same fault is told once, however often it is met. */
  function tell(outcome: ReloadOutcome): void {
    const { fault } = generations.assistant;
    if (outcome.kind === 'failed') {
      const { reason, message } = outcome;
      if (message !== fault?.message)
        logger.warn({ reason, fault: message }, 'index not updated; the old one is served');
      generations.blame({ reason, message });
      return;
    }
    const { added, changed, removed, documents, passages, problems } = outcome.report;
    const numbers = { added: added.length, changed: changed.length, removed: removed.length };
    if (outcome.kind === 'replaced' || fault !== null)
      logger.info({ ...numbers, documents, passages, problems: problems.length }, 'index is up to date');
    generations.blame(null);
  }

  function reload(): Promise<ReloadOutcome> {
    if (running !== undefined) {
      following ??= running.then(() => {
        following = undefined;
        return reload();
      });
      return following;
    }
    running = updateAndTell().finally(() => {
      running = undefined;
    });
    return running;
  }

  return { reload };
}

function isSame(one: OpenedAssistant, other: OpenedAssistant): boolean {
  return (
    one.generation === other.generation &&
    one.firstQuestions().join('\n') === other.firstQuestions().join('\n')
  );
}

function failureOf(error: unknown): ReloadOutcome {
  const { reason = 'index_broken', message } = error as { reason?: string; message: string };
  return { kind: 'failed', reason, message };
}
