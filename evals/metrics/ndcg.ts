/**
 * Normalised discounted cumulative gain of the first `k` (Järvelin & Kekäläinen 2002): Σ gain / log2(place + 1),
 * divided by the same sum over the ideal order. `gains` are those of the ranking, `ideal` all gains there are.
 */
export function ndcg(gains: readonly number[], ideal: readonly number[], k: number): number {
  const best = discounted(
    [...ideal].sort((one, other) => other - one),
    k,
  );
  return best === 0 ? 0 : discounted(gains, k) / best;
}

function discounted(gains: readonly number[], k: number): number {
  return gains.slice(0, k).reduce((sum, gain, index) => sum + gain / Math.log2(index + 2), 0);
}
