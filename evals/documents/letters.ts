import type { Place, Places } from './places.ts';

/** F1 of the letters, digits and characters that two lists of stretches cover. */
export function lettersShared(places: Places, truth: readonly Place[], read: readonly Place[]): number {
  const wanted = covered(places, truth);
  const given = covered(places, read);
  const shared = [...given].filter((letter) => wanted.has(letter)).length;
  return wanted.size + given.size === 0 ? 1 : (2 * shared) / (wanted.size + given.size);
}

function covered(places: Places, stretches: readonly Place[]): Set<number> {
  const letters = new Set<number>();
  for (const { start, end } of stretches) {
    for (let at = places.lettersBefore(start); at < places.lettersBefore(end); at++) letters.add(at);
  }
  return letters;
}
