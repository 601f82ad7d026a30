import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import { analyze } from '../../retrieval/text/analyzer.ts';
import { excerpt, spanOf } from '../../retrieval/text/clean.ts';
import type { Attribute } from '../questions/kinds.ts';
import { longestEnumeration } from './enumerations.ts';
import { holds } from './attributes.ts';
import { sentenceBefore } from './siblings.ts';
import type { Candidate } from './candidates.ts';
import { bestWindow, splitClauses } from './clauses.ts';

/** What is taken out of a sentence to be said: a run of clauses with its place in the file. */
export interface Statement {
  readonly candidate: Candidate;
  /** Clean words, as they stand in the file but for white space and doubled glyphs. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The sentence before it in the same section, which may lend it its time. */
  readonly before: string;
  /** Does it hold what the question asks to be told? */
  readonly holds: (attribute: Attribute) => boolean;
}

export interface StatementNeeds {
  /** The question's terms with their weights. */
  readonly terms: ReadonlyMap<string, number>;
  readonly attributes: readonly Attribute[];
  /** Longest statement in characters. */
  readonly limit: number;
  /** Leave out neighbouring clauses that bring nothing: they hold other figures. */
  readonly tight: boolean;
  /** For a list: a clause that enumerates so many things tells all of it alone. */
  readonly items?: number | undefined;
  /** Names of persons in the vocabulary. */
  readonly persons: readonly string[];
}

/** A sentence that is only a little longer than allowed is said whole rather than torn. */
const GRACE = 24;
/** A sentence up to this length is never cut. */
const TIGHT_FROM = 56;
/** Contract: a quote is at most 200 characters. */
const LONGEST_QUOTE = 196;

/** Takes out of a candidate's sentence the run of clauses that answers. */
export function takeStatement(index: CorpusIndex, candidate: Candidate, needs: StatementNeeds): Statement {
  const { sentence } = candidate;
  const source = index.documents.get(sentence.document)!.text;
  const whole = excerpt(source, sentence.start, sentence.end);
  const clauses = splitClauses(whole.text);
  const limit = Math.min(needs.limit, LONGEST_QUOTE);
  let from = 0;
  let to = clauses.length;
  if (whole.text.length > (needs.tight || needs.items !== undefined ? TIGHT_FROM : Math.min(limit + GRACE, LONGEST_QUOTE))) {
    const scores = clauses.map((clause) => {
      const span = spanOf(whole, clause.start, clause.end);
      return clauseScore(clause.text, span, candidate, needs);
    });
    const best = clauses[scores.indexOf(Math.max(...scores))];
    const listed = needs.items !== undefined && best !== undefined && longestEnumeration(best.text) >= needs.items;
    ({ from, to } = bestWindow(clauses, scores, limit, needs.tight || listed));
  }
  const first = clauses[from]?.start ?? 0;
  const last = Math.min(clauses[to - 1]?.end ?? whole.text.length, first + LONGEST_QUOTE);
  const span = spanOf(whole, first, last);
  const text = whole.text.slice(first, last);
  const before = sentenceBefore(index, sentence)?.text ?? '';
  return { candidate, text, ...span, before, holds: (attribute) => holds(attribute, text, needs.persons) };
}

function clauseScore(text: string, span: { start: number; end: number }, candidate: Candidate, needs: StatementNeeds): number {
  const given = new Set(analyze(text));
  let covered = 0;
  let all = 0;
  for (const [term, weight] of needs.terms) {
    all += weight;
    if (given.has(term)) covered += weight;
  }
  const pointed = candidate.focus.reduce((most, focus) => {
    const shared = Math.min(focus.end, span.end) - Math.max(focus.start, span.start);
    return shared <= 0 ? most : Math.max(most, (focus.likeness * shared) / (span.end - span.start));
  }, 0);
  const holding = needs.attributes.filter((attribute) => holds(attribute, text, needs.persons)).length;
  return (all === 0 ? 0 : covered / all) + pointed + (needs.attributes.length === 0 ? 0 : (0.15 * holding) / needs.attributes.length);
}
