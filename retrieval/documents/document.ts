import type { Excerpt } from '../text/clean.ts';
import type { KnownDate } from '../text/dates.ts';

/** The date of a page with how exactly it is known and the words it rests on. */
export interface PageDate {
  /** `2023`, `2023-11` or `2023-11-09`, as exact as `precision`. */
  readonly value: string;
  readonly precision: 'year' | 'month' | 'day';
  /** The page's own words from which the date follows. */
  readonly basis: string;
}

/** What is known of a document as a whole, from the manifest or inferred from the text. */
export interface DocumentDescription {
  readonly title: string;
  readonly publisher: string | null;
  readonly town: string | null;
  readonly period: string | null;
  readonly date: PageDate | null;
  /** Names of the fields that no manifest states. */
  readonly inferred: readonly ('title' | 'town' | 'period' | 'date')[];
}

/**
 * A document as taken in. `text` is what citations' offsets point into (UTF-16 units, no BOM): the file as decoded,
 * or for kinds that are no text (.html, .docx, .pdf) a rendition of what they show.
 */
export interface SourceDocument {
  readonly name: string;
  readonly text: string;
  /** `text` with its markup replaced by blanks, of the same length; only where there is markup. */
  readonly plain?: string;
  /** The plain text as its layout should be read, with the place of every character; only where it differs. */
  readonly layout?: Excerpt;
  /** SHA-256 of the file's bytes and of its manifest entry, hexadecimal. */
  readonly digest: string;
  readonly description: DocumentDescription;
}

/** Something wrong with what was taken in, and what was done about it. */
export interface Problem {
  readonly document: string;
  readonly line: number | null;
  readonly kind: string;
  readonly message: string;
}

export function pageYear(description: DocumentDescription): number | undefined {
  const year = description.date?.value.slice(0, 4) ?? description.period?.match(/(?:19|20)\d{2}/)?.[0];
  return year === undefined ? undefined : Number(year);
}

/**
 * What time words on a page rest on: its date as exact as its precision, and the year of the heading under which
 * they stand. Undefined when not even a year is known.
 */
export function knownDate(
  description: DocumentDescription,
  sectionYear: number | null = null,
): KnownDate | undefined {
  const year = pageYear(description) ?? sectionYear;
  if (year === null) return undefined;
  const [, month, day] = (description.date?.value ?? '').split('-').map(Number);
  return {
    year,
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
    ...(sectionYear === null ? {} : { sectionYear }),
  };
}

/** The line (from 1) of an offset in a text. */
export function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let i = text.indexOf('\n'); i !== -1 && i < offset; i = text.indexOf('\n', i + 1)) line++;
  return line;
}
