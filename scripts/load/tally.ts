/** What became of the questions of one channel. */
export interface ChannelFigures {
  readonly answered: number;
  readonly errors: number;
  /** How often each kind of error came. */
  readonly reasons: Readonly<Record<string, number>>;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
}

/** Keeps how long each answer took. */
export class Tally {
  readonly #times: number[] = [];
  readonly #reasons: Record<string, number> = {};

  answered(ms: number): void {
    this.#times.push(ms);
  }

  failed(reason: string): void {
    this.#reasons[reason] = (this.#reasons[reason] ?? 0) + 1;
  }

  get count(): number {
    return this.#times.length;
  }

  get errors(): number {
    return Object.values(this.#reasons).reduce((sum, count) => sum + count, 0);
  }

  figures(seconds: number): ChannelFigures {
    const sorted = [...this.#times].sort((one, other) => one - other);
    const at = (part: number): number => Math.round(sorted[Math.floor((sorted.length - 1) * part)] ?? 0);
    return {
      answered: sorted.length,
      errors: this.errors,
      reasons: { ...this.#reasons },
      perSecond: Math.round((sorted.length / seconds) * 10) / 10,
      ...{ p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99) },
    };
  }
}
