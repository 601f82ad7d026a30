import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import type { AskedNoun } from '../questions/asked-nouns.ts';
import type { Aspect } from '../questions/aspects.ts';
import { spellsOutCode } from '../questions/slogans.ts';
import type { Understanding } from '../questions/understanding.ts';
import { alternativesOf, complements, distinct, ROOM_FOR_MORE } from './alternatives.ts';
import type { Candidate } from './candidates.ts';
import { type Judged, judge, type WordSources } from './confidence.ts';
import { countsTheSame } from './counted.ts';
import { credited } from './credited.ts';
import { type Refusal, refusePlace, THRESHOLDS } from './decide.ts';
import { longestEnumeration, withoutOrganisers } from './enumerations.ts';
import { eventInArticle } from './event-kinds.ts';
import { fullNameAsked } from './full-names.ts';
import { headedList } from './headed-members.ts';
import { goesBack, inOrder, isNear } from './in-article.ts';
import { familyList, filteredList, labelledList, mentionsList, wholeList } from './lists.ts';
import { asksWhenWordsWere, type Lacking, missingFrom } from './missing.ts';
import { memberList } from './named-members.ts';
import { type GivenNeeds, LONG, needsOf } from './needs.ts';
import {
  brokenOff,
  otherHand,
  ownerBefore,
  personBefore,
  speakerAfter,
  stepAfter,
  wholeQuotation,
} from './neighbours.ts';
import { officeHolders } from './offices.ts';
import { rowNamed } from './row-named.ts';
import { sharedCharacterList } from './shared-character.ts';
import { spokenWords } from './speeches.ts';
import { type Statement, takeStatement } from './statement.ts';
import { missingAround } from './surroundings.ts';
import type { TellingOf } from './telling.ts';
import { titleAsked } from './titles.ts';
import { toldTwoFigures } from './two-figures.ts';
import { toldTwoWays } from './two-ways.ts';

export type Choice =
  | {
      readonly kind: 'statements';
      readonly statements: readonly Statement[];
      readonly alternatives: readonly Statement[];
      /** Where the answer rests on the confidence in one candidate. */
      readonly judged?: Judged;
    }
  | {
      readonly kind: 'refusal';
      readonly refusal: Refusal;
      readonly nearest: Statement | undefined;
      /** Where nothing is said for want of confidence in one candidate. */
      readonly judged?: Judged;
    };

/** A sentence that answers in the best one's place must be about the same matter: this share of its subject's words. */
const SAME_SUBJECT = 0.75;
/** A sentence that is asked for in just such words, by many, is about the matter whatever words it prints. */
const ASKED_ALIKE = 0.9;
const MANY_VOTES = 0.3;
/** A sentence that scores nearly as well as the best is about the matter, too. */
const AS_GOOD = 0.85;
const HALF = 0.6;
/** Below this share the question's words are not the page's, and likeness must tell what is meant. */
const WORDS_TELL = 0.25;

/** Chooses what to say for one aspect of a question, or why nothing. */
export function choose(
  index: CorpusIndex,
  understanding: Understanding,
  aspect: Aspect,
  candidates: readonly Candidate[],
  needs: GivenNeeds,
  words: WordSources & { readonly tellingOf: TellingOf },
  nouns: readonly AskedNoun[],
): Choice {
  const full = needsOf(understanding, needs);
  const namesPerson = ({ text }: Statement): boolean => needs.persons.some((person) => text.includes(person));
  const take = (candidate: Candidate): Statement => takeStatement(index, candidate, full);
  const best = candidates[0];
  const refusal = refusePlace(understanding, aspect, candidates);
  if (refusal !== undefined)
    return { kind: 'refusal', refusal, nearest: best === undefined ? undefined : take(best) };
  const inPlace = candidates.filter(
    (candidate) =>
      (candidate.signs.town === 0 || (understanding.kind === 'yesno' && aspect.town === null)) &&
      (candidate.signs.year > -1 || understanding.kind === 'yesno'),
  );
  const fitting = printingQuoted(understanding, inPlace);
  const first = fitting[0];
  if (first === undefined || first.score < THRESHOLDS.leastScore) {
    return { kind: 'refusal', refusal: { reason: 'not_in_documents', about: '' }, nearest: undefined };
  }
  const near = fitting
    .filter((candidate) => candidate.score >= first.score * THRESHOLDS.nearBest)
    .slice(0, 6);
  const isSure = (candidate: Candidate): boolean =>
    judge(words, understanding, candidate, fitting).confidence >= THRESHOLDS.leastConfidence;
  const special =
    fullNameAsked(index, understanding, aspect, near, needs) ??
    titleAsked(index, understanding, near, needs, isSure) ??
    rowNamed(index, understanding, aspect.text, near, full) ??
    toldTwoWays(index, understanding, fitting, needs) ??
    toldTwoFigures(index, understanding, fitting, needs) ??
    officeHolders(index, understanding, fitting, needs) ??
    credited(index, aspect.text, near, full) ??
    labelledList(index, understanding, near, needs) ??
    sharedCharacterList(index, understanding, near, needs) ??
    memberList(index, understanding, near, needs) ??
    familyList(index, understanding, near, needs) ??
    filteredList(index, understanding, aspect, first, needs) ??
    mentionsList(index, understanding, near, needs) ??
    headedList(index, understanding, near, needs) ??
    brokenOff(index, understanding, near, full);
  if (special !== undefined) return { kind: 'statements', statements: special, alternatives: [] };
  const taken = distinct(near.map(take));
  const mostSubject = taken.reduce((most, statement) => Math.max(most, statement.candidate.signs.subject), 0);
  const mostLike = taken.reduce((most, statement) => Math.max(most, statement.candidate.signs.like), 0);
  const aboutIt = ({ candidate }: Statement): boolean =>
    (mostSubject >= WORDS_TELL
      ? candidate.signs.subject >= mostSubject * SAME_SUBJECT
      : candidate.signs.like >= mostLike * SAME_SUBJECT) ||
    (candidate.signs.like >= mostLike * ASKED_ALIKE && candidate.signs.votes >= MANY_VOTES) ||
    (candidate.score >= first.score * AS_GOOD &&
      (candidate.signs.subject >= mostSubject * HALF || candidate.signs.like >= mostLike * HALF));
  const spoken = spokenWords(index, understanding, first, full, isSure);
  if (spoken !== undefined) return { kind: 'statements', statements: spoken, alternatives: [] };
  const quotation = wholeQuotation(index, understanding, taken[0]!, full);
  if (quotation !== undefined) return { kind: 'statements', statements: quotation, alternatives: [] };
  const lackingOf = ({ candidate }: Statement): string | undefined =>
    missingAround(index, nouns, understanding, candidate.sentence);
  const tells = ({ candidate }: Statement): boolean =>
    aspect.context === '' && words.tellingOf(understanding, candidate) === 'plainly';
  const about = taken.filter(aboutIt);
  const list =
    about[0] === undefined || lackingOf(about[0]) !== undefined
      ? undefined
      : wholeList(index, understanding, about, full);
  if (list !== undefined) return { kind: 'statements', statements: list, alternatives: [] };
  const enumeratesAsWell = ({ text, candidate }: Statement): boolean =>
    longestEnumeration(withoutOrganisers(text, understanding.text)) >= 2 &&
    candidate.score >= first.score * AS_GOOD;
  const holding = taken.filter(
    (statement) => aboutIt(statement) && missingFrom(understanding, statement).length === 0,
  );
  // A sentence around which the thing asked for is not even named yields to one where it is.
  const named = holding.filter((statement) => lackingOf(statement) === undefined);
  const told = named.length > 0 ? named : holding;
  // Who is meant by 他, or who said it, stands beside the sentence that is about the matter.
  const beside = missingFrom(understanding, taken[0]!).some((name) => /^(?:person|who|name)$/.test(name))
    ? (speakerAfter(index, understanding, taken[0]!, full) ??
      personBefore(index, understanding, taken[0]!, full))
    : eventInArticle(index, understanding, taken[0]!, full);
  const primary =
    beside ??
    // 哪些环节: a sentence that enumerates tells them, one that only names the matter does not.
    (understanding.kind === 'list' ? told.find(enumeratesAsWell) : undefined) ??
    told[0] ??
    elsewhereInArticle(understanding, fitting, take) ??
    onlyNamed(understanding, taken.filter(aboutIt)) ??
    (tells(taken[0]!) && missingFrom(understanding, taken[0]!).every(isTold) ? taken[0] : undefined);
  if (primary === undefined) {
    return {
      kind: 'refusal',
      refusal: { reason: 'attribute_missing', about: missingFrom(understanding, taken[0]!)[0] ?? '' },
      nearest: taken[0],
    };
  }
  const lacking = lackingOf(primary);
  if (lacking !== undefined && !tells(primary))
    return { kind: 'refusal', refusal: { reason: 'attribute_missing', about: lacking }, nearest: primary };
  // What is counted or explained beside the sentence that names the matter is as sure as that sentence.
  const rests =
    beside !== undefined ||
    (understanding.kind === 'reason' && goesBack(primary, taken[0]!)) ||
    (isNear(primary, taken[0]!) && countsTheSame(understanding, primary.candidate.sentence));
  const judged = judge(words, understanding, (rests ? taken[0]! : primary).candidate, fitting);
  // A part that leans on words said before has too few of its own to be judged by them.
  const stands = !rests && aspect.context === '';
  const spelt = spellsItOut(understanding, primary);
  if (
    (judged.confidence < THRESHOLDS.leastConfidence && !spelt) ||
    (stands &&
      !spelt &&
      !asksWhenWordsWere(understanding, primary) &&
      words.tellingOf(understanding, primary.candidate) === 'hardly')
  ) {
    const refusal: Refusal = { reason: 'not_in_documents', about: '' };
    return { kind: 'refusal', refusal, nearest: primary, judged };
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
  const hand = [
    ...otherHand(index, understanding, primary, full),
    ...ownerBefore(index, understanding, primary, full),
  ];
  const several = understanding.wants >= 2 && primary.text.length <= ROOM_FOR_MORE;
  const more =
    (LONG.has(understanding.kind) || several) && understanding.aspects.length === 1 && !enough
      ? complements(primary, taken.filter(alsoOfName(understanding)), needs.terms)
      : [];
  return {
    kind: 'statements',
    judged,
    statements: inOrder(distinct([primary, ...hand, ...next, ...more])),
    alternatives: alternativesOf(
      understanding,
      aspect,
      primary,
      distinct([primary, ...fitting.slice(0, 8).map(take)]).filter(
        (statement) => understanding.kind !== 'person' || namesPerson(statement) || !namesPerson(primary),
      ),
      tells,
    ),
  };
}

/** What is there to be read off or is not: no likeness to other questions makes up for it. */
const READ_OFF: ReadonlySet<string> = new Set<Lacking>([
  'phone',
  'web',
  'route',
  'clock',
  'address',
  'price',
  'money',
  'slogan',
  'weekday',
  'target',
  'result',
  'wholeYear',
  'final',
  'speech',
]);

/** May a sentence tell it in words that no rule knows? */
function isTold(lacking: Lacking): boolean {
  return !READ_OFF.has(lacking);
}

/** 那几个“之年”，原句: of sentences asked for word by word those are meant that print what is quoted, if any does. */
function printingQuoted(
  { kind, quoted }: Understanding,
  candidates: readonly Candidate[],
): readonly Candidate[] {
  if (kind !== 'wording' || quoted.length === 0) return candidates;
  // A row is meant by its name wherever in the row the words stand.
  const prints = ({ sentence: { text, row, section } }: Candidate): boolean =>
    quoted.every((words) => [text, row?.name, section].some((place) => place?.includes(words)));
  const printing = candidates.filter(prints);
  return printing.length > 0 ? printing : candidates;
}

/** A sentence that spells the code out is meant, however few words of the question it shares. */
function spellsItOut({ code }: Understanding, { candidate: { sentence } }: Statement): boolean {
  return code !== null && sentence.text.includes(code) && spellsOutCode(sentence.text, code);
}

/** What else explains a quoted name must hold it, too: another programme beside it is another matter. */
function alsoOfName({ kind, quoted }: Understanding): (statement: Statement) => boolean {
  return ({ candidate: { sentence } }) =>
    kind !== 'definition' ||
    quoted.length === 0 ||
    quoted.some((name) => `${sentence.text}\n${sentence.row?.name ?? ''}`.includes(name));
}

/** How near to the best a sentence of the same article must come that alone holds what is asked for. */
const SAME_ARTICLE = 0.5;

/** The best sentence names the matter, another one of its article tells what is asked. */
function elsewhereInArticle(
  understanding: Understanding,
  fitting: readonly Candidate[],
  take: (candidate: Candidate) => Statement,
): Statement | undefined {
  const { sentence: named, score } = fitting[0]!;
  return fitting
    .filter(
      ({ sentence, score: own }) =>
        own >= score * SAME_ARTICLE &&
        sentence.document === named.document &&
        sentence.article === named.article,
    )
    .map(take)
    .find((statement) => missingFrom(understanding, statement).length === 0);
}

/** “521”人才是什么: a name whose parts no sentence spells out is explained by where it stands. */
function onlyNamed(understanding: Understanding, statements: readonly Statement[]): Statement | undefined {
  const asksForParts =
    understanding.items !== null ||
    /哪|分别|各|几|每|拆|逐|[两二三四五六七八九十]个/.test(understanding.text);
  if (understanding.kind !== 'definition' || asksForParts) return undefined;
  return statements.find((statement) =>
    missingFrom(understanding, statement).every((lacking) => /^(?:parts|slogan|members)$/.test(lacking)),
  );
}
