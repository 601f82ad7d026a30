import { knownDate, pageYear } from '../../retrieval/documents/document.ts';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import { findDatesWithin, formatDate, type KnownDate } from '../../retrieval/text/dates.ts';
import { cutOff, lead, notes } from '../wording/answers.ts';
import type { Statement } from './statement.ts';

/** A statement as a person reads it, without mark, and what has to be noted about it. */
export interface Said {
  readonly text: string;
  readonly notes: readonly string[];
}

/** Puts town, year and aim before a statement, absolute dates for relative ones, and tidies its ends. */
export function say(index: CorpusIndex, statement: Statement): Said {
  const { sentence } = statement.candidate;
  const description = index.documents.get(sentence.document)!.description;
  const page = pageYear(description);
  const known = knownDate(description, sentence.sectionYear);
  const resolved = resolveDates(statement.text, sentence.text, known, description.date?.basis ?? '');
  const body = tidy(resolved.text);
  const target = sentence.modality === 'target';
  const year = leadYear(statement, page);
  const town = sentence.town !== null && body.includes(sentence.town) ? null : sentence.town;
  const head = lead(
    town,
    year !== null && saysYear(body, year) ? null : year,
    target && !/目标|力争|计划|拟/.test(body.slice(0, 12)),
  );
  const remarks = [...resolved.notes];
  if (target) remarks.push(notes.target(sentence.town, sentence.sectionYear ?? sentence.year));
  if (sentence.cut) remarks.push(notes.cut);
  return { text: `${head}${body}${sentence.cut ? cutOff : ''}`, notes: remarks };
}

/** Does a text say this year anywhere, or open with any (2022年12月28日 told on a page of 2023)? */
function saysYear(text: string, year: string): boolean {
  return text.includes(`${year}年`) || /^.{0,10}(?:19|20)\d{2}年/.test(text);
}

/** The year to name: the section's, else the page's period when the sentence names none itself. */
function leadYear(statement: Statement, page: number | undefined): string | null {
  const { sentence } = statement.candidate;
  if (/(?:19|20)\d{2}/.test(statement.text)) return null;
  const year = sentence.sectionYear ?? page;
  return year === undefined || year === null ? null : String(year);
}

/** 今年4月 becomes 2022年4月; every change is noted with the words it rests on. */
function resolveDates(
  text: string,
  sentence: string,
  page: KnownDate | undefined,
  basis: string,
): { text: string; notes: string[] } {
  const remarks: string[] = [];
  let result = text;
  const found = findDatesWithin(sentence, text, page);
  const dates = found.filter((date) => date.resolved && date.year !== undefined);
  for (const date of [...dates].reverse()) {
    const printed = text.slice(date.start, date.end);
    // 2023年11月8日至12月9日: the later day stands under the year before it.
    if (found.some(({ start, year }) => start === date.toldAt && year === date.year)) continue;
    const absolute = formatDate(date);
    if (absolute === printed) continue;
    result = `${result.slice(0, date.start)}${absolute}${result.slice(date.end)}`;
    remarks.unshift(notes.resolved(printed, absolute, basis.slice(0, 40)));
  }
  return { text: result, notes: remarks };
}

/** No leading connectives or stray marks, no trailing comma. */
function tidy(text: string): string {
  return text
    .replace(/^[，,、；;：:。）)”’\s]+/u, '')
    .replace(/^(?:此外|同时|与此同时|另外|其中|而|并|且|值得一提的是|据了解|具体来说|具体而言)[，,]/u, '')
    .replace(/^而(?=今年|(?:19|20)\d{2})/u, '')
    .replace(/[，,、；;：:。\s]+$/u, '')
    .replace(/,(?!\d{3})/g, '，')
    .replace(/;/g, '；')
    .replace(/(\d)-\s*(\d)/g, '$1-$2');
}
