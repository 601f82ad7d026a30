import type { CorpusIndex } from '../../../retrieval/indexes/corpus-index.ts';
import { yearsNamed } from '../../../retrieval/text/dates.ts';
import { findNumbers } from '../../../retrieval/text/numbers.ts';
import { townsNamed } from '../../questions/towns.ts';
import { splitClauses } from '../clauses.ts';
import { verify } from '../verify.ts';
import { type Evidence, shortTown } from './evidence.ts';
import { isMeasure } from './figures.ts';

/**
 * Town and year of a sentence are those of its evidence. A period of several years (2021—2022年) supports
 * neither year for a figure; where the evidence speaks of several towns or years, every clause with a
 * figure must stand in the evidence of the town and year it was said of.
 */
export function checkPlace(index: CorpusIndex, sentence: string, evidence: readonly Evidence[]): string[] {
  const faults: string[] = [];
  for (const year of yearsNamed(sentence))
    if (!evidence.some((piece) => speaksOfYear(index, piece, year))) faults.push('year changed');
  if (
    townsNamed(sentence, { known: townsOf(evidence), others: [] }).unknown.some(
      (name) => !wordsOf(evidence).includes(name),
    )
  )
    faults.push('town changed');
  if (!isMixed(evidence)) return faults;
  let town: string | null = null;
  let years: readonly number[] = [];
  for (const { text } of splitClauses(sentence)) {
    town = townsOf(evidence).find((name) => text.includes(shortTown(name))) ?? town;
    const named = yearsNamed(text);
    years = named.length > 0 ? named : years;
    if (!findNumbers(text).some(isMeasure)) continue;
    const fitting = evidence.filter(
      (piece) =>
        (town === null || piece.citation.town === town) &&
        years.every((year) => speaksOfYear(index, piece, year)),
    );
    const marks = fitting.map(({ citation }) => `[${citation.mark}]`).join('');
    const claim = `${text}${marks}`;
    if (
      fitting.length === 0 ||
      !verify(
        index,
        claim,
        fitting.map(({ citation }) => citation),
      ).passed
    )
      faults.push('figure of another place or year');
  }
  return faults;
}

/** A year that the answer says of a piece, or its words name; where neither names any, the year of its page. */
function speaksOfYear(index: CorpusIndex, { citation, quote, years }: Evidence, year: number): boolean {
  if (years.includes(year) || yearsNamed(quote).includes(year)) return true;
  return years.length === 0 && verify(index, `${year}年[${citation.mark}]`, [citation]).passed;
}

function townsOf(evidence: readonly Evidence[]): string[] {
  return [...new Set(evidence.flatMap(({ citation }) => citation.town ?? []))];
}

function isMixed(evidence: readonly Evidence[]): boolean {
  return townsOf(evidence).length > 1 || new Set(evidence.map(({ years }) => years.join())).size > 1;
}

function wordsOf(evidence: readonly Evidence[]): string {
  return evidence.map(({ quote, said, citation }) => `${quote}${said}${citation.title}`).join('\n');
}
