export interface WaitingLineOptions {
  readonly places: number;
  readonly waiting: number;
}

/** Hands a place back; calling it again does nothing. */
export type Leave = () => void;

/** Lets a fixed number of people in at a time; a bounded number waits in order, the rest is turned away at once. */
export class WaitingLine {
  readonly #options: WaitingLineOptions;
  readonly #waiting = new Set<() => void>();
  #taken = 0;

  constructor(options: WaitingLineOptions) {
    this.#options = options;
  }

  /** How many wait for a place. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** Resolves with a place, or with undefined when the line is full or `signal` ends the wait. */
  async enter(signal: AbortSignal): Promise<Leave | undefined> {
    if (signal.aborted) return undefined;
    if (this.#taken < this.#options.places) {
      this.#taken += 1;
      return this.#place();
    }
    if (this.#waiting.size >= this.#options.waiting) return undefined;
    return new Promise((resolve) => {
      const called = (): void => {
        signal.removeEventListener('abort', gaveUp);
        resolve(this.#place());
      };
      const gaveUp = (): void => {
        this.#waiting.delete(called);
        resolve(undefined);
      };
      this.#waiting.add(called);
      signal.addEventListener('abort', gaveUp, { once: true });
    });
  }

  #place(): Leave {
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const [next] = this.#waiting;
      if (next === undefined) {
        this.#taken -= 1;
        return;
      }
      this.#waiting.delete(next);
      next();
    };
  }
}
