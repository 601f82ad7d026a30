import type { Update } from 'grammy/types';
import type { Store } from '../../conversations/store.ts';
import type { Logger } from '../../logger.ts';
import { describeFault } from './faults.ts';
import { storable } from './storable.ts';

export interface InboxSources {
  readonly store: Pick<Store, 'value' | 'setValue' | 'deleteValue'>;
  readonly clock: () => Date;
  readonly logger: Logger;
}

/** An update that was taken in and not dealt with when the last process ended. */
export interface LeftOver {
  readonly place: number;
  readonly update: Update;
  /** It was taken up once before, and that process ended, too. */
  readonly isSecondTime: boolean;
}

interface Kept {
  readonly update: Update;
  readonly takenUp: boolean;
}

/** As many as are dealt with at a time; the store has no list of what it holds, but it can be asked for each place. */
const PLACES = 500;
const NAMESPACE = 'telegram.inbox';
/** Telegram itself keeps an update for no longer. */
const LIFETIME_MS = 24 * 3_600_000;

/**
 * What Telegram has handed over and forgotten, kept until it is answered: a kill between the two must not cost a
 * person the answer. A store that fails leaves us with what we would have without one.
 */
export class Inbox {
  readonly #sources: InboxSources;
  readonly #free: number[] = [];
  #leftOvers: LeftOver[] = [];

  constructor(sources: InboxSources) {
    this.#sources = sources;
    for (let place = PLACES - 1; place >= 0; place -= 1) {
      const kept = this.#attempt(() => sources.store.value<Kept>(NAMESPACE, String(place)));
      if (kept === undefined) this.#free.push(place);
      else this.#leftOvers.push({ place, update: kept.update, isSecondTime: kept.takenUp });
    }
    this.#leftOvers.sort((one, other) => one.update.update_id - other.update.update_id);
  }

  get isFull(): boolean {
    return this.#free.length === 0;
  }

  /** Keeps an update; the place to give to `remove`, or undefined when it could not be kept. */
  keep(update: Update): number | undefined {
    const place = this.#free.pop();
    if (place === undefined) return undefined;
    if (this.#write(place, { update: storable(update), takenUp: false })) return place;
    this.#free.push(place);
    return undefined;
  }

  remove(place: number): void {
    this.#attempt(() => this.#sources.store.deleteValue(NAMESPACE, String(place)));
    this.#free.push(place);
  }

  /** Gives what is left from the last process, oldest first, once; it is noted that it was taken up. */
  takeUp(): readonly LeftOver[] {
    const left = this.#leftOvers;
    this.#leftOvers = [];
    for (const { place, update } of left) this.#write(place, { update, takenUp: true });
    return left;
  }

  #write(place: number, kept: Kept): boolean {
    const { store, clock } = this.#sources;
    const until = new Date(clock().getTime() + LIFETIME_MS);
    return (
      this.#attempt(() => {
        store.setValue(NAMESPACE, String(place), kept, until);
        return true;
      }) ?? false
    );
  }

  #attempt<Result>(work: () => Result): Result | undefined {
    try {
      return work();
    } catch (error) {
      this.#sources.logger.warn(describeFault(error), 'store failed, an update is kept in memory only');
      return undefined;
    }
  }
}
