/**
 * 1 when something relevant stands among the first `k`, else 0 ("success at k"): a question is answered from
 * one passage, so one is enough. Its mean over questions is what we call recall@k, as the golden set counts it.
 */
export function recallAt(relevant: readonly boolean[], k: number): number {
  return relevant.slice(0, k).includes(true) ? 1 : 0;
}
