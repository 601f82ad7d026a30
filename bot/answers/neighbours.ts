import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import type { AnswerKind } from '../questions/kinds.ts';
import type { Understanding } from '../questions/understanding.ts';
import type { Candidate } from './candidates.ts';
import { missingFrom } from './missing.ts';
import { quotationAround, sentenceAfter, sentenceBefore } from './siblings.ts';
import { type Statement, type StatementNeeds, takeStatement } from './statement.ts';

const ASKS_WHOSE = /哪家|哪个\s*(?:公司|厂|企业|单位|学校|村|社区)|什么(?:公司|厂|企业)/;
const ORGANISATION =
  /公司|厂|集团|企业(?=主|是)|学校|小学|中学|幼儿园|合作社|[\u4e00-\u9fff]村(?!社|级|干部|民|庄)|社区/;
/** Sentences before one that may name whose product, school or village it speaks of. */
const NAMED_WITHIN = 3;

/** 其产品曾是…首选: which company that is stands a sentence or two before. */
export function ownerBefore(
  index: CorpusIndex,
  understanding: Understanding,
  statement: Statement,
  needs: StatementNeeds,
): Statement[] {
  if (!ASKS_WHOSE.test(understanding.text) || ORGANISATION.test(statement.text)) return [];
  let sentence = sentenceBefore(index, statement.candidate.sentence);
  for (let step = 0; sentence !== undefined && step < NAMED_WITHIN; step++) {
    if (ORGANISATION.test(sentence.text)) {
      const candidate = { ...statement.candidate, sentence, focus: [] };
      return [takeStatement(index, candidate, { ...needs, limit: SHORT_OWNER })];
    }
    sentence = sentenceBefore(index, sentence);
  }
  return [];
}

/** Room for the words that name the owner. */
const SHORT_OWNER = 60;

/** Longest quotation that is said whole. */
const LONGEST_QUOTATION = 330;

/** 原话怎么说: the whole of a quotation that runs over several sentences, as far as it fits. */
export function wholeQuotation(
  index: CorpusIndex,
  understanding: Understanding,
  statement: Statement,
  needs: StatementNeeds,
): Statement[] | undefined {
  if (understanding.kind !== 'wording') return undefined;
  const members = quotationAround(index, statement.candidate.sentence);
  const length = members.reduce((sum, sentence) => sum + sentence.text.length, 0);
  if (members.length < 2 || length > LONGEST_QUOTATION) return undefined;
  return members.map((sentence) =>
    takeStatement(
      index,
      { ...statement.candidate, sentence, focus: [] },
      { ...needs, limit: LONGEST_QUOTATION, tight: false },
    ),
  );
}

/** 这段完整吗: the sentence of the matter's section that the page breaks off. */
export function brokenOff(
  index: CorpusIndex,
  understanding: Understanding,
  near: readonly Candidate[],
  needs: StatementNeeds,
): Statement[] | undefined {
  if (!understanding.asksWhole) return undefined;
  const quotes = ({ sentence }: Candidate): number =>
    understanding.quoted.filter((words) => sentence.text.includes(words)).length;
  // The sentence that prints the words quoted is the one meant.
  const meant = [...near].sort((one, other) => quotes(other) - quotes(one));
  for (const candidate of meant.slice(0, 3)) {
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

/** Room for both hands of a reason. */
const LONGEST_PAIR = 230;

/** Asked for one figure, day, place or name, the other hand tells nothing more. */
const ONE_THING: ReadonlySet<AnswerKind> = new Set(['number', 'date', 'place', 'person']);

/** 一方面…；另一方面…: one hand is half an answer. */
export function otherHand(
  index: CorpusIndex,
  { kind }: Understanding,
  statement: Statement,
  needs: StatementNeeds,
): Statement[] {
  if (ONE_THING.has(kind)) return [];
  const { sentence } = statement.candidate;
  const before = sentenceBefore(index, sentence);
  const after = sentenceAfter(index, sentence);
  const other = /另一方面/.test(sentence.text)
    ? [before].find((candidate) => /一方面/.test(candidate?.text ?? ''))
    : /一方面/.test(sentence.text)
      ? [after].find((candidate) => /^.{0,3}另一方面/.test(candidate?.text ?? ''))
      : undefined;
  if (other === undefined || statement.text.length + other.text.length > LONGEST_PAIR) return [];
  return [takeStatement(index, { ...statement.candidate, sentence: other, focus: [] }, needs)];
}

/** Room for a procedure in all: its next step is told as long as both fit. */
const LONGEST_PROCEDURE = 210;

/** Words that open another matter rather than a next step. */
const NEW_MATTER = /^(?:除了|除此|此外|另外|同时|与此同时|值得一提|近年|目前|截至|下一步|接下来|据)/;

/** A procedure goes on in the next sentence. */
export function stepAfter(index: CorpusIndex, statement: Statement, needs: StatementNeeds): Statement[] {
  const sentence = sentenceAfter(index, statement.candidate.sentence);
  if (sentence === undefined || NEW_MATTER.test(sentence.text)) return [];
  if (statement.text.length + sentence.text.length > LONGEST_PROCEDURE) return [];
  return [takeStatement(index, { ...statement.candidate, sentence, focus: [] }, needs)];
}

/** 他 in the sentence found stands for the person named just before it. */
export function personBefore(
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

/** Sentences of one quotation that are gone through for who said it. */
const MOST_QUOTED = 3;

/** “…，”某某说: what is said of a matter stands before the name of who said it, which comes where the quotation ends. */
export function speakerAfter(
  index: CorpusIndex,
  understanding: Understanding,
  { candidate }: Statement,
  needs: StatementNeeds,
): Statement | undefined {
  if (understanding.kind !== 'person' || !isOpen(candidate.sentence.text)) return undefined;
  let sentence = sentenceAfter(index, candidate.sentence);
  for (let place = 0; place < MOST_QUOTED && sentence !== undefined; place++) {
    if (/”.{0,40}(?:说|表示|介绍|坦言|告诉)/.test(sentence.text)) {
      const speaker = takeStatement(index, { ...candidate, sentence, focus: [] }, needs);
      return missingFrom(understanding, speaker).length === 0 ? speaker : undefined;
    }
    if (sentence.text.includes('”')) return undefined;
    sentence = sentenceAfter(index, sentence);
  }
  return undefined;
}

/** Does a quotation begin in a text and not end in it? */
function isOpen(text: string): boolean {
  return text.lastIndexOf('“') > text.lastIndexOf('”');
}
