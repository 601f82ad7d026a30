import { bare } from '../text/characters.ts';

/** Share of a headline's character pairs that occur in a body, rare pairs counting more. */
export function headlineFit(headline: string, bodies: readonly string[]): number[] {
  const letters = bare(headline);
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < letters.length; i++) pairs.add(letters.slice(i, i + 2));
  const folded = bodies.map(bare);
  const scores = bodies.map(() => 0);
  let total = 0;
  for (const pair of pairs) {
    const holders = folded.map((body) => body.includes(pair));
    const count = holders.filter(Boolean).length;
    const weight = Math.log(1 + bodies.length / (1 + count));
    total += weight;
    for (const [index, holds] of holders.entries()) if (holds) scores[index]! += weight;
  }
  return total === 0 ? scores : scores.map((score) => score / total);
}

/** Above a body stands its headline more often than not; words decide when the page put it elsewhere. */
const ADJACENT_BONUS = 0.45;
/** A headline whose words hardly occur in a body that it does not stand above belongs to none. */
const LEAST_FIT = 0.3;

/**
 * Joins headlines to bodies, each at most once, best pairs first. `above[h]` is the body that headline h
 * stands directly above, or undefined. Returns for every body the headline's index or undefined.
 */
export function assignHeadlines(
  headlines: readonly string[],
  bodies: readonly string[],
  above: readonly (number | undefined)[],
): (number | undefined)[] {
  const pairs: { headline: number; body: number; score: number }[] = [];
  for (const [headline, text] of headlines.entries()) {
    for (const [body, fit] of headlineFit(text, bodies).entries()) {
      const adjacent = above[headline] === body;
      if (!adjacent && fit < LEAST_FIT) continue;
      pairs.push({ headline, body, score: fit + (adjacent ? ADJACENT_BONUS : 0) });
    }
  }
  pairs.sort((a, b) => b.score - a.score);
  const chosen: (number | undefined)[] = bodies.map(() => undefined);
  const used = new Set<number>();
  for (const { headline, body } of pairs) {
    if (used.has(headline) || chosen[body] !== undefined) continue;
    chosen[body] = headline;
    used.add(headline);
  }
  return chosen;
}
