/**
 * Likeness of two short texts by their terms: the harmonic mean of how much of the one's weight the other
 * holds and the reverse (a Dice coefficient over idf weights). Between 0 and 1.
 */
export function likeness(
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
  weight: (term: string) => number,
): number {
  let common = 0;
  let inA = 0;
  let inB = 0;
  for (const term of a) {
    const w = weight(term);
    inA += w;
    if (b.has(term)) common += w;
  }
  for (const term of b) inB += weight(term);
  return inA + inB === 0 ? 0 : (2 * common) / (inA + inB);
}

/** Share of the weight of `wanted` that `given` holds. Between 0 and 1; 0 for nothing wanted. */
export function coverage(wanted: ReadonlyMap<string, number>, given: ReadonlySet<string>): number {
  let all = 0;
  let held = 0;
  for (const [term, weight] of wanted) {
    all += weight;
    if (given.has(term)) held += weight;
  }
  return all === 0 ? 0 : held / all;
}
