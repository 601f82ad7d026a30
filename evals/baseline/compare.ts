import type { Part } from '../golden/read-questions.ts';
import type { EvalResult } from '../run.ts';
import type { SuiteName } from '../suites/result.ts';
import { type Baseline, figureKey, isOfRun } from './baseline.ts';

export interface FigureChange {
  readonly suite: SuiteName;
  readonly figure: string;
  readonly before: number;
  /** Undefined when the run has no such figure any more. */
  readonly now: number | undefined;
  /** How much better it is, whichever direction is better; negative when worse. */
  readonly gain: number;
  readonly margin: number | null;
  /** Worse than its margin allows. */
  readonly dropped: boolean;
}

export interface VerdictChange {
  readonly suite: SuiteName;
  readonly id: string;
}

export interface BaselineComparison {
  /** Parts whose questions are no longer those of the baseline, so that figures compare only roughly. */
  readonly questionsChanged: readonly Part[];
  readonly figures: readonly FigureChange[];
  readonly newlyPassing: readonly VerdictChange[];
  readonly newlyFailing: readonly VerdictChange[];
}

/** Room for rounding: values are committed with four digits. */
const ROUNDING = 1e-4;

/** What changed since the baseline, of the suites and parts that were run. */
export function compareWithBaseline(baseline: Baseline, result: EvalResult): BaselineComparison {
  const figures = result.suites.flatMap((ran) => {
    const now = new Map(ran.figures.map((figure) => [figureKey(figure), figure.value]));
    return Object.entries(baseline.suites[ran.suite]?.figures ?? {})
      .filter(([key]) => isOfRun(ran.suite, key, result))
      .filter(([key]) => now.has(key) || isGuardedHere(ran.suite, key))
      .map(([key, { value, better, margin }]): FigureChange => {
        const own = now.get(key);
        const gain = own === undefined ? -value : better === 'higher' ? own - value : value - own;
        const dropped = margin !== null && (own === undefined || gain < -margin - ROUNDING);
        return { suite: ran.suite, figure: key, before: value, now: own, gain, margin, dropped };
      });
  });
  const verdicts = result.suites.flatMap(({ suite, verdicts: own }) =>
    Object.entries(own).map(([id, passed]) => ({
      suite,
      id,
      passed,
      before: baseline.suites[suite]?.verdicts[id],
    })),
  );
  return {
    questionsChanged: result.parts.filter((part) => baseline.questions[part] !== result.questions[part]),
    figures,
    newlyPassing: verdicts.filter(({ passed, before }) => passed && before === false).map(toChange),
    newlyFailing: verdicts.filter(({ passed, before }) => !passed && before === true).map(toChange),
  };
}

/** Stored answers alone can't tell what happens when a fact is taken out; every other figure must be there. */
function isGuardedHere(suite: SuiteName, key: string): boolean {
  return !(suite === 'refusal' && (key.startsWith('leave-one-out') || key.startsWith('confidence')));
}

function toChange({ suite, id }: VerdictChange): VerdictChange {
  return { suite, id };
}
