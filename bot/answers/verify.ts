import { type DocumentDescription, knownDate } from '../../retrieval/documents/document.ts';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import type { IndexedSentence } from '../../retrieval/passages/passage.ts';
import { fold } from '../../retrieval/text/characters.ts';
import { excerpt } from '../../retrieval/text/clean.ts';
import { type DateSpan, findDates, findDatesWithin } from '../../retrieval/text/dates.ts';
import { canonicalNumber, findNumbers } from '../../retrieval/text/numbers.ts';
import type { Citation } from './answer.ts';
import { isVerbatim } from './citations.ts';

export interface Verification {
  readonly passed: boolean;
  /** What was not found in any cited quote: numbers, names, citations. */
  readonly faults: readonly string[];
}

/**
 * The last look before anything is sent. Offsets are read again from the file; every number and known name
 * of the answer must stand in a cited quote, in the citation's own town, period or title, or follow from a
 * date there by the page's year. An answer without a citation passes only when it claims nothing.
 */
export function verify(index: CorpusIndex, answer: string, citations: readonly Citation[]): Verification {
  const faults = citations
    .filter((citation) => !isVerbatim(index, citation))
    .map((citation) => `citation ${citation.mark} is not verbatim`);
  const marks = [...answer.matchAll(/\[(\d+)\]/g)].map((match) => Number(match[1]));
  for (const mark of marks)
    if (!citations.some((citation) => citation.mark === mark)) faults.push(`mark ${mark} has no citation`);
  const text = answer.replace(/\[\d+\]/g, '');
  const cited = citations.map((citation) => supportOf(index, citation));
  const numbers = new Set(cited.flatMap((support) => [...support.numbers]));
  for (const number of numbersOf(text)) if (!numbers.has(number)) faults.push(`number ${number}`);
  const words = cited.map((support) => support.words).join('\n');
  for (const name of namesIn(index, text)) if (!words.includes(fold(name))) faults.push(`name ${name}`);
  return { passed: faults.length === 0, faults };
}

interface Support {
  readonly numbers: ReadonlySet<string>;
  readonly words: string;
}

/** What a citation supports: its quote as printed and as mended, its title, town and period, its dates resolved. */
function supportOf(index: CorpusIndex, citation: Citation): Support {
  const document = index.documents.get(citation.document);
  const mended = document === undefined ? '' : excerpt(document.text, citation.start, citation.end).text;
  const own = [citation.quote, mended, citation.title, citation.town ?? '', citation.period ?? ''].join('\n');
  const numbers = new Set(numbersOf(own));
  const standing = (document?.sentences ?? []).filter(
    ({ start, end }) => start < citation.end && citation.start < end,
  );
  // The year of the section under which the quote stands is part of where it stands.
  for (const { sectionYear } of standing) if (sectionYear !== null) numbers.add(String(sectionYear));
  const page = document && knownDate(document.description);
  if (page !== undefined) numbers.add(String(page.year));
  const dates = document === undefined ? [] : datesOf(document.description, standing, mended);
  for (const date of dates) {
    for (const part of [date.year, date.month, date.day]) if (part !== undefined) numbers.add(String(part));
  }
  return { numbers, words: fold(own.replace(/[\s·]/g, '')) };
}

/** The dates of a quote, each read in its sentence and by what is known of the date there. */
function datesOf(
  description: DocumentDescription,
  standing: readonly IndexedSentence[],
  quote: string,
): DateSpan[] {
  if (standing.length === 0) return findDates(quote, knownDate(description));
  return standing.flatMap(({ text, sectionYear }) => {
    const page = knownDate(description, sectionYear);
    return quote.includes(text) ? findDates(text, page) : findDatesWithin(text, quote, page);
  });
}

function numbersOf(text: string): string[] {
  return findNumbers(fold(text).replace(/[\s·]/g, '')).map(canonicalNumber);
}

/** Names of the vocabulary that a text holds, the longest at every place. */
function namesIn(index: CorpusIndex, text: string): string[] {
  const flat = text.replace(/[\s·]/g, '');
  const folded = fold(flat);
  const names = index.vocabulary.names
    .flatMap((entry) => [entry.name, ...(entry.aliases ?? [])])
    .filter((name) => name.length >= 2);
  return names.map((name) => name.replace(/[\s·]/g, '')).filter((name) => folded.includes(fold(name)));
}
