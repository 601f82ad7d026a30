import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import { analyze } from '../../retrieval/text/analyzer.ts';
import type { AnswerKind } from '../questions/kinds.ts';
import type { Aspect, Understanding } from '../questions/understanding.ts';
import type { Candidate } from './candidates.ts';
import { missingAttributes, type Refusal, refusePlace, THRESHOLDS } from './decide.ts';
import { type Statement, type StatementNeeds, takeStatement } from './statement.ts';

export type Choice =
  | { readonly kind: 'statements'; readonly statements: readonly Statement[]; readonly alternatives: readonly Statement[] }
  | { readonly kind: 'refusal'; readonly refusal: Refusal; readonly nearest: Statement | undefined };

/** Room for one statement, by the sort of answer: contract.md allows 160 for a fact, 400 for a list. */
const ROOM: Readonly<Record<AnswerKind, number>> = {
  number: 90,
  date: 80,
  place: 90,
  person: 90,
  yesno: 100,
  fact: 100,
  list: 190,
  definition: 150,
  howto: 170,
  reason: 170,
  comparison: 120,
  wording: 190,
};

/** Sorts of answers that may need a second sentence. */
const LONG: ReadonlySet<AnswerKind> = new Set(['list', 'howto', 'reason', 'comparison', 'definition']);

/** Chooses what to say for one aspect of a question, or why nothing. */
export function choose(
  index: CorpusIndex,
  understanding: Understanding,
  aspect: Aspect,
  candidates: readonly Candidate[],
  needs: Omit<StatementNeeds, 'limit' | 'attributes'>,
): Choice {
  const full: StatementNeeds = { ...needs, attributes: understanding.attributes, limit: ROOM[understanding.kind] };
  const take = (candidate: Candidate): Statement => takeStatement(index, candidate, full);
  const best = candidates[0];
  const refusal = refusePlace(understanding, aspect, candidates);
  if (refusal !== undefined) return { kind: 'refusal', refusal, nearest: best === undefined ? undefined : take(best) };
  const fitting = candidates.filter((candidate) => candidate.signs.town === 0 && candidate.signs.year === 0);
  const first = fitting[0];
  if (first === undefined || first.score < THRESHOLDS.leastScore) {
    return { kind: 'refusal', refusal: { reason: 'not_in_documents', about: '' }, nearest: undefined };
  }
  const near = fitting.filter((candidate) => candidate.score >= first.score * THRESHOLDS.nearBest).slice(0, 6);
  const taken = near.map(take);
  const primary = taken.find((statement) => missingAttributes(understanding, statement).length === 0);
  if (primary === undefined) {
    return { kind: 'refusal', refusal: { reason: 'attribute_missing', about: missingAttributes(understanding, taken[0]!)[0] ?? '' }, nearest: taken[0] };
  }
  if (understanding.wantsResult && primary.candidate.sentence.modality === 'target' && understanding.attributes.length > 0) {
    return { kind: 'refusal', refusal: { reason: 'attribute_missing', about: 'result' }, nearest: primary };
  }
  const more = LONG.has(understanding.kind) ? complements(primary, taken, needs.terms) : [];
  return { kind: 'statements', statements: [primary, ...more], alternatives: alternativesOf(understanding, aspect, primary, taken) };
}

/** A further statement must bring at least this share of the question's weight that the first leaves open. */
const LEAST_GAIN = 0.12;

/** Statements near the first that cover words of the question which it does not. */
function complements(primary: Statement, taken: readonly Statement[], terms: ReadonlyMap<string, number>): Statement[] {
  const covered = new Set(analyze(primary.text));
  const all = [...terms.values()].reduce((sum, weight) => sum + weight, 0);
  const chosen: Statement[] = [];
  for (const statement of taken) {
    if (statement === primary || chosen.length >= 2) continue;
    const given = new Set(analyze(statement.text));
    let gain = 0;
    for (const [term, weight] of terms) if (given.has(term) && !covered.has(term)) gain += weight;
    const pointed = statement.candidate.signs.like >= 0.9 * primary.candidate.signs.like;
    if (all > 0 && (gain / all >= LEAST_GAIN || (pointed && gain / all >= LEAST_GAIN / 2))) {
      chosen.push(statement);
      for (const term of given) covered.add(term);
    }
  }
  return chosen;
}

/** How near another town's or year's statement must come to stand beside the first. */
const ALTERNATIVE = 0.86;

/** The same matter in another town or year, when the question names neither. */
function alternativesOf(understanding: Understanding, aspect: Aspect, primary: Statement, taken: readonly Statement[]): Statement[] {
  if (LONG.has(understanding.kind) || understanding.kind === 'wording' || understanding.rows.length > 0) return [];
  const { sentence, score } = primary.candidate;
  return taken
    .filter((statement) => {
      const other = statement.candidate.sentence;
      const elsewhere = aspect.town === null && other.town !== sentence.town;
      const otherTime = aspect.years.length === 0 && other.year !== sentence.year && other.town === sentence.town;
      return (elsewhere || otherTime) && statement.candidate.score >= score * ALTERNATIVE && missingAttributes(understanding, statement).length === 0;
    })
    .slice(0, 2);
}
