import type { GoldenQuestion } from '../golden/question.ts';
import type { AnswerRecord, CitationRecord } from '../runs/answer-record.ts';
import { bare, coversHalf, documentName, fold, withoutSpace } from './folded-text.ts';

/** What the judge says of one answer. */
export interface Verdict {
  readonly passed: boolean;
  /** One line a fault, its kind first: refused, missing, wrong, long, uncited, answered, fabricated, no. */
  readonly reasons: readonly string[];
  readonly misleading: boolean;
  readonly wronglyRefused: boolean;
  /** Does a verbatim citation cover half of an evidence quote? Null where that is not asked. */
  readonly evidenceCited: boolean | null;
}

/** Longer slices are no quotations. */
const LONGEST_QUOTE = 200;
/** An answer may be a quarter longer than the question's bound. */
const GRACE = 1.25;

/**
 * The strict verdict on an answer, exactly as the golden questions' judging rules have it: every `must` group
 * met, no `must_not`, short enough, and (except for an ambiguous question asked back) a verbatim citation that
 * covers half of an evidence quote; an unanswerable question has to be refused or blocked. Misleading is a
 * `must_not` said, an answer that misses a `must`, an unanswerable question answered.
 */
export function strictVerdict(
  question: GoldenQuestion,
  answer: AnswerRecord | undefined,
  texts: ReadonlyMap<string, string>,
): Verdict {
  if (answer === undefined) {
    return {
      passed: false,
      reasons: ['no answer line'],
      misleading: false,
      wronglyRefused: question.answerable,
      evidenceCited: null,
    };
  }
  const text = (answer.answer ?? '').replace(/\[\p{Nd}+\]|[①-⑳]/gu, '');
  const folded = fold(text);
  const wrong = question.must_not.filter((words) => folded.includes(fold(words)));
  return question.answerable
    ? judgeAnswerable(question, answer, text, wrong, texts)
    : judgeUnanswerable(answer, wrong);
}

function judgeUnanswerable(answer: AnswerRecord, wrong: readonly string[]): Verdict {
  const reasons: string[] = [];
  if (answer.status !== 'refused' && answer.status !== 'blocked') reasons.push('answered unanswerable');
  if (wrong.length > 0) reasons.push(`fabricated ${wrong.join('/')}`);
  return {
    passed: reasons.length === 0,
    reasons,
    misleading: reasons.length > 0,
    wronglyRefused: false,
    evidenceCited: null,
  };
}

function judgeAnswerable(
  question: GoldenQuestion,
  answer: AnswerRecord,
  text: string,
  wrong: readonly string[],
  texts: ReadonlyMap<string, string>,
): Verdict {
  const { status } = answer;
  const folded = fold(text);
  const missing = question.must.filter((group) => !group.some((words) => folded.includes(fold(words))));
  const said = status === 'answered' || status === 'clarify';
  const refused = !said && !(question.type === 'data_quality' && missing.length === 0);
  const length = [...withoutSpace(text)].length;
  const asksForEvidence = status === 'answered' || (status === 'clarify' && question.type !== 'ambiguous');
  const evidenceCited = asksForEvidence ? citesEvidence(question, answer.citations ?? [], texts) : null;

  const reasons: string[] = [];
  if (refused) reasons.push('refused');
  if (missing.length > 0) reasons.push(`missing ${missing.map((group) => group[0]).join('/')}`);
  if (wrong.length > 0) reasons.push(`wrong ${wrong.join('/')}`);
  if (length > question.max_chars * GRACE) reasons.push(`long ${length}>${question.max_chars}`);
  if (evidenceCited === false && question.evidence.length > 0) reasons.push('uncited');
  return {
    passed: reasons.length === 0,
    reasons,
    misleading: wrong.length > 0 || (said && missing.length > 0),
    wronglyRefused: refused,
    evidenceCited,
  };
}

function citesEvidence(
  { evidence }: GoldenQuestion,
  citations: readonly CitationRecord[],
  texts: ReadonlyMap<string, string>,
): boolean {
  return citations.some((citation) => {
    const slice = verbatimSlice(citation, texts);
    const name = documentName(citation.document ?? '');
    return (
      slice !== undefined && evidence.some(({ seed, quote }) => seed === name && coversHalf(quote, slice))
    );
  });
}

/** The stretch of the document that a citation points at, when the quote says the same and no more than allowed. */
export function verbatimSlice(
  citation: CitationRecord,
  texts: ReadonlyMap<string, string>,
): string | undefined {
  const { start, end } = citation;
  const document = texts.get(documentName(citation.document ?? ''));
  if (document === undefined || !Number.isInteger(start) || !Number.isInteger(end)) return undefined;
  const slice = document.slice(start, end);
  const printed = bare(slice);
  return printed !== '' && printed === bare(citation.quote ?? '') && printed.length <= LONGEST_QUOTE
    ? slice
    : undefined;
}
