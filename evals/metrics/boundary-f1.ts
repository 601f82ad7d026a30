/** F1 of found boundaries against the true ones: the harmonic mean of how many are right and how many were found. */
export function boundaryF1(found: readonly number[], truth: readonly number[]): number {
  const wanted = new Set(truth);
  const given = new Set(found);
  const shared = [...given].filter((place) => wanted.has(place)).length;
  return given.size + wanted.size === 0 ? 1 : (2 * shared) / (given.size + wanted.size);
}
