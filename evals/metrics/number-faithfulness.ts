import { excerpt } from '../../retrieval/text/clean.ts';
import type { AnswerRecord, CitationRecord } from '../runs/answer-record.ts';
import { fold } from './folded-text.ts';
import { numberTokens } from './number-tokens.ts';

/** What an answer may take numbers, dates and names from, beyond its citations. */
export interface FaithfulnessContext {
  /** The asker's own words, earlier turns included. */
  readonly asked: string;
  /** The year of a document's page, for what its relative time words mean. */
  readonly pageYear: (document: string) => number | undefined;
  /** Names that are checked when an answer says one. */
  readonly names: readonly string[];
}

export interface Faithfulness {
  /** Numbers, parts of dates and names that the answer says. */
  readonly said: number;
  /** Those that no source of the answer holds. */
  readonly unsupported: readonly string[];
}

const RELATIVE: readonly (readonly [RegExp, number])[] = [
  [/今年|本年|当年|年内/, 0],
  [/去年|上年/, -1],
  [/前年/, -2],
  [/明年|次年/, 1],
];

/**
 * Every number, date and name of an answer has to stand in a quote it cites: as written, in plain conversion
 * (120万 = 1200000, 两节 = 2节, a doubled 101101 = 101), in the citation's own town, period or title, by the
 * page's year for a relative or yearless date, in arithmetic that a note shows, or in the asker's own words.
 * Source: contract, "Every number, date and name".
 */
export function faithfulness(answer: AnswerRecord, context: FaithfulnessContext): Faithfulness {
  const text = fold((answer.answer ?? '').replace(/\[\p{Nd}+\]/gu, ''));
  const citations = answer.citations ?? [];
  const support = fold(
    [...citations.map(sourceOf), context.asked, ...arithmetic(answer.notes ?? [])].join('\n'),
  );
  const values = new Set(numberTokens(support).map(({ value }) => value));
  for (const value of citations.flatMap((citation) => impliedYears(citation, context))) values.add(value);
  const numbers = numberTokens(text).filter(
    ({ printed, value }) => !values.has(value) && !(/^\D+$/u.test(printed) && support.includes(printed)),
  );
  const names = context.names.filter((name) => text.includes(fold(name)));
  const strange = names.filter((name) => !support.includes(fold(name)));
  return {
    said: numberTokens(text).length + names.length,
    unsupported: [...new Set([...numbers.map(({ printed }) => printed), ...strange])],
  };
}

function sourceOf({ quote, title, town, period }: CitationRecord): string {
  return [quote, mended(quote ?? ''), title, town, period].map((part) => part ?? '').join('\n');
}

/** A quote with doubled glyphs undone: answers mend them, quotes keep them as printed. */
function mended(quote: string): string {
  return excerpt(quote, 0, quote.length).text;
}

function arithmetic(notes: readonly string[]): string[] {
  return notes.filter((note) => /\d\s*[-+−×÷*/=＝]\s*\d/.test(note));
}

/** Years that a quote means without printing them: that of 去年9月, of 7月6日. */
function impliedYears(citation: CitationRecord, context: FaithfulnessContext): string[] {
  const quote = fold(citation.quote ?? '');
  const page = context.pageYear(citation.document ?? '');
  if (page === undefined) return [];
  const years = RELATIVE.filter(([words]) => words.test(quote)).map(([, offset]) => page + offset);
  if (/(?<!\d{4}年)(?<!\d)\d{1,2}月/.test(quote)) years.push(page);
  return years.map(String);
}
