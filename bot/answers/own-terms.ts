import { analyze } from '../../retrieval/text/analyzer.ts';
import type { Aspect } from '../questions/aspects.ts';

/** Share of their weight that words of earlier parts and turns keep: they name the matter, not what is asked. */
export const EARLIER_WORD = 0.35;

/**
 * The weights by which clauses are cut out for a part of a question. Of 食堂建了几家，还买下哪一家 the second part wants the
 * clause of 买下, though its sentence was found by the first one's words. Terms that the thesaurus adds stay whole.
 */
export function ownTerms(
  terms: ReadonlyMap<string, number>,
  { text, context }: Pick<Aspect, 'text' | 'context'>,
): ReadonlyMap<string, number> {
  const own = new Set(analyze(text));
  const earlier = new Set(analyze(context).filter((term) => !own.has(term)));
  return new Map(
    [...terms].map(([term, weight]) => [term, earlier.has(term) ? EARLIER_WORD * weight : weight]),
  );
}
