/** One divided by the place of the first relevant entry among the first `k`, 0 when there is none. Source: Voorhees, TREC-8 (1999). */
export function reciprocalRank(relevant: readonly boolean[], k: number): number {
  const place = relevant.slice(0, k).indexOf(true);
  return place === -1 ? 0 : 1 / (place + 1);
}
