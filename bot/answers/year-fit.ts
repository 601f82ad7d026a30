import { knownDate, pageYear } from '../../retrieval/documents/document.ts';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import type { IndexedSentence } from '../../retrieval/passages/passage.ts';
import { findDates, yearsNamed } from '../../retrieval/text/dates.ts';
import type { Aspect } from '../questions/aspects.ts';
import type { Understanding } from '../questions/understanding.ts';

/** 0 when the year fits or none is asked, −1 when the sentence holds for another one, between when only its page fits. */
export function yearFit(
  index: CorpusIndex,
  { aboutReport }: Pick<Understanding, 'aboutReport'>,
  { years: asked }: Pick<Aspect, 'years'>,
  sentence: IndexedSentence,
): number {
  if (asked.length === 0) return 0;
  const asks = (years: readonly number[]): boolean => asked.some((year) => years.includes(year));
  const own = ownYears(index, sentence);
  if (asks(own)) return 0;
  const around = asks(yearsAround(index, sentence));
  // 《三年计划（2024—2026年）》 was issued in another year than those that its title names.
  if (around && ownYears(index, { ...sentence, text: withoutTitles(sentence.text) }).length === 0) return 0;
  if (own.length === 0 || aboutReport) return around ? 0 : -1;
  // 「成立于2022年4月，目前共有…」 tells of the page's own time; any other year is the sentence's.
  return around && /目前|现有|现已|如今|至今/.test(sentence.text) ? PAGE_ONLY : -1;
}

const PAGE_ONLY = -0.3;

function withoutTitles(text: string): string {
  return text.replace(/《[^》]*》/gu, '');
}

/** The years that a sentence names itself, dates resolved by the page's date, and its section's. */
function ownYears(index: CorpusIndex, sentence: IndexedSentence): number[] {
  const description = index.documents.get(sentence.document)?.description;
  const page = description && knownDate(description, sentence.sectionYear);
  const resolved = findDates(sentence.text, page).flatMap((date) => date.year ?? []);
  return [
    ...yearsNamed(sentence.text),
    ...resolved,
    ...(sentence.sectionYear === null ? [] : [sentence.sectionYear]),
  ];
}

/** The years of the page and of the article's headline and first sentences. */
function yearsAround(index: CorpusIndex, sentence: IndexedSentence): number[] {
  const article = index.documents
    .get(sentence.document)!
    .sentences.filter((other) => other.article === sentence.article);
  const opening = article
    .slice(0, 3)
    .map((other) => other.text)
    .join('');
  const page = pageYearOf(index, sentence);
  return [...yearsNamed(opening), ...(page === undefined ? [] : [page])];
}

function pageYearOf(index: CorpusIndex, sentence: IndexedSentence): number | undefined {
  const description = index.documents.get(sentence.document)?.description;
  return description === undefined ? undefined : pageYear(description);
}
