import { analyze } from '../../retrieval/text/analyzer.ts';
import { characterPairs } from '../../retrieval/text/characters.ts';
import { findDates } from '../../retrieval/text/dates.ts';
import { findNumbers } from '../../retrieval/text/numbers.ts';
import type { Aspect } from '../questions/aspects.ts';
import type { AnswerKind } from '../questions/kinds.ts';
import type { Understanding } from '../questions/understanding.ts';
import type { Candidate } from './candidates.ts';
import { missingFrom } from './missing.ts';
import type { Statement } from './statement.ts';

/** Do two statements share words of the page? */
export function overlap(one: Statement, other: Statement): boolean {
  return (
    one.candidate.sentence.document === other.candidate.sentence.document &&
    one.start < other.end &&
    other.start < one.end
  );
}

/** Of statements that share words of the page only the first stays. */
export function distinct(statements: readonly Statement[]): Statement[] {
  return statements.filter(
    (statement, index) => !statements.slice(0, index).some((other) => overlap(other, statement)),
  );
}

/** What statements told side by side differ in: each is of a town of its own, of a year, some of both, or of neither. */
export function differenceOf(told: readonly Statement[]): 'town' | 'year' | 'both' | 'other' {
  const sentences = told.map(({ candidate }) => candidate.sentence);
  const towns = new Set(sentences.map(({ town }) => town)).size;
  if (towns === told.length) return 'town';
  const years = new Set(sentences.map(({ year, sectionYear }) => sectionYear ?? year)).size;
  if (years === 1) return 'other';
  return towns === 1 ? 'year' : 'both';
}

/** A statement this short leaves room for another within the length of one fact. */
export const ROOM_FOR_MORE = 75;

/** A further statement must bring at least this share of the question's weight that the first leaves open. */
const LEAST_GAIN = 0.12;

/** Statements near the first that cover words of the question which it does not. */
export function complements(
  primary: Statement,
  taken: readonly Statement[],
  terms: ReadonlyMap<string, number>,
): Statement[] {
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

/** Sorts of answers of which there is one for a town and a time. */
const SINGLE: ReadonlySet<AnswerKind> = new Set(['number', 'person', 'date']);
/** Sorts of which every town may have its own, and one town several. */
const SEVERAL_TOWNS: ReadonlySet<AnswerKind> = new Set(['list', 'fact', 'place']);

/** How near another town's or year's statement must come to stand beside the first. */
const ALTERNATIVE = 0.65;
/** One that plainly tells what is asked, or leaves nothing unmet that the first one meets, may come less near. */
const ALTERNATIVE_MET = 0.55;
/** A list or another fact of another town must come nearer: they share many words. */
const ALTERNATIVE_OPEN = 0.8;
/** A best that shares few of the question's words is more often wrong than one of several truths. */
const LEAST_FOR_ALTERNATIVES = 0.1;

/** Alternatives share the words of the matter and are asked for alike, or many ask for both in such words. */
function isSameMatter({ candidate: own }: Statement, { candidate: other }: Statement): boolean {
  const { subject, like } = own.signs;
  return (
    (other.signs.subject >= 0.9 * subject && other.signs.like >= 0.45 * like) ||
    (other.score >= 0.85 * own.score && other.signs.like >= 0.6 * like && other.signs.votes >= ASKED_BY) ||
    (other.score >= 0.75 * own.score && other.signs.votes >= ASKED_BY_MANY) ||
    meetsAsMuch(own, other)
  );
}

/** Says another sentence whatever this one says of what is asked, and is about the same matter? */
function meetsAsMuch(own: Candidate, other: Candidate): boolean {
  return (
    own.signs.subject >= CLEAR_SUBJECT &&
    other.signs.unmet <= own.signs.unmet + AS_LITTLE &&
    other.signs.subject >= 0.7 * own.signs.subject &&
    other.signs.like >= 0.45 * own.signs.like
  );
}

const CLEAR_SUBJECT = 0.3;
const AS_LITTLE = 0.02;

/** Share of the nearest everyday questions that must ask for an alternative worded otherwise. */
const ASKED_BY = 0.2;
/** So many ask for it that it may score less. */
const ASKED_BY_MANY = 0.35;

/** Two reports of one date or figure are one truth, not two to choose from. */
function saysTheSame({ kind }: Understanding, primary: Statement, other: Statement): boolean {
  const own = kind === 'date' ? datesOf(primary) : figuresOf(primary);
  const theirs = new Set(kind === 'date' ? datesOf(other) : figuresOf(other));
  return kind !== 'person' && own.length > 0 && own.some((value) => theirs.has(value));
}

function datesOf({ text, candidate: { sentence } }: Statement): string[] {
  return findDates(text, sentence.sectionYear ?? sentence.year ?? undefined).map(
    ({ year, month, day }) => `${year}-${month}-${day}`,
  );
}

function figuresOf({ text }: Statement): string[] {
  return findNumbers(text)
    .filter(({ unit }) => !/^[年月日]$/.test(unit))
    .map(({ value, unit }) => `${value}${unit}`);
}

/** Asked what is meant to be reached: what was reached elsewhere is no alternative to an aim. */
const AHEAD = /想|打算|计划|目标|力争|争取|冲|再/;

/** The same matter in another town or year, when the question names neither. */
export function alternativesOf(
  understanding: Understanding,
  aspect: Aspect,
  primary: Statement,
  taken: readonly Statement[],
  tellsPlainly: (statement: Statement) => boolean,
): Statement[] {
  const { sentence, score, signs } = primary.candidate;
  const { subject, votes } = signs;
  const single = SINGLE.has(understanding.kind);
  if (
    !(single || SEVERAL_TOWNS.has(understanding.kind)) ||
    understanding.rows.length > 0 ||
    (subject < LEAST_FOR_ALTERNATIVES && votes < ASKED_BY)
  )
    return [];
  const alternatives = taken.filter((statement) => {
    const other = statement.candidate.sentence;
    const plain = tellsPlainly(statement);
    const near =
      plain || (single && meetsAsMuch(primary.candidate, statement.candidate))
        ? ALTERNATIVE_MET
        : single
          ? ALTERNATIVE
          : ALTERNATIVE_OPEN;
    const elsewhere = aspect.town === null && other.town !== sentence.town;
    const otherTime =
      aspect.years.length === 0 &&
      subject >= LEAST_FOR_ALTERNATIVES &&
      other.town === sentence.town &&
      (other.sectionYear !== sentence.sectionYear || other.document !== sentence.document);
    return (
      (elsewhere || (otherTime && single)) &&
      statement.candidate.score >= score * near &&
      (plain || isSameMatter(primary, statement)) &&
      !saysTheSame(understanding, primary, statement) &&
      !(AHEAD.test(understanding.text) && sentence.modality === 'target' && other.modality !== 'target') &&
      missingFrom(understanding, statement).length === 0
    );
  });
  return onePerPlace(primary, alternatives).slice(0, 2);
}

/** Of several that one town tells of one year, the one worded most like the first: its 完成投资 beside ours. */
function onePerPlace(primary: Statement, alternatives: readonly Statement[]): Statement[] {
  const own = new Set(characterPairs(primary.text));
  const shared = ({ text }: Statement): number =>
    characterPairs(text).filter((pair) => own.has(pair)).length / Math.max(1, text.length);
  const best = new Map<string, Statement>();
  for (const statement of alternatives) {
    const { town, sectionYear, document } = statement.candidate.sentence;
    const place = `${town} ${sectionYear ?? document}`;
    const known = best.get(place);
    if (known === undefined || shared(statement) > shared(known)) best.set(place, statement);
  }
  return [...best.values()];
}
