import type { Store } from '../../conversations/store.ts';
import type { Logger } from '../../logger.ts';
import { describeFault } from './faults.ts';
import { RecentMap } from './recent-map.ts';

/** A map that forgets after a while. */
export interface Remembered<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
  delete(key: string): void;
}

export interface RememberOptions {
  /** How many entries stay in memory; the store has no such bound, only the lifetime. */
  readonly most: number;
  readonly lifetimeMs: number;
}

/** Opens what is remembered under one name; the values must survive JSON. */
export type Remember = <Value>(name: string, options: RememberOptions) => Remembered<Value>;

export interface RememberSources {
  readonly store: Store;
  readonly clock: () => Date;
  readonly logger: Logger;
  /** Makes a key that tells nobody which chat it stands for. */
  readonly seal: (key: string) => string;
}

/**
 * Keeps what a person would miss after a restart in the store. When the store fails, memory goes on alone:
 * a full disk may cost a follow-up after the next restart, never an answer now.
 */
export function rememberIn({ store, clock, logger, seal }: RememberSources): Remember {
  return <Value>(name: string, options: RememberOptions): Remembered<Value> => {
    const namespace = `telegram.${name}`;
    const recent = new RecentMap<Value>({ ...options, clock });
    const attempt = <Result>(work: () => Result): Result | undefined => {
      try {
        return work();
      } catch (error) {
        logger.warn({ ...describeFault(error), namespace }, 'store failed, remembered in memory only');
        return undefined;
      }
    };
    return {
      get: (key) => recent.get(key) ?? attempt(() => store.value<Value>(namespace, seal(key))),
      set: (key, value) => {
        recent.set(key, value);
        const until = new Date(clock().getTime() + options.lifetimeMs);
        attempt(() => store.setValue(namespace, seal(key), value, until));
      },
      delete: (key) => {
        recent.delete(key);
        attempt(() => store.deleteValue(namespace, seal(key)));
      },
    };
  };
}
