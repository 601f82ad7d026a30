export interface RecentMapOptions {
  /** The oldest entries leave when there are more. */
  readonly most: number;
  readonly lifetimeMs: number;
  readonly clock: () => Date;
}

/** A map that forgets: bounded in number and in age, counted from the last time an entry was set. */
export class RecentMap<Value> {
  readonly #entries = new Map<string, { readonly value: Value; readonly until: number }>();
  readonly #options: RecentMapOptions;

  constructor(options: RecentMapOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    if (entry.until > this.#now()) return entry.value;
    this.#entries.delete(key);
    return undefined;
  }

  set(key: string, value: Value): void {
    this.#entries.delete(key);
    this.#entries.set(key, { value, until: this.#now() + this.#options.lifetimeMs });
    this.#dropOldest();
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }

  /** Entries stand in the order they were set, so the first one alive ends the search for expired ones. */
  #dropOldest(): void {
    for (const [key, entry] of this.#entries) {
      if (this.#entries.size <= this.#options.most && entry.until > this.#now()) return;
      this.#entries.delete(key);
    }
  }

  #now(): number {
    return this.#options.clock().getTime();
  }
}
