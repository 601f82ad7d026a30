import { randomBytes } from 'node:crypto';
import type { Citation } from '../../answers/answer.ts';
import type { FeedbackReason } from '../../conversations/store.ts';
import type { Remember, Remembered } from './remember.ts';

/** Buttons older than this say that they have expired. */
export const HOURS_KEPT = 24;

const MOST_OFFERS = 5_000;

/** What the buttons under one message stand for. */
export interface Offer {
  readonly questions: readonly string[];
  readonly citations: readonly Citation[];
  /** What to look up in the register, in a person's own words. */
  readonly lookups?: readonly string[];
  /** The answer that can be rated; absent under messages that answer no question. */
  readonly rated?: RatedAnswer;
}

/** An answer that its asker may call good or bad, with personal numbers masked. */
export interface RatedAnswer {
  readonly asker: string;
  readonly question: string;
  readonly answer: string;
  /** What the asker thinks of it, once it is in the store. */
  readonly rating?: Rating;
}

export interface Rating {
  /** The number of the row in the store. */
  readonly id: number;
  readonly verdict: 'good' | 'bad';
  readonly reason: FeedbackReason | null;
  /** The reasons are on show, to be chosen from. */
  readonly choosing: boolean;
}

/**
 * Remembers what buttons mean, because 64 bytes of callback data cannot hold a question.
 * Keys are random, so that nobody can guess another one's, and hold for their own chat only,
 * so that forged data reaches nothing.
 */
export class Offers {
  readonly #offers: Remembered<Offer>;

  constructor(remember: Remember) {
    this.#offers = remember('offers', { most: MOST_OFFERS, lifetimeMs: HOURS_KEPT * 3_600_000 });
  }

  keep(chat: number, offer: Offer): string {
    const key = randomBytes(6).toString('base64url');
    this.replace(chat, key, offer);
    return key;
  }

  find(chat: number, key: string): Offer | undefined {
    return this.#offers.get(`${chat}:${key}`);
  }

  replace(chat: number, key: string, offer: Offer): void {
    this.#offers.set(`${chat}:${key}`, offer);
  }
}
