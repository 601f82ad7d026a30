/** How near the `k` nearest of all vectors (of length 1, one after the other) are to a vector, nearest first. */
export function exactNeighbours(vectors: Float32Array, vector: readonly number[], k: number): number[] {
  const nearest: number[] = [];
  for (let from = 0; from < vectors.length; from += vector.length) {
    const nearness = cosine(vectors, from, vector);
    if (nearest.length === k && nearness <= nearest[k - 1]!) continue;
    const place = nearest.findIndex((other) => nearness > other);
    nearest.splice(place === -1 ? nearest.length : place, 0, nearness);
    nearest.length = Math.min(nearest.length, k);
  }
  return nearest;
}

/** Distances of equal passages are equal, and of 32-bit numbers no more than nearly so. */
const NEARLY = 1e-5;

/**
 * The share of results that are as near as the true nearest; which of several equals is returned is all the same.
 * A query without a single known word (a zero vector) is near to nothing and does not count.
 */
export function recallOf(
  vectors: Float32Array,
  queries: readonly { readonly vector: readonly number[] }[],
  truth: readonly (readonly number[])[],
  results: readonly (readonly number[])[],
): number {
  let wanted = 0;
  let met = 0;
  for (const [place, { vector }] of queries.entries()) {
    if (vector.every((value) => value === 0)) continue;
    const nearest = truth[place]!;
    const least = nearest.at(-1)! - NEARLY;
    wanted += nearest.length;
    met += results[place]!.filter((id) => cosine(vectors, id * vector.length, vector) >= least).length;
  }
  return met / wanted;
}

function cosine(vectors: Float32Array, from: number, vector: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < vector.length; i++) sum += vectors[from + i]! * vector[i]!;
  return sum;
}
