import { createHash } from 'node:crypto';
import type { CorpusIndex } from '../../../retrieval/indexes/corpus-index.ts';
import type { GoldenQuestion } from '../../golden/question.ts';
import { type FactTakenOut, takeFactOut } from './without-fact.ts';

/** The index is changed twice a case, which takes its time: of the tuned questions so many are asked. */
export const MOST_CASES = 80;

/**
 * The answerable questions whose fact stands in one place only, each with the document as it is and without the fact.
 * Their order depends on their ids alone, so that the first `MOST_CASES` stay the same.
 */
export function oneFactOut(
  index: CorpusIndex,
  questions: readonly GoldenQuestion[],
): (FactTakenOut & { readonly question: GoldenQuestion })[] {
  return questions
    .flatMap((question) => {
      const taken = question.answerable ? takeFactOut(index, question) : undefined;
      return taken === undefined ? [] : [{ question, order: digestOf(question.id), ...taken }];
    })
    .sort((one, other) => (one.order < other.order ? -1 : 1));
}

function digestOf(id: string): string {
  return createHash('sha256').update(id).digest('hex');
}
