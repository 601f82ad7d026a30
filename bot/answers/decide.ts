import type { IndexedSentence } from '../../retrieval/passages/passage.ts';
import { fold } from '../../retrieval/text/characters.ts';
import { findNumbers } from '../../retrieval/text/numbers.ts';
import { cutWords } from '../../retrieval/text/words.ts';
import type { Aspect } from '../questions/aspects.ts';
import { type AnswerKind, type Attribute, sameUnitGroup } from '../questions/kinds.ts';
import { spellsOut, spellsOutCode } from '../questions/slogans.ts';
import type { Understanding } from '../questions/understanding.ts';
import type { RefusedReason } from './answer.ts';
import type { Candidate } from './candidates.ts';
import { splitClauses } from './clauses.ts';
import { itemsTold } from './enumerations.ts';
import type { Statement } from './statement.ts';

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
}

/** Fitted on the tuned golden questions; the curve is in the refusal suite's report. */
export const THRESHOLDS: Thresholds = { leastScore: 0.32, nearBest: 0.75, leastConfidence: 0.2 };

/** Attributes that must stand in the statement whatever the question's kind: nothing else would answer. */
const ALWAYS: ReadonlySet<Attribute> = new Set(['phone', 'web', 'clock', 'address', 'price', 'route']);
/** Kinds whose measures must stand there too; a list or a reason may be told without them. */
const MEASURED: ReadonlySet<Attribute> = new Set([
  ...ALWAYS,
  'money',
  'percent',
  'area',
  'length',
  'people',
  'count',
  'date',
  'day',
  'frequency',
  'person',
]);
const STRICT: Partial<Readonly<Record<AnswerKind, ReadonlySet<Attribute>>>> = {
  number: MEASURED,
  date: MEASURED,
  person: new Set(['phone', 'person']),
  fact: new Set([...ALWAYS, 'money', 'percent', 'area', 'length']),
  list: new Set(['phone', 'web', 'clock']),
  howto: new Set(['phone', 'web', 'clock', 'address']),
  wording: new Set(),
  yesno: new Set(['phone', 'web', 'clock']),
};

/** Figures up to a month are no figures of the year; the words may stand in the sentence before. */
const PARTIAL_YEAR = /截至|截止|前\d+个?月|1[—-]\d+月/;

/** What a statement lacks of what was asked: strict attributes, the office named, a slogan's parts. */
export function missingFrom(understanding: Understanding, statement: Statement): string[] {
  const missing: string[] = missingAttributes(understanding, statement);
  const offices = understanding.offices.filter((office) => !statement.text.includes(office));
  if (understanding.kind === 'person' && offices.length > 0) missing.push('person');
  const { sentence } = statement.candidate;
  if (
    understanding.unit !== null &&
    understanding.attributes.includes('count') &&
    !(hasUnit(sentence.text, understanding.unit) && isBound(sentence, understanding))
  )
    missing.push('count');
  if (understanding.code !== null && !spellsOutCode(sentence.text, understanding.code)) missing.push('parts');
  if (understanding.wantsTarget && sentence.modality === 'result') missing.push('target');
  if (understanding.wantsResult && understanding.attributes.length > 0 && sentence.modality === 'target')
    missing.push('result');
  if (understanding.wantsWholeYear && PARTIAL_YEAR.test(statement.before + sentence.text))
    missing.push('wholeYear');
  if (
    understanding.kind === 'list' &&
    understanding.items !== null &&
    itemsTold(statement.text) < understanding.items &&
    !namesWhole(understanding, statement)
  )
    missing.push('parts');
  if (!holdsMembers(understanding.text, statement.text)) missing.push('parts');
  if (understanding.slogan !== null && !spellsOut(statement.text, understanding.slogan))
    missing.push('parts');
  return missing;
}

/** What the members of a list are called: 哪几个村 is answered by names of villages, and by nothing else. */
const MEMBERS: readonly (readonly [RegExp, RegExp])[] = [
  [
    /哪(?:些|几个?|[两二三四五六七八九十\d]+个?)(?:行政)?(?:村|社区)/,
    /[\u4e00-\u9fff]{2}(?:村|社区)(?![社级民庄干部])|(?:村|社区)[、，]/,
  ],
  [
    /哪(?:些|几家?|[两二三四五六七八九十\d]+家?)(?:企业|公司|厂|单位)/,
    /公司|集团|厂|企业|局|办|中心|院|校|委|队|部|社/,
  ],
  [/(?<!-)[A-Z]类[、和与及][A-Z]类.{0,4}(?:各|分别)/, /(?<![-—])[A-Z]类/],
];

function holdsMembers(asked: string, text: string): boolean {
  return MEMBERS.every(([question, member]) => !question.test(asked) || member.test(text));
}

/** A name that counts several sorts of things, such as a centre and two stations. */
const COMPOUND = /[一二两三四五六七八九十\d][^一二两三四五六七八九十\d]{1,4}[一二两三四五六七八九十\d]/;

/** 甲中心，乙、丙站“一中心两站点”: what such a name counts stands before it, one of them in a clause of its own. */
function namesWhole({ quoted, items }: Understanding, { text }: Statement): boolean {
  return (
    items !== null &&
    quoted.some((name) => COMPOUND.test(name) && text.includes(name)) &&
    itemsTold(text) >= items - 1
  );
}

/** Clauses behind the one that names the matter in which its figure may stand. */
const FIGURE_WITHIN = 2;

/**
 * 隐患4992处，信访总量下降7.43%: a figure belongs to the matter that its own clause names, or one a little before
 * it. Where the question's words stand only behind every figure, none of the figures is theirs.
 */
function isBound({ text, town }: IndexedSentence, { subject, unit }: Understanding): boolean {
  // Year and town hold for all its clauses.
  const words = cutWords(fold(subject)).filter(
    (word) => word.trim().length >= 2 && !/\d/.test(word) && !town?.includes(word),
  );
  const clauses = splitClauses(text).map((clause) => fold(clause.text));
  const named = clauses.flatMap((clause, place) =>
    words.some((word) => clause.includes(word)) ? [place] : [],
  );
  if (named.length === 0) return true;
  return clauses.some(
    (clause, place) =>
      hasUnit(clause, unit!) && named.some((name) => place >= name && place - name <= FIGURE_WITHIN),
  );
}

/** Is there a number that counts in the unit asked for? Ordinals (第三批, 二期) count nothing. */
function hasUnit(text: string, unit: string): boolean {
  return findNumbers(text).some(
    (number) =>
      !/^(?:年|月|日|期|批|届|轮|号|级|大)$/.test(number.unit) &&
      !number.percent &&
      sameUnitGroup(unit, number.unit),
  );
}

function missingAttributes(understanding: Understanding, statement: Statement): Attribute[] {
  const strict = STRICT[understanding.kind] ?? ALWAYS;
  return understanding.attributes.filter((attribute) => strict.has(attribute) && !statement.holds(attribute));
}

/** Towns and years that exclude every candidate, before anything is taken out of them. */
export function refusePlace(
  understanding: Understanding,
  aspect: Aspect,
  candidates: readonly Candidate[],
): Refusal | undefined {
  if (understanding.unknownTowns.length > 0 && understanding.towns.length === 0) {
    return { reason: 'other_town', about: understanding.unknownTowns.join('、') };
  }
  const best = candidates[0];
  if (best === undefined) return { reason: 'not_in_documents', about: '' };
  // A wrong town or year in 是不是…吗 is a premise to correct, not a place to look in.
  if (understanding.kind === 'yesno') return undefined;
  const relevant = candidates.filter(
    (candidate) =>
      bareScore(candidate) >=
      bareScore(best) *
        (understanding.towns.length >= 2 || understanding.years.length >= 2 ? COMPARED : THRESHOLDS.nearBest),
  );
  if (aspect.town !== null && !relevant.some((candidate) => candidate.signs.town === 0))
    return { reason: 'other_town', about: aspect.town };
  const inTown = relevant.filter((candidate) => candidate.signs.town === 0);
  if (aspect.years.length > 0 && !inTown.some((candidate) => candidate.signs.year > -1)) {
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
