import { createHash, timingSafeEqual } from 'node:crypto';

/** What became of an update that was handed in. */
export type Reception =
  /** It is kept, and its sender may forget it. */
  | 'taken'
  /** It is no update. */
  | 'malformed'
  /** There is no room, or nobody takes in yet; the sender is to try again. */
  | 'busy';

/**
 * The door between the web server, which hears what Telegram sends, and the Telegram channel, which deals with it.
 * The server may listen before the channel is ready, and after it has stopped; what comes then comes again.
 */
export class Webhook {
  /** As Telegram is told it. */
  readonly url: string;
  /** What Telegram shows with every update. */
  readonly secret: string;
  #take: ((update: unknown) => Reception) | undefined;

  constructor({ url, secret }: { readonly url: string; readonly secret: string }) {
    this.url = url;
    this.secret = secret;
  }

  /** Where the server listens; what stands before it is the business of whoever forwards. */
  get path(): string {
    return new URL(this.url).pathname;
  }

  /** Whether whoever shows this knows the secret; how long the answer takes tells nothing of it. */
  isKnown(shown: string | undefined): boolean {
    return shown !== undefined && timingSafeEqual(digestOf(shown), digestOf(this.secret));
  }

  receive(update: unknown): Reception {
    return this.#take?.(update) ?? 'busy';
  }

  open(take: (update: unknown) => Reception): void {
    this.#take = take;
  }

  close(): void {
    this.#take = undefined;
  }
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
