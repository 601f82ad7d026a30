import { percentile } from './percentile.ts';
import { createRandom } from './random.ts';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 1000;
const SEED = 20_261_121;

/**
 * The 95 % interval of a statistic by the percentile bootstrap (Efron & Tibshirani 1993, §13): the sample is
 * drawn again a thousand times with replacement, and the middle 95 % of the statistic's values are kept. The
 * generator is seeded, so the same sample gives the same interval.
 */
export function bootstrapInterval<Item>(
  sample: readonly Item[],
  statistic: (drawn: readonly Item[]) => number,
  resamples: number = RESAMPLES,
  seed: number = SEED,
): Interval {
  const random = createRandom(seed);
  const values: number[] = [];
  for (let round = 0; round < resamples && sample.length > 0; round++) {
    values.push(statistic(sample.map(() => sample[Math.floor(random() * sample.length)]!)));
  }
  return { low: percentile(values, 0.025), high: percentile(values, 0.975) };
}
