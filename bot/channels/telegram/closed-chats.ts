import type { Remember, Remembered } from './remember.ts';

const MOST_CHATS = 10_000;
const LIFETIME_MS = 365 * 24 * 3_600_000;

/** Chats that do not let the bot write any more: a person has blocked it, or a group has thrown it out. */
export class ClosedChats {
  readonly #since: Remembered<number>;

  constructor(remember: Remember) {
    this.#since = remember('closed', { most: MOST_CHATS, lifetimeMs: LIFETIME_MS });
  }

  close(chat: number, at: Date): void {
    this.#since.set(String(chat), at.getTime());
  }

  open(chat: number): void {
    if (this.#since.get(String(chat)) !== undefined) this.#since.delete(String(chat));
  }

  /** Since when, in milliseconds since 1970; undefined for a chat that is open. */
  since(chat: number): number | undefined {
    return this.#since.get(String(chat));
  }
}
