import type { GoldenQuestion } from '../golden/question.ts';
import type { HitRecord } from '../runs/answer-record.ts';
import { coversHalf, documentName } from './folded-text.ts';

/** Contract: a passage is at most 400 characters; what a longer one holds beyond is not looked at. */
const LONGEST_PASSAGE = 400;

/**
 * For every passage found, best first: does it cover half of one of the question's evidence quotes? A question
 * counts as found among the first k when any of the first k does.
 */
export function evidenceFound(
  { evidence }: Pick<GoldenQuestion, 'evidence'>,
  hits: readonly HitRecord[],
  texts: ReadonlyMap<string, string>,
): boolean[] {
  return hits.map((hit) => {
    const name = documentName(hit.document);
    const passage = (texts.get(name) ?? '').slice(hit.start, Math.min(hit.end, hit.start + LONGEST_PASSAGE));
    return evidence.some(({ seed, quote }) => seed === name && coversHalf(quote, passage));
  });
}
