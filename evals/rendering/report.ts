import type { BaselineComparison } from '../baseline/compare.ts';
import type { EvalResult } from '../run.ts';

/** All that a report tells, in whatever form. */
export interface EvalReport extends EvalResult {
  readonly madeAt: string;
  readonly seconds: number;
  /** Undefined without a committed baseline. */
  readonly baseline: BaselineComparison | undefined;
  /** False when a figure dropped beyond its margin or a question that must fail passed. */
  readonly passed: boolean;
}

export function makeReport(
  result: EvalResult,
  baseline: BaselineComparison | undefined,
  madeAt: Date,
  seconds: number,
): EvalReport {
  const dropped = (baseline?.figures ?? []).some((change) => change.dropped);
  return {
    ...result,
    madeAt: madeAt.toISOString(),
    seconds: Number(seconds.toFixed(1)),
    baseline,
    passed: !dropped && result.wronglyPassed.length === 0,
  };
}
