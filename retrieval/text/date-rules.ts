import type { Tense } from './tense.ts';

/** What is known of the date of a page, as exact as it is known. */
export interface KnownDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  /** The year of the heading under which the text stands; months without a year are of it. */
  readonly sectionYear?: number;
}

/** The months that a time word spans, and how it is spoken of. */
export interface MonthsTold {
  readonly first: number;
  readonly last: number;
  readonly day: number | undefined;
  readonly suffix: string;
  readonly tense: Tense;
}

/** So many months away, the other side of the new year is the nearer one. */
const FAR = 7;
const DEADLINE = /前$/u;

/**
 * The year of months printed without one, by the page's date: a month later than the page's that is told as past
 * was last year's. Undefined when that can't be told: a wrong year is worse than none.
 */
export function yearOfMonths(page: KnownDate, told: MonthsTold): number | undefined {
  if (page.sectionYear !== undefined) return page.sectionYear;
  if (page.month === undefined) return page.year;
  if (told.last < page.month) return yearOfEarlier(page.year, page.month - told.last, told);
  if (told.last > page.month) return yearOfLater(page.year, page.month, told);
  const toCome = told.day !== undefined && page.day !== undefined && told.day > page.day;
  return toCome && told.tense === 'past' ? undefined : page.year;
}

function yearOfEarlier(year: number, gap: number, { suffix, tense }: MonthsTold): number | undefined {
  if (tense === 'future') return gap >= FAR ? year + 1 : undefined;
  // 3月底前 in December may be a time limit to come.
  if (/[前起]$/u.test(suffix) && tense !== 'past' && gap >= FAR) return undefined;
  return year;
}

function yearOfLater(year: number, pageMonth: number, told: MonthsTold): number | undefined {
  const { first, last, day, suffix, tense } = told;
  const gap = last - pageMonth;
  const far = gap >= FAR;
  if (tense === 'future') return year;
  // 1—8月 told as past in June is neither this year's, which isn't over, nor surely last year's.
  const running = first <= pageMonth;
  if (tense === 'past') return running && !far ? undefined : year - 1;
  if (DEADLINE.test(suffix)) return year;
  if (suffix === '起') return far ? undefined : year;
  if (running && gap <= 1) return year;
  return far && (tense === 'told' || (tense === 'event' && day !== undefined)) ? year - 1 : undefined;
}

/** The year of 年初, 年底, 年内 printed alone; `limit` when the words before make it a limit (到年底). */
export function yearOfEdge(
  page: KnownDate,
  suffix: string,
  tense: Tense,
  limit: boolean,
): number | undefined {
  if (page.sectionYear !== undefined) return page.sectionYear;
  const { year, month } = page;
  if (suffix === '内') return tense === 'past' && month !== undefined && month <= 2 ? undefined : year;
  const ahead = tense === 'future' || limit || (DEADLINE.test(suffix) && tense !== 'past');
  if (suffix.startsWith('初')) return ahead && month !== undefined && month >= 3 ? undefined : year;
  if (ahead || (month !== undefined && month >= 11)) return year;
  return tense === 'past' && month !== undefined && month <= 3 ? year - 1 : undefined;
}

/** Does 月底, 月初 printed alone mean the page's own month? */
export function isOwnMonth(page: KnownDate, suffix: string, tense: Tense): boolean {
  const { day } = page;
  if (suffix.startsWith('初') || suffix.startsWith('上')) {
    return tense === 'future' ? day !== undefined && day <= 5 : day !== undefined && day > 5;
  }
  if (tense === 'future' || (DEADLINE.test(suffix) && tense !== 'past')) return true;
  return day !== undefined && day >= 25;
}
