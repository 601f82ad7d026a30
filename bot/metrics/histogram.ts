import { type Family, type Labels, type Sample, written } from './exposition.ts';

export interface HistogramOptions<Label extends string> {
  /** Ends in `_seconds`: the format's base unit of time. */
  readonly name: `${string}_seconds`;
  readonly help: string;
  readonly labels: readonly Label[];
  /** Upper bounds in seconds, rising; what lies beyond the last still counts. */
  readonly bounds: readonly number[];
}

interface Series {
  readonly labels: Labels;
  /** How many lay within each bound and above the one before it; the last place is beyond all bounds. */
  readonly counts: number[];
  sum: number;
}

/** How long things took, in cumulative buckets, one series for each combination of labels. */
export class Histogram<Label extends string> {
  readonly #options: HistogramOptions<Label>;
  readonly #series = new Map<string, Series>();

  constructor(options: HistogramOptions<Label>) {
    this.#options = options;
  }

  observe(labels: Readonly<Record<Label, string>>, seconds: number): void {
    const { bounds, labels: names } = this.#options;
    const ordered = Object.fromEntries(names.map((label) => [label, labels[label]]));
    const key = JSON.stringify(ordered);
    const series = this.#series.get(key) ?? {
      labels: ordered,
      counts: Array<number>(bounds.length + 1).fill(0),
      sum: 0,
    };
    const place = bounds.findIndex((bound) => seconds <= bound);
    series.counts[place === -1 ? bounds.length : place]! += 1;
    series.sum += seconds;
    this.#series.set(key, series);
  }

  family(): Family {
    const { name, help } = this.#options;
    const samples = [...this.#series.values()].flatMap((series) => this.#samplesOf(series));
    return { name, help, type: 'histogram', samples };
  }

  #samplesOf({ labels, counts, sum }: Series): readonly Sample[] {
    let count = 0;
    const buckets = [...this.#options.bounds, Number.POSITIVE_INFINITY].map((bound, place) => {
      count += counts[place]!;
      return { suffix: '_bucket', labels: { ...labels, le: written(bound) }, value: count };
    });
    return [...buckets, { suffix: '_sum', labels, value: sum }, { suffix: '_count', labels, value: count }];
  }
}
