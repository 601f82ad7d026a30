export interface RefusalScores {
  /** Share of the refused questions that could not be answered. */
  readonly precision: number;
  /** Share of the questions that could not be answered that were refused. */
  readonly recall: number;
}

/** Precision and recall of refusing, with "can't be answered from the documents" as the class to find. Nothing refused is precise. */
export function refusalScores(
  cases: readonly { readonly answerable: boolean; readonly refused: boolean }[],
): RefusalScores {
  const refused = cases.filter((one) => one.refused);
  const unanswerable = cases.filter((one) => !one.answerable);
  const right = refused.filter((one) => !one.answerable).length;
  return {
    precision: refused.length === 0 ? 1 : right / refused.length,
    recall: unanswerable.length === 0 ? 1 : right / unanswerable.length,
  };
}
