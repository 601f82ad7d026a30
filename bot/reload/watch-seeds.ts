import { type FSWatcher, watch } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { fingerprint, WATCHED_FOLDERS } from './fingerprint.ts';

export interface WatchOptions {
  readonly seeds: string;
  /** Called once the folder has changed and come to rest; resolves to false to be called again later. */
  readonly onChange: () => Promise<boolean>;
  /** The state of the folder that is known already; one that differs from it is a change. */
  readonly known?: string;
  /** The system's own notices are quick but not sure (network drives, mounted folders): this often one looks oneself. */
  readonly lookEveryMs?: number;
  /** A file that grew or shrank within this time is still being written. */
  readonly restMs?: number;
  /** A folder that never rests is taken as it is after this time. */
  readonly longestUnrestMs?: number;
  readonly againAfterMs?: number;
  /** The known state could not be handled and is due again. */
  readonly unfinished?: boolean;
}

const LEAST_PAUSE_MS = 100;

export interface Watching {
  /** Stops watching; a change that is being handled is waited for. */
  close(): Promise<void>;
}

/** Watches a seeds folder until it is closed; the folder may vanish and come back. */
export function watchSeeds(options: WatchOptions): Watching {
  const { seeds, lookEveryMs = 5_000, againAfterMs = 60_000 } = options;
  const stop = new AbortController();
  const notices = new Notices(seeds);
  const ended = follow();
  return {
    async close() {
      stop.abort();
      notices.close();
      await ended;
    },
  };

  async function follow(): Promise<void> {
    let handled = options.known ?? (await fingerprint(seeds));
    const again = (): number => Date.now() + againAfterMs;
    let againAt = options.unfinished === true ? again() : Number.POSITIVE_INFINITY;
    while (!stop.signal.aborted) {
      await notices.next(Math.min(lookEveryMs, againAfterMs));
      if ((await fingerprint(seeds)) === handled && Date.now() < againAt) {
        // Notices of files that are none of ours may come without end.
        await rest(LEAST_PAUSE_MS, stop.signal);
        continue;
      }
      const state = await atRest(options, stop.signal);
      if (stop.signal.aborted) break;
      againAt = (await options.onChange()) ? Number.POSITIVE_INFINITY : again();
      handled = state;
    }
    notices.close();
  }
}

/** The fingerprint of the folder once nothing in it has changed for a while. */
async function atRest(options: WatchOptions, signal: AbortSignal): Promise<string> {
  const { seeds, restMs = 1_000, longestUnrestMs = 60_000 } = options;
  const patience = Date.now() + longestUnrestMs;
  let state = await fingerprint(seeds);
  for (;;) {
    await rest(restMs, signal);
    const next = await fingerprint(seeds);
    if (next === state || Date.now() > patience || signal.aborted) return next;
    state = next;
  }
}

async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await later(ms, undefined, { signal, ref: false }).catch(() => undefined);
}

/** The system's notices of changes, set up anew after every wait, since folders come and go. */
class Notices {
  readonly #seeds: string;
  readonly #watchers: FSWatcher[] = [];
  #noticed = false;
  #wake: () => void = () => undefined;

  constructor(seeds: string) {
    this.#seeds = seeds;
    this.#watch();
  }

  /** Resolves at the next notice, or at once when one came since the last wait; after `ms` at the latest. */
  async next(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      if (this.#noticed) return resolve();
      const timer = setTimeout(resolve, ms).unref();
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#noticed = false;
    this.#unwatch();
    this.#watch();
  }

  close(): void {
    this.#unwatch();
    this.#notice();
  }

  #notice(): void {
    this.#noticed = true;
    this.#wake();
  }

  #unwatch(): void {
    for (const watcher of this.#watchers.splice(0)) watcher.close();
  }

  #watch(): void {
    for (const folder of WATCHED_FOLDERS) {
      try {
        const watcher = watch(join(this.#seeds, folder), { persistent: false }, () => this.#notice());
        watcher.on('error', () => watcher.close());
        this.#watchers.push(watcher);
      } catch {
        // A folder that is not there, or a system without notices: looking finds the change as well.
      }
    }
  }
}
