import type { Family, Labels } from './exposition.ts';

export interface CounterOptions<Label extends string> {
  /** Ends in `_total`, as the format's users expect. */
  readonly name: `${string}_total`;
  readonly help: string;
  readonly labels: readonly Label[];
}

/** A number that only grows, one for each combination of labels. Labels come from closed lists, never from people. */
export class Counter<Label extends string> {
  readonly #options: CounterOptions<Label>;
  readonly #counts = new Map<string, { readonly labels: Labels; value: number }>();

  constructor(options: CounterOptions<Label>) {
    this.#options = options;
  }

  add(labels: Readonly<Record<Label, string>>): void {
    const ordered = Object.fromEntries(this.#options.labels.map((label) => [label, labels[label]]));
    const key = JSON.stringify(ordered);
    const count = this.#counts.get(key) ?? { labels: ordered, value: 0 };
    count.value += 1;
    this.#counts.set(key, count);
  }

  family(): Family {
    const { name, help } = this.#options;
    return {
      name,
      help,
      type: 'counter',
      samples: [...this.#counts.values()].map((count) => ({ ...count })),
    };
  }
}
