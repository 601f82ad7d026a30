/**
 * The chance that a positive case scores above a negative one, ties counting half: the area under the ROC
 * curve as the Mann–Whitney statistic (Hanley & McNeil 1982). 0.5 without cases of both kinds.
 */
export function auroc(cases: readonly { readonly score: number; readonly positive: boolean }[]): number {
  const sorted = [...cases].sort((one, other) => one.score - other.score);
  let rankSum = 0;
  let positives = 0;
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    while (to < sorted.length && sorted[to]!.score === sorted[from]!.score) to++;
    const rank = (from + 1 + to) / 2;
    for (const { positive } of sorted.slice(from, to)) {
      if (!positive) continue;
      positives += 1;
      rankSum += rank;
    }
    from = to;
  }
  const negatives = sorted.length - positives;
  if (positives === 0 || negatives === 0) return 0.5;
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}
