import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import { findDates } from '../../retrieval/text/dates.ts';
import type { Understanding } from '../questions/understanding.ts';
import type { Candidate } from './candidates.ts';
import { type GivenNeeds, needsOf } from './needs.ts';
import { type Statement, takeStatement } from './statement.ts';

/** How near to the sentence told its neighbour must come as an answer to the first part. */
const NEARLY_AS_GOOD = 0.75;

/**
 * 哪年动手弄、哪年放人进去: where the second day is asked in words that the page does not print, the sentence beside the
 * one told that was nearly as good for the first part, and dates the matter otherwise, tells it.
 */
export function dateBeside(
  index: CorpusIndex,
  understanding: Understanding,
  told: Statement,
  candidates: readonly Candidate[],
  given: GivenNeeds,
): Statement | undefined {
  const { sentence } = told.candidate;
  const own = new Set(datesOf(told.text));
  const beside = candidates.find(
    ({ sentence: other, score }) =>
      other.document === sentence.document &&
      other.article === sentence.article &&
      Math.abs(other.id - sentence.id) === 1 &&
      score >= NEARLY_AS_GOOD * told.candidate.score &&
      datesOf(other.text).some((date) => !own.has(date)),
  );
  if (beside === undefined) return undefined;
  const statement = takeStatement(index, beside, needsOf(understanding, given));
  return statement.holds('date') ? statement : undefined;
}

function datesOf(text: string): string[] {
  return findDates(text).map(({ year, month, day }) => `${year}-${month}-${day}`);
}
