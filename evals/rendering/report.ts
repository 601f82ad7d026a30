import type { BaselineComparison } from '../baseline/compare.ts';
import { floorOf } from '../baseline/margins.ts';
import type { EvalResult } from '../run.ts';
import type { Figure, SuiteName } from '../suites/result.ts';

/** A figure below what it must reach with or without a baseline. */
interface BelowFloor {
  readonly suite: SuiteName;
  readonly figure: Figure['name'];
  readonly value: number;
  readonly floor: number;
}

/** All that a report tells, in whatever form. */
export interface EvalReport extends EvalResult {
  readonly madeAt: string;
  readonly seconds: number;
  /** Undefined without a committed baseline. */
  readonly baseline: BaselineComparison | undefined;
  readonly belowFloor: readonly BelowFloor[];
  /** False when a figure dropped beyond its margin or below its floor, or a question that must fail passed. */
  readonly passed: boolean;
}

export function makeReport(
  result: EvalResult,
  baseline: BaselineComparison | undefined,
  madeAt: Date,
  seconds: number,
): EvalReport {
  const dropped = (baseline?.figures ?? []).some((change) => change.dropped);
  const belowFloor = result.suites.flatMap(({ suite, figures }) =>
    figures.flatMap(({ name, value }): BelowFloor[] => {
      const floor = floorOf(suite, name);
      return floor === undefined || value >= floor ? [] : [{ suite, figure: name, value, floor }];
    }),
  );
  return {
    ...result,
    madeAt: madeAt.toISOString(),
    seconds: Number(seconds.toFixed(1)),
    baseline,
    belowFloor,
    passed: !dropped && belowFloor.length === 0 && result.wronglyPassed.length === 0,
  };
}
