import type { CorpusIndex } from '../../../retrieval/indexes/corpus-index.ts';
import { yearsNamed } from '../../../retrieval/text/dates.ts';
import { findNumbers } from '../../../retrieval/text/numbers.ts';
import { shortTown } from '../../questions/towns.ts';
import { splitClauses } from '../clauses.ts';
import { verify } from '../verify.ts';
import type { Evidence } from './evidence.ts';
import { isMeasure } from './figures.ts';

/** A town's name as it is built; what follows 镇 must not make another word of it (镇长, 镇人大). */
const TOWN = /([\u3400-\u9fff]{2})(?:镇|街道)(?!长|上|里|村|域|区|政府|党|人大|纪委|级)/g;
/** 全镇 and 城镇 name no town, and 由镇 begins with another word. */
const NO_TOWN = /[全本该各我集城乡村小古强重此两一个新们由是在到从对把和与及为向给]$/;

/**
 * Town and year of a sentence are those of its evidence. A period of several years (2021—2022年) supports
 * neither year for a figure; where the evidence speaks of several towns or years, every clause with a
 * figure must stand in the evidence of the town and year it was said of.
 */
export function checkPlace(index: CorpusIndex, sentence: string, evidence: readonly Evidence[]): string[] {
  const faults: string[] = [];
  for (const year of yearsNamed(sentence))
    if (!evidence.some((piece) => speaksOfYear(index, piece, year))) faults.push('year changed');
  const words = evidence
    .map(({ quote, said, citation }) => `${quote}${said}${citation.title}${citation.town ?? ''}`)
    .join('\n');
  for (const [name, stem] of sentence.matchAll(TOWN))
    if (!NO_TOWN.test(stem!) && !words.includes(name)) faults.push('town changed');
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
