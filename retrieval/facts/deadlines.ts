import type { Span } from '../articles/article.ts';
import { findDates, formatDate } from '../text/dates.ts';

/** Until when something is to be done. */
export interface Deadline extends Span {
  /** As a person reads it, with its year: 2023年8月底前, 2023年内. */
  readonly text: string;
  /** The last day of it as `YYYY-MM-DD`. */
  readonly by: string;
}

const LAST_DAYS: Readonly<Record<string, number>> = { 上旬: 10, 中旬: 20, 初: 10 };
const UNTIL = /底|末|前|旬|初/;
/** Within the year, or by its end, without naming it. */
const IN_YEAR = /(?:今年|本年|当年|年)内|(?:今年)?年底(?:之前|前)?|(?:今年)?年末(?:前)?/gu;

/** Every deadline that a text names; `year` is what dates without one and 年内 lean on. */
export function findDeadlines(text: string, year: number | null): Deadline[] {
  const found: Deadline[] = [];
  for (const date of findDates(text, year ?? undefined)) {
    if (date.year === undefined || !UNTIL.test(date.suffix)) continue;
    if (date.month === undefined && !/年[底末]/.test(date.suffix) && !/底|末/.test(date.suffix)) continue;
    const { start, end } = date;
    found.push({ start, end, text: formatDate(date), by: lastDay(date) });
  }
  for (const match of text.matchAll(IN_YEAR)) {
    const start = match.index;
    const end = start + match[0].length;
    if (year === null || found.some((other) => start < other.end && other.start < end)) continue;
    if (/\d$/.test(text.slice(0, start))) continue;
    found.push({
      start,
      end,
      text: `${year}年${match[0].replace(/^(?:今年|本年|当年|年)/, '')}`,
      by: `${year}-12-31`,
    });
  }
  return found.sort((one, other) => one.start - other.start);
}

function lastDay(date: {
  year: number | undefined;
  month: number | undefined;
  day: number | undefined;
  suffix: string;
}): string {
  const month = date.month ?? 12;
  const ends = date.day ?? LAST_DAYS[date.suffix] ?? new Date(Date.UTC(date.year!, month, 0)).getUTCDate();
  return [date.year, String(month).padStart(2, '0'), String(ends).padStart(2, '0')].join('-');
}
