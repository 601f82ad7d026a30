import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import { analyze } from '../../retrieval/text/analyzer.ts';
import type { AnswerKind } from '../questions/kinds.ts';
import type { Aspect, Understanding } from '../questions/understanding.ts';
import type { Candidate } from './candidates.ts';
import { missingFrom, type Refusal, refusePlace, THRESHOLDS } from './decide.ts';
import { type Statement, type StatementNeeds, takeStatement } from './statement.ts';

export type Choice =
  | { readonly kind: 'statements'; readonly statements: readonly Statement[]; readonly alternatives: readonly Statement[] }
  | { readonly kind: 'refusal'; readonly refusal: Refusal; readonly nearest: Statement | undefined };

/** A sentence that answers in the best one's place must be about the same matter: this share of its subject's words. */
const SAME_SUBJECT = 0.75;
/** Below this share the question's words are not the page's, and likeness must tell what is meant. */
const WORDS_TELL = 0.25;

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

/** Sorts of answers that are one figure or name: what stands beside it may be another's. */
const TIGHT: ReadonlySet<AnswerKind> = new Set(['number', 'date', 'place', 'person', 'fact', 'yesno']);
/** Sorts of answers that may need a second sentence. */
const LONG: ReadonlySet<AnswerKind> = new Set(['list', 'howto', 'reason', 'comparison', 'definition']);

/** Chooses what to say for one aspect of a question, or why nothing. */
export function choose(
  index: CorpusIndex,
  understanding: Understanding,
  aspect: Aspect,
  candidates: readonly Candidate[],
  needs: Omit<StatementNeeds, 'limit' | 'attributes' | 'tight'>,
): Choice {
  const full: StatementNeeds = { ...needs, attributes: understanding.attributes, limit: ROOM[understanding.kind], tight: TIGHT.has(understanding.kind) };
  const take = (candidate: Candidate): Statement => takeStatement(index, candidate, full);
  const best = candidates[0];
  const refusal = refusePlace(understanding, aspect, candidates);
  if (refusal !== undefined) return { kind: 'refusal', refusal, nearest: best === undefined ? undefined : take(best) };
  const fitting = candidates.filter((candidate) => understanding.kind === 'yesno' || (candidate.signs.town === 0 && candidate.signs.year > -1));
  const first = fitting[0];
  if (first === undefined || first.score < THRESHOLDS.leastScore) {
    return { kind: 'refusal', refusal: { reason: 'not_in_documents', about: '' }, nearest: undefined };
  }
  const near = fitting.filter((candidate) => candidate.score >= first.score * THRESHOLDS.nearBest).slice(0, 6);
  const taken = distinct(near.map(take));
  const mostSubject = taken.reduce((most, statement) => Math.max(most, statement.candidate.signs.subject), 0);
  const mostLike = taken.reduce((most, statement) => Math.max(most, statement.candidate.signs.like), 0);
  const aboutIt = (statement: Statement): boolean =>
    statement === taken[0] ||
    (mostSubject >= WORDS_TELL ? statement.candidate.signs.subject >= mostSubject * SAME_SUBJECT : statement.candidate.signs.like >= mostLike * SAME_SUBJECT);
  const primary = taken.find((statement) => aboutIt(statement) && missingFrom(understanding, statement).length === 0);
  if (primary === undefined) {
    return { kind: 'refusal', refusal: { reason: 'attribute_missing', about: missingFrom(understanding, taken[0]!)[0] ?? '' }, nearest: taken[0] };
  }
  if (understanding.wantsResult && primary.candidate.sentence.modality === 'target' && understanding.attributes.length > 0) {
    return { kind: 'refusal', refusal: { reason: 'attribute_missing', about: 'result' }, nearest: primary };
  }
  const more = LONG.has(understanding.kind) ? complements(primary, taken, needs.terms) : [];
  return { kind: 'statements', statements: [primary, ...more], alternatives: alternativesOf(understanding, aspect, primary, taken) };
}

/** Of statements that share words of the page only the first stays. */
function distinct(statements: readonly Statement[]): Statement[] {
  return statements.filter(
    (statement, index) =>
      !statements.slice(0, index).some((other) => other.candidate.sentence.document === statement.candidate.sentence.document && other.start < statement.end && statement.start < other.end),
  );
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
const ALTERNATIVE = 0.82;
/** A weak best is more often wrong than one of several truths. */
const LEAST_FOR_ALTERNATIVES = 0.85;

/** Alternatives must share the words of the matter and be asked for alike, not merely score well. */
function isSameMatter(primary: Statement, other: Statement): boolean {
  const { signs } = primary.candidate;
  return other.candidate.signs.subject >= 0.7 * signs.subject && other.candidate.signs.like >= 0.6 * signs.like;
}

/** The same matter in another town or year, when the question names neither. */
function alternativesOf(understanding: Understanding, aspect: Aspect, primary: Statement, taken: readonly Statement[]): Statement[] {
  const { sentence, score } = primary.candidate;
  const single = understanding.kind === 'number' || understanding.kind === 'person' || understanding.kind === 'date';
  if (!single || understanding.rows.length > 0 || score < LEAST_FOR_ALTERNATIVES) return [];
  return taken
    .filter((statement) => {
      const other = statement.candidate.sentence;
      const elsewhere = aspect.town === null && other.town !== sentence.town;
      const otherTime = aspect.years.length === 0 && other.year !== sentence.year && other.town === sentence.town;
      return (elsewhere || otherTime) && statement.candidate.score >= score * ALTERNATIVE && isSameMatter(primary, statement) && missingFrom(understanding, statement).length === 0;
    })
    .slice(0, 2);
}
