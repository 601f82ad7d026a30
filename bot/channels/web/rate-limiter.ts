export interface RateLimiterOptions {
  readonly perMinute: number;
  /** The map never grows past this; the address unseen for longest is forgotten first. */
  readonly addresses: number;
  readonly now: () => number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** A token bucket per address: a minute's worth may be spent at once, then it refills evenly. */
export class RateLimiter {
  readonly #options: RateLimiterOptions;
  readonly #buckets = new Map<string, Bucket>();

  constructor(options: RateLimiterOptions) {
    this.#options = options;
  }

  /** How many addresses are remembered. */
  get size(): number {
    return this.#buckets.size;
  }

  /** Spends one question of this address; returns the whole seconds to wait, 0 when it may go on. */
  take(address: string): number {
    const { perMinute, now } = this.#options;
    if (perMinute <= 0) return 0;
    const at = now();
    const bucket = this.#refilled(address, at);
    this.#remember(address, bucket);
    if (bucket.tokens >= 1) {
      bucket.tokens -= 1;
      return 0;
    }
    return Math.max(1, Math.ceil(((1 - bucket.tokens) * 60) / perMinute));
  }

  #refilled(address: string, at: number): Bucket {
    const { perMinute } = this.#options;
    const known = this.#buckets.get(address);
    if (known === undefined) return { tokens: perMinute, at };
    const refill = (Math.max(0, at - known.at) / 60_000) * perMinute;
    return { tokens: Math.min(perMinute, known.tokens + refill), at };
  }

  /** A map keeps insertion order, so that the first key is the one unseen for longest. */
  #remember(address: string, bucket: Bucket): void {
    this.#buckets.delete(address);
    this.#buckets.set(address, bucket);
    if (this.#buckets.size <= this.#options.addresses) return;
    for (const oldest of this.#buckets.keys()) {
      this.#buckets.delete(oldest);
      break;
    }
  }
}
