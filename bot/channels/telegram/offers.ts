import { randomBytes } from 'node:crypto';
import type { Citation } from '../../answers/answer.ts';
import { RecentMap } from './recent-map.ts';

/** Buttons older than this say that they have expired. */
export const HOURS_KEPT = 24;

const MOST_OFFERS = 5_000;

/** What the buttons under one message stand for. */
export interface Offer {
  readonly questions: readonly string[];
  readonly citations: readonly Citation[];
}

/**
 * Remembers what buttons mean, because 64 bytes of callback data cannot hold a question.
 * Keys are random, so that a button from before a restart cannot ask somebody else's question,
 * and hold for their own chat only, so that forged data reaches nothing.
 */
export class Offers {
  readonly #offers: RecentMap<Offer>;

  constructor(clock: () => Date) {
    this.#offers = new RecentMap({ most: MOST_OFFERS, lifetimeMs: HOURS_KEPT * 3_600_000, clock });
  }

  keep(chat: number, offer: Offer): string {
    const key = randomBytes(6).toString('base64url');
    this.#offers.set(`${chat}:${key}`, offer);
    return key;
  }

  find(chat: number, key: string): Offer | undefined {
    return this.#offers.get(`${chat}:${key}`);
  }
}
