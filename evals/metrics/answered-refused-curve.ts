export interface CurveCase {
  readonly answerable: boolean;
  /** Was it refused or blocked, whatever the threshold? */
  readonly refused: boolean;
  readonly passed: boolean;
  readonly misleading: boolean;
  readonly confidence: number;
}

export interface CurvePoint {
  readonly threshold: number;
  /** Share of the answerable questions that are answered. */
  readonly answered: number;
  /** Share of the answerable questions that are answered rightly. */
  readonly right: number;
  /** Share of the unanswerable questions that are refused. */
  readonly refused: number;
  /** Share of all questions that mislead. */
  readonly misleading: number;
}

/**
 * What would happen if everything below a confidence were refused as well: one point for every confidence
 * that occurs, from answering as much as now to refusing everything (the risk–coverage curve of selective
 * answering, El-Yaniv & Wiener 2010, with the unanswerable shown apart).
 */
export function answeredRefusedCurve(cases: readonly CurveCase[]): CurvePoint[] {
  const thresholds = [...new Set([0, ...cases.map(({ confidence }) => confidence)])].sort((a, b) => a - b);
  return [...thresholds, Number.POSITIVE_INFINITY].map((threshold) => pointAt(cases, threshold));
}

function pointAt(cases: readonly CurveCase[], threshold: number): CurvePoint {
  const kept = (one: CurveCase): boolean => !one.refused && one.confidence >= threshold;
  const answerable = cases.filter((one) => one.answerable);
  const unanswerable = cases.filter((one) => !one.answerable);
  return {
    threshold,
    answered: share(answerable, kept),
    right: share(answerable, (one) => kept(one) && one.passed),
    refused: share(unanswerable, (one) => !kept(one)),
    misleading: share(cases, (one) => kept(one) && one.misleading),
  };
}

function share<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return items.length === 0 ? 0 : items.filter(holds).length / items.length;
}
