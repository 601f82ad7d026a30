import type { Logger } from '../logger.ts';
import type { Store } from './store.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

export interface RetentionOptions {
  /** How many days rows are kept; 0 keeps all. Values whose time is over go in any case. */
  readonly days: number;
  readonly clock: () => Date;
  readonly logger: Logger;
}

/** Removes what is older than the retention, now and once a day until the returned function is called. */
export function keepRetention(store: Pick<Store, 'prune'>, options: RetentionOptions): () => void {
  const { days, clock, logger } = options;
  const prune = (): void => {
    try {
      const oldest = days === 0 ? new Date(0) : new Date(clock().getTime() - days * DAY_MS);
      const removed = store.prune(oldest);
      if (removed > 0) logger.info({ removed, days }, 'old rows removed from the store');
    } catch (error) {
      logger.error({ err: error }, 'store not pruned');
    }
  };
  prune();
  const timer = setInterval(prune, DAY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
