import { characterPairs } from '../text/characters.ts';

/** Which bodies hold a pair of characters, by index, ascending. */
export interface BodyPairs {
  readonly count: number;
  readonly holders: ReadonlyMap<string, readonly number[]>;
}

export function bodyPairs(bodies: readonly string[]): BodyPairs {
  const holders = new Map<string, number[]>();
  for (const [index, body] of bodies.entries()) {
    for (const pair of new Set(characterPairs(body))) {
      const known = holders.get(pair);
      if (known === undefined) holders.set(pair, [index]);
      else known.push(index);
    }
  }
  return { count: bodies.length, holders };
}

/** Share of a headline's character pairs that occur in each body, rare pairs counting more. */
export function headlineFit(headline: string, { count, holders }: BodyPairs): number[] {
  const scores = new Array<number>(count).fill(0);
  let total = 0;
  for (const pair of new Set(characterPairs(headline))) {
    const found = holders.get(pair) ?? [];
    const weight = Math.log(1 + count / (1 + found.length));
    total += weight;
    for (const index of found) scores[index]! += weight;
  }
  return total === 0 ? scores : scores.map((score) => score / total);
}

/** Above a body stands its headline more often than not; words decide when the page put it elsewhere. */
const ADJACENT_BONUS = 0.45;
/** A headline whose words hardly occur in a body that it does not stand above belongs to none, … */
const LEAST_FIT = 0.3;
/** … unless they occur much more in it than in any other body. */
const LEAST_LONE_FIT = 0.15;
const LONE = 1.8;

/**
 * Joins headlines to bodies, each at most once, best pairs first. `above[h]` is the body that headline h
 * stands directly above, or undefined. Returns for every body the headline's index or undefined.
 */
export function assignHeadlines(
  headlines: readonly string[],
  bodies: readonly string[],
  above: readonly (number | undefined)[],
): (number | undefined)[] {
  const held = bodyPairs(bodies);
  const pairs: { headline: number; body: number; score: number }[] = [];
  for (const [headline, text] of headlines.entries()) {
    const fits = headlineFit(text, held);
    const [best = 0, second = 0] = [...fits].sort((one, other) => other - one);
    const least = best >= second * LONE ? LEAST_LONE_FIT : LEAST_FIT;
    for (const [body, fit] of fits.entries()) {
      const adjacent = above[headline] === body;
      if (!adjacent && (fit < least || (fit < LEAST_FIT && fit < best))) continue;
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
