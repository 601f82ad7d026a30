import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import { analyze } from '../../retrieval/text/analyzer.ts';
import type { AskedNoun } from '../questions/asked-nouns.ts';
import type { AnswerKind } from '../questions/kinds.ts';
import { spellsOut } from '../questions/slogans.ts';
import type { Aspect, Understanding } from '../questions/understanding.ts';
import type { Candidate } from './candidates.ts';
import { conditionOf } from './conditions.ts';
import { confidence, confidenceSigns, type WordSources } from './confidence.ts';
import { missingFrom, type Refusal, refusePlace, THRESHOLDS } from './decide.ts';
import { longestEnumeration } from './enumerations.ts';
import { enumerationAround, labelled, quotationAround, sentenceAfter, sentenceBefore } from './siblings.ts';
import { type Statement, type StatementNeeds, takeStatement } from './statement.ts';
import { missingAround } from './surroundings.ts';
import { CONFIDENCE } from './weights.ts';

/** Longest whole list that is said; contract.md allows 400 characters, marks and lead not spared. */
const LONGEST_LIST = 330;
/** An item of a long list is named without its details. */
const LONGEST_ITEM = 34;

/**
 * A list that runs over several sentences (…；…；…。): all of it, when the sentence found does not hold as
 * many parts as were asked for and the whole fits.
 */
function wholeList(
  index: CorpusIndex,
  understanding: Understanding,
  statements: readonly Statement[],
  needs: StatementNeeds,
): Statement[] | undefined {
  if (understanding.kind !== 'list' && understanding.kind !== 'howto') return undefined;
  const first = statements[0];
  if (first === undefined) return undefined;
  const wanted = understanding.items ?? 3;
  if (longestEnumeration(first.text) >= wanted || (understanding.items !== null && missingFrom(understanding, first).length === 0)) return undefined;
  const members = enumerationAround(index, first.candidate.sentence);
  const length = members.reduce((sum, sentence) => sum + sentence.text.length, 0);
  if (members.length < 2 || members.length > 12) return undefined;
  const limit = length <= LONGEST_LIST ? LONGEST_LIST : Math.floor(LONGEST_LIST / members.length);
  if (limit < LONGEST_ITEM) return undefined;
  const chosen = members.map((sentence) =>
    takeStatement(index, { ...first.candidate, sentence, focus: [] }, { ...needs, limit, tight: false }),
  );
  const slogan = understanding.slogan;
  if (slogan !== null && !spellsOut(chosen.map((statement) => statement.text).join(''), slogan))
    return undefined;
  return chosen;
}

/** 原话怎么说: the whole of a quotation that runs over several sentences, as far as it fits. */
function wholeQuotation(
  index: CorpusIndex,
  understanding: Understanding,
  statement: Statement,
  needs: StatementNeeds,
): Statement[] | undefined {
  if (understanding.kind !== 'wording') return undefined;
  const members = quotationAround(index, statement.candidate.sentence);
  const length = members.reduce((sum, sentence) => sum + sentence.text.length, 0);
  if (members.length < 2 || length > LONGEST_LIST) return undefined;
  return members.map((sentence) =>
    takeStatement(
      index,
      { ...statement.candidate, sentence, focus: [] },
      { ...needs, limit: LONGEST_LIST, tight: false },
    ),
  );
}

/** 标注“X”的有哪些: every sentence that carries the label, of one row when a row is named, cut to first clauses. */
function labelledList(
  index: CorpusIndex,
  understanding: Understanding,
  near: readonly Candidate[],
  needs: Omit<StatementNeeds, 'limit' | 'attributes' | 'tight' | 'wants' | 'offices'>,
): Statement[] | undefined {
  if (understanding.kind !== 'list') return undefined;
  for (const best of near) {
    for (const label of understanding.quoted) {
      const all = labelled(index, best.sentence.document, label);
      const ofRow = all.filter(({ row }) => row !== null && understanding.quoted.includes(row.name));
      const sentences = ofRow.length > 0 ? ofRow : all;
      if (all.length < 2) continue;
      return sentences.map((sentence) =>
        takeStatement(
          index,
          { ...best, sentence, focus: [] },
          { ...needs, attributes: [], limit: LONGEST_ITEM, wants: 1, offices: [], tight: true },
        ),
      );
    }
  }
  return undefined;
}

/** Fewest and most members of a list made by a condition; one alone is an ordinary answer. */
const FILTERED = { fewest: 2, most: 7 } as const;

/** 时限写明8月底的有哪几项, 增幅超过30%的有哪些: every sentence of the page that meets the condition. */
function filteredList(
  index: CorpusIndex,
  understanding: Understanding,
  aspect: Aspect,
  best: Candidate,
  needs: Omit<StatementNeeds, 'limit' | 'attributes' | 'tight' | 'wants' | 'offices'>,
): Statement[] | undefined {
  if (understanding.kind !== 'list') return undefined;
  const condition = conditionOf(understanding);
  if (condition === undefined) return undefined;
  const pool = index.documents
    .get(best.sentence.document)!
    .sentences.filter(
      (sentence) =>
        sentence.kind !== 'headline' &&
        (aspect.years.length === 0 || aspect.years.includes(sentence.year ?? 0)),
    );
  const members = pool.filter((sentence) => condition.holds(sentence.text));
  if (members.length < FILTERED.fewest || members.length > FILTERED.most) return undefined;
  return distinct(
    members.map((sentence) => {
      const span = { start: sentence.start, end: sentence.end, likeness: 0 };
      const candidate = { ...best, sentence, focus: [span] };
      return takeStatement(index, candidate, {
        ...needs,
        terms: condition.terms,
        attributes: [],
        wants: 1, offices: [],
        limit: Math.floor(LONGEST_LIST / members.length),
        tight: true,
      });
    }),
  );
}

/** 这段完整吗: the sentence of the matter's section that the page breaks off. */
function brokenOff(
  index: CorpusIndex,
  understanding: Understanding,
  near: readonly Candidate[],
  needs: StatementNeeds,
): Statement[] | undefined {
  if (!understanding.asksWhole) return undefined;
  for (const candidate of near.slice(0, 3)) {
    const { sentence } = candidate;
    const cut = index.documents
      .get(sentence.document)!
      .sentences.find(
        (other) => other.cut && other.article === sentence.article && other.section === sentence.section,
      );
    if (cut === undefined) continue;
    const whole = takeStatement(index, { ...candidate, sentence: cut, focus: [] }, needs);
    return cut.id === sentence.id ? [whole] : [takeStatement(index, candidate, needs), whole];
  }
  return undefined;
}

/** Room for a procedure in all: its next step is told as long as both fit. */
const LONGEST_PROCEDURE = 210;

/** A procedure goes on in the next sentence. */
function stepAfter(index: CorpusIndex, statement: Statement, needs: StatementNeeds): Statement[] {
  const sentence = sentenceAfter(index, statement.candidate.sentence);
  if (sentence === undefined || statement.text.length + sentence.text.length > LONGEST_PROCEDURE) return [];
  return [takeStatement(index, { ...statement.candidate, sentence, focus: [] }, needs)];
}

/** 他 in the sentence found stands for the person named just before it. */
function personBefore(
  index: CorpusIndex,
  understanding: Understanding,
  statement: Statement,
  needs: StatementNeeds,
): Statement | undefined {
  const { candidate } = statement;
  if (understanding.kind !== 'person' || !/[他她]/.test(candidate.sentence.text)) return undefined;
  const sentence = sentenceBefore(index, candidate.sentence);
  if (sentence === undefined) return undefined;
  const before = takeStatement(index, { ...candidate, sentence, focus: [] }, needs);
  return missingFrom(understanding, before).length === 0 ? before : undefined;
}

export type Choice =
  | {
      readonly kind: 'statements';
      readonly statements: readonly Statement[];
      readonly alternatives: readonly Statement[];
    }
  | { readonly kind: 'refusal'; readonly refusal: Refusal; readonly nearest: Statement | undefined };

/** A sentence that answers in the best one's place must be about the same matter: this share of its subject's words. */
const SAME_SUBJECT = 0.75;
/** A sentence that is asked for in just such words, by many, is about the matter whatever words it prints. */
const ASKED_ALIKE = 0.9;
const MANY_VOTES = 0.3;
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
  comparison: 90,
  wording: 190,
};

/** More room for a statement when several things are asked for at once. */
const SEVERAL = 30;

/** Sorts of answers that are one figure or name: what stands beside it may be another's. */
const TIGHT: ReadonlySet<AnswerKind> = new Set([
  'number',
  'date',
  'place',
  'person',
  'fact',
  'yesno',
  'comparison',
]);
/** Sorts of answers that may need a second sentence. */
const LONG: ReadonlySet<AnswerKind> = new Set(['list', 'howto', 'reason', 'comparison', 'definition']);

/** Chooses what to say for one aspect of a question, or why nothing. */
export function choose(
  index: CorpusIndex,
  understanding: Understanding,
  aspect: Aspect,
  candidates: readonly Candidate[],
  needs: Omit<StatementNeeds, 'limit' | 'attributes' | 'tight' | 'wants' | 'offices'>,
  words: WordSources,
  nouns: readonly AskedNoun[],
): Choice {
  const full: StatementNeeds = {
    ...needs,
    attributes: understanding.attributes,
    wants: understanding.wants,
    offices: understanding.offices,
    limit: ROOM[understanding.kind] + (understanding.wants >= 2 && TIGHT.has(understanding.kind) ? SEVERAL : 0),
    tight: TIGHT.has(understanding.kind),
    items: understanding.kind === 'list' ? (understanding.items ?? 3) : undefined,
  };
  const take = (candidate: Candidate): Statement => takeStatement(index, candidate, full);
  const best = candidates[0];
  const refusal = refusePlace(understanding, aspect, candidates);
  if (refusal !== undefined)
    return { kind: 'refusal', refusal, nearest: best === undefined ? undefined : take(best) };
  const fitting = candidates.filter(
    (candidate) =>
      understanding.kind === 'yesno' || (candidate.signs.town === 0 && candidate.signs.year > -1),
  );
  const first = fitting[0];
  if (first === undefined || first.score < THRESHOLDS.leastScore) {
    return { kind: 'refusal', refusal: { reason: 'not_in_documents', about: '' }, nearest: undefined };
  }
  const near = fitting
    .filter((candidate) => candidate.score >= first.score * THRESHOLDS.nearBest)
    .slice(0, 6);
  const special =
    labelledList(index, understanding, near, needs) ??
    filteredList(index, understanding, aspect, first, needs) ??
    brokenOff(index, understanding, near, full);
  if (special !== undefined) return { kind: 'statements', statements: special, alternatives: [] };
  const taken = distinct(near.map(take));
  const mostSubject = taken.reduce((most, statement) => Math.max(most, statement.candidate.signs.subject), 0);
  const mostLike = taken.reduce((most, statement) => Math.max(most, statement.candidate.signs.like), 0);
  const aboutIt = ({ candidate: { signs } }: Statement): boolean =>
    (mostSubject >= WORDS_TELL ? signs.subject >= mostSubject * SAME_SUBJECT : signs.like >= mostLike * SAME_SUBJECT) ||
    (signs.like >= mostLike * ASKED_ALIKE && signs.votes >= MANY_VOTES);
  const quotation = wholeQuotation(index, understanding, taken[0]!, full);
  if (quotation !== undefined) return { kind: 'statements', statements: quotation, alternatives: [] };
  const list = wholeList(index, understanding, taken.filter(aboutIt), full);
  if (list !== undefined) return { kind: 'statements', statements: list, alternatives: [] };
  const primary =
    taken.find((statement) => aboutIt(statement) && missingFrom(understanding, statement).length === 0) ??
    personBefore(index, understanding, taken[0]!, full);
  if (primary === undefined) {
    return {
      kind: 'refusal',
      refusal: { reason: 'attribute_missing', about: missingFrom(understanding, taken[0]!)[0] ?? '' },
      nearest: taken[0],
    };
  }
  const lacking =
    understanding.kind === 'yesno' || understanding.kind === 'wording'
      ? undefined
      : missingAround(index, nouns, understanding, primary.candidate.sentence);
  if (lacking !== undefined)
    return { kind: 'refusal', refusal: { reason: 'attribute_missing', about: lacking }, nearest: primary };
  if (
    confidence(CONFIDENCE, confidenceSigns(words, understanding, primary.candidate)) <
    THRESHOLDS.leastConfidence
  ) {
    return { kind: 'refusal', refusal: { reason: 'not_in_documents', about: '' }, nearest: primary };
  }
  if (
    understanding.wantsResult &&
    primary.candidate.sentence.modality === 'target' &&
    understanding.attributes.length > 0
  ) {
    return { kind: 'refusal', refusal: { reason: 'attribute_missing', about: 'result' }, nearest: primary };
  }
  const enough =
    understanding.kind === 'list' && longestEnumeration(primary.text) >= (understanding.items ?? 2);
  const next = understanding.kind === 'howto' ? stepAfter(index, primary, full) : [];
  const several = understanding.wants >= 2 && primary.text.length <= ROOM_FOR_MORE;
  const more =
    (LONG.has(understanding.kind) || several) && understanding.aspects.length === 1 && !enough
      ? complements(primary, taken, needs.terms)
      : [];
  return {
    kind: 'statements',
    statements: distinct([primary, ...next, ...more]),
    alternatives: alternativesOf(
      understanding,
      aspect,
      primary,
      distinct([primary, ...fitting.slice(0, 8).map(take)]),
    ),
  };
}

/** Of statements that share words of the page only the first stays. */
function distinct(statements: readonly Statement[]): Statement[] {
  return statements.filter(
    (statement, index) =>
      !statements
        .slice(0, index)
        .some(
          (other) =>
            other.candidate.sentence.document === statement.candidate.sentence.document &&
            other.start < statement.end &&
            statement.start < other.end,
        ),
  );
}

/** A statement this short leaves room for another within the length of one fact. */
const ROOM_FOR_MORE = 75;

/** A further statement must bring at least this share of the question's weight that the first leaves open. */
const LEAST_GAIN = 0.12;

/** Statements near the first that cover words of the question which it does not. */
function complements(
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

/** How near another town's or year's statement must come to stand beside the first. */
const ALTERNATIVE = 0.65;
/** A best that shares few of the question's words is more often wrong than one of several truths. */
const LEAST_FOR_ALTERNATIVES = 0.1;

/** Alternatives must share the words of the matter and be asked for alike, not merely score well. */
function isSameMatter(primary: Statement, other: Statement): boolean {
  const { signs } = primary.candidate;
  return (
    other.candidate.signs.subject >= 0.9 * signs.subject && other.candidate.signs.like >= 0.45 * signs.like
  );
}

/** The same matter in another town or year, when the question names neither. */
function alternativesOf(
  understanding: Understanding,
  aspect: Aspect,
  primary: Statement,
  taken: readonly Statement[],
): Statement[] {
  const { sentence, score } = primary.candidate;
  const single =
    understanding.kind === 'number' || understanding.kind === 'person' || understanding.kind === 'date';
  if (!single || understanding.rows.length > 0 || primary.candidate.signs.subject < LEAST_FOR_ALTERNATIVES)
    return [];
  return taken
    .filter((statement) => {
      const other = statement.candidate.sentence;
      const elsewhere = aspect.town === null && other.town !== sentence.town;
      const otherTime =
        aspect.years.length === 0 &&
        other.town === sentence.town &&
        (other.sectionYear !== sentence.sectionYear || other.document !== sentence.document);
      return (
        (elsewhere || otherTime) &&
        statement.candidate.score >= score * ALTERNATIVE &&
        isSameMatter(primary, statement) &&
        missingFrom(understanding, statement).length === 0
      );
    })
    .slice(0, 2);
}
