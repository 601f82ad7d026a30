import type { Part } from '../golden/read-questions.ts';
import { bootstrapInterval } from '../metrics/bootstrap.ts';
import { mean } from '../metrics/mean.ts';

export const SUITES = [
  'documents',
  'retrieval',
  'understanding',
  'answers',
  'refusal',
  'citations',
  'programmes',
] as const;
export type SuiteName = (typeof SUITES)[number];

/** The part of the golden questions that a figure is about; `all` where they do not matter. */
export type FigurePart = Part | 'all';

/** One number that a suite stands for, with its 95 % interval where it is a mean over cases. */
export interface Figure {
  readonly name: string;
  readonly part: FigurePart;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Cases that it rests on. */
  readonly count: number;
  readonly unit: 'share' | 'milliseconds' | 'characters';
  readonly better: 'higher' | 'lower';
}

export interface Breakdown {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** A question that did not pass. Words of the part kept aside are left out, so that nobody tunes on them. */
export interface Failure {
  readonly suite: SuiteName;
  readonly id: string;
  readonly part: FigurePart;
  readonly persona: string;
  readonly type: string;
  readonly question: string;
  readonly status: string;
  readonly answer: string;
  readonly hits: readonly string[];
  readonly reasons: readonly string[];
}

export interface SuiteResult {
  readonly suite: SuiteName;
  readonly figures: readonly Figure[];
  readonly breakdowns: readonly Breakdown[];
  /** Per question (or article, row) whether it passed: what a baseline remembers. */
  readonly verdicts: Readonly<Record<string, boolean>>;
  readonly failures: readonly Failure[];
  /** Numbers that the plots are drawn from. */
  readonly series: Readonly<Record<string, readonly object[]>>;
}

/** A share of cases with its interval. */
export function shareOf(
  name: string,
  part: FigurePart,
  cases: readonly boolean[],
  better: Figure['better'] = 'higher',
): Figure {
  return meanOf(name, part, cases.map(Number), better);
}

/** A mean over cases, each between 0 and 1, with its interval. */
export function meanOf(
  name: string,
  part: FigurePart,
  values: readonly number[],
  better: Figure['better'] = 'higher',
): Figure {
  const interval = values.length === 0 ? { low: null, high: null } : bootstrapInterval(values, mean);
  return { name, part, value: mean(values), ...interval, count: values.length, unit: 'share', better };
}

/** Passed of all for every value of a key, in the order of the keys. */
export function passedBy<Item>(
  title: string,
  items: readonly Item[],
  keysOf: (item: Item) => readonly string[],
  passed: (item: Item) => boolean,
): Breakdown {
  const counts = new Map<string, { passed: number; total: number }>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const count = counts.get(key) ?? { passed: 0, total: 0 };
      counts.set(key, { passed: count.passed + Number(passed(item)), total: count.total + 1 });
    }
  }
  const rows = [...counts]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([key, count]) => [key, count.passed, count.total, count.passed / count.total]);
  return { title, columns: [title, 'passed', 'total', 'share'], rows };
}
