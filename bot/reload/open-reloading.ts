import { type OpenedAssistant, type OpenOptions, openAssistant, openSavedAssistant } from '../open.ts';
import { fingerprint } from './fingerprint.ts';
import { createGenerations } from './generations.ts';
import { ingestApart } from './ingest-apart.ts';
import { createReloader, isPassing, type ReloadOutcome } from './reloader.ts';
import { type WatchOptions, watchSeeds } from './watch-seeds.ts';

export interface ReloadingOptions extends OpenOptions {
  /** Follow the documents by itself; without it only `reload` does. */
  readonly watch: boolean;
  /** Told how every update ended. */
  readonly onReloaded?: (outcome: ReloadOutcome) => void;
  /** How often to look and how long to wait, for tests. */
  readonly pace?: Pick<WatchOptions, 'lookEveryMs' | 'restMs' | 'againAfterMs'>;
}

export interface ReloadingAssistant {
  /** One assistant for as long as the program runs, whatever happens to the documents. */
  readonly assistant: OpenedAssistant;
  /** Brings the index up to date now. Answers go on meanwhile; it never rejects. */
  reload(): Promise<ReloadOutcome>;
  close(): Promise<void>;
}

/** Opens the assistant and keeps its index in step with the seeds folder. */
export async function openReloadingAssistant(options: ReloadingOptions): Promise<ReloadingAssistant> {
  const { seeds, index, logger } = options;
  // Taken first: what changes while the index is opened is a change.
  const known = await fingerprint(seeds);
  const generations = createGenerations(await openAssistant({ ...options, serveOld: true }));
  const stop = new AbortController();
  const reloader = createReloader({
    generations,
    ingest: () => ingestApart({ seeds, index, signal: stop.signal }),
    open: () => openSavedAssistant(options),
    logger,
    stopped: stop.signal,
    ...(options.onReloaded === undefined ? {} : { onOutcome: options.onReloaded }),
  });
  const onChange = async (): Promise<boolean> => {
    const outcome = await reloader.reload();
    return outcome.kind !== 'failed' || !isPassing(outcome);
  };
  const { fault } = generations.assistant;
  const unfinished = fault !== null && isPassing(fault);
  const watching = options.watch
    ? watchSeeds({ seeds, onChange, known, unfinished, ...options.pace })
    : undefined;
  return {
    assistant: generations.assistant,
    reload: () => reloader.reload(),
    async close() {
      stop.abort();
      await watching?.close();
      generations.assistant.close();
    },
  };
}
