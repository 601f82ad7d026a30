import { isOwnMonth, type KnownDate, yearOfEdge, yearOfMonths } from './date-rules.ts';
import { findDateWords, type PrintedDate } from './date-words.ts';
import { tenseAt } from './tense.ts';

export type { KnownDate } from './date-rules.ts';

/** A date in Chinese text: absolute, without a year, or relative to the page's own date. */
export interface DateSpan {
  readonly start: number;
  readonly end: number;
  readonly year: number | undefined;
  readonly month: number | undefined;
  readonly day: number | undefined;
  /** Printed words that stay between year and month: 1— of 1—11月, 上半年. */
  readonly kept: string;
  /** The words after the date that belong to it: 底, 初, 中旬, 前, 底前 … */
  readonly suffix: string;
  /** True when the year does not stand in the text but follows from the page's date or an earlier date. */
  readonly resolved: boolean;
  /** Where an earlier date of the sentence stands from which this one takes its year; else undefined. */
  readonly toldAt: number | undefined;
}

type Point = Pick<DateSpan, 'year' | 'month' | 'day'>;

/** A date told earlier in the sentence, from which later ones may take their year. */
interface Told extends Point {
  readonly start: number;
  readonly end: number;
  /** Sure when it dates what follows (2021年10月启动，…); a year that only names a thing (2024年名单) does not. */
  readonly sure: boolean;
  /** Its year stands in the text, in figures or in words; it does not follow from the page's month. */
  readonly named: boolean;
}

/** A point in time as far as it could be told; `toldAt` when an earlier date of the sentence told it. */
interface Resolved extends Point {
  readonly toldAt?: number | undefined;
}

const UNKNOWN: Resolved = { year: undefined, month: undefined, day: undefined };

/**
 * Every date of a text in reading order. `page` is the date on which relative words and dates without a year
 * rest, or its year alone. What can't be told exactly keeps an undefined year, and words that are no date by
 * themselves (上月, 年底, 昨日) are left out then. A span never ends before its suffix.
 */
export function findDates(text: string, page?: number | KnownDate): DateSpan[] {
  const known = typeof page === 'number' ? { year: page } : page;
  const found: DateSpan[] = [];
  let told: Told | undefined;
  let done = 0;
  for (const printed of findDateWords(text)) {
    if (/[。！？!?\n]/u.test(text.slice(done, printed.start))) told = undefined;
    done = printed.end;
    const { toldAt, ...point } = resolve(text, printed, known, told);
    const { start, end, kept, suffix, words } = printed;
    const resolved = words.kind !== 'named';
    if (point.year !== undefined || isDateByItself(printed))
      found.push({ start, end, ...point, kept, suffix, resolved, toldAt });
    told = toldBy(text, printed, point) ?? told;
  }
  return found;
}

/**
 * The dates of a stretch of a text, read with what stands before it: 12月投用 cut out of
 * 2021年10月启动，12月投用 is of 2021. A stretch that is not of the text is read by itself.
 */
export function findDatesWithin(whole: string, part: string, page?: number | KnownDate): DateSpan[] {
  const from = whole.indexOf(part);
  if (from <= 0) return findDates(from === 0 ? whole : part, page).filter(({ end }) => end <= part.length);
  const to = from + part.length;
  return findDates(whole, page)
    .filter(({ start, end }) => start >= from && end <= to)
    .map((date) => ({
      ...date,
      start: date.start - from,
      end: date.end - from,
      toldAt: date.toldAt === undefined || date.toldAt < from ? undefined : date.toldAt - from,
    }));
}

/** A date as a person reads it: 2022年4月, 2023年8月底, 2021年12月27日, 2021年1—11月, 2023年上半年. */
export function formatDate(
  date: Pick<DateSpan, 'year' | 'month' | 'day' | 'suffix'> & Partial<Pick<DateSpan, 'kept'>>,
): string {
  const year = date.year === undefined ? '' : `${date.year}年`;
  const month = date.month === undefined ? '' : `${date.month}月`;
  const day = date.day === undefined ? '' : `${date.day}日`;
  return `${year}${date.kept ?? ''}${month}${day}${date.suffix}`;
}

/** The years that a text names with four digits, in order of appearance, each once. */
export function yearsNamed(text: string): number[] {
  const years = [...text.matchAll(/(?<!\d)((?:19|20)\d{2})(?!\d)/g)].map((match) => Number(match[1]));
  return [...new Set(years)];
}

function isDateByItself({ words, month }: PrintedDate): boolean {
  return month !== undefined || (words.kind === 'year' && words.base === 'page');
}

function resolve(
  text: string,
  printed: PrintedDate,
  page: KnownDate | undefined,
  told: Told | undefined,
): Resolved {
  const { words, month, day } = printed;
  switch (words.kind) {
    case 'named':
      return { year: words.year, month, day };
    case 'year':
      return { ...yearByWord(text, printed, words, page, told), month, day };
    case 'yearless':
    case 'part':
    case 'edge':
      return { ...yearOf(text, printed, page, told), month, day };
    case 'month':
      return monthByWord(text, printed, words, page, told);
    case 'month-edge':
      return monthOfEdge(text, printed, page, told);
    case 'day': {
      const shown = words.base === 'told' ? told : ownDay(text, printed, page);
      return { ...dayAfter(shown, words.shift), ...(words.base === 'told' ? { toldAt: told?.start } : {}) };
    }
    case 'weekday': {
      const today = ownDay(text, printed, page);
      const monday = today === undefined ? 0 : words.weekday - weekdayOf(today);
      return dayAfter(today, 7 * words.weeks + monday);
    }
  }
}

type YearOnly = Pick<Resolved, 'year' | 'toldAt'>;

function yearByWord(
  text: string,
  { start }: PrintedDate,
  { base, shift }: { base: 'page' | 'told' | 'either'; shift: number },
  page: KnownDate | undefined,
  told: Told | undefined,
): YearOnly {
  if (base !== 'page' && told?.year !== undefined) return { year: told.year + shift, toldAt: told.start };
  if (base === 'told' || page === undefined) return { year: undefined };
  const { sectionYear } = page;
  if (base === 'either') {
    if (sectionYear !== undefined) return { year: sectionYear + shift };
    // 全年实现…，比上年增长: in January the year that is over, in December the page's own.
    const whole = /全年|年度/u.test(text.slice(0, start));
    const early = page.month === undefined || page.month <= 3;
    return { year: whole && early ? undefined : page.year + shift };
  }
  // 今年 under the heading of another year may be either.
  if (sectionYear !== undefined && sectionYear !== page.year) return { year: undefined };
  return { year: page.year + shift };
}

function yearOf(
  text: string,
  printed: PrintedDate,
  page: KnownDate | undefined,
  told: Told | undefined,
): YearOnly {
  const { words, start, end, suffix } = printed;
  const { first, last } = monthsOf(printed);
  if (told?.year !== undefined) {
    const earlier = told.month !== undefined && last < told.month;
    const isRange = told.day !== undefined && /^[-—–~～─至到]+$/u.test(text.slice(told.end, start));
    // 12月28日至1月3日 runs over the new year.
    if (isRange) return { year: told.year + (earlier ? 1 : 0), toldAt: told.start };
    if (told.sure && !earlier) return { year: told.year, toldAt: told.start };
    if (told.named && told.year !== page?.year) return { year: undefined };
  }
  if (page === undefined) return { year: undefined };
  const tense = tenseAt(text, start, end);
  if (words.kind !== 'edge') {
    return { year: yearOfMonths(page, { first, last, day: printed.day, suffix, tense }) };
  }
  const limit = /(?<!截)[到至]$/u.test(text.slice(0, start));
  return { year: yearOfEdge(page, suffix, tense, limit) };
}

/** The months that a time word without a year spans. */
function monthsOf({ words, month, kept, suffix }: PrintedDate): { first: number; last: number } {
  if (words.kind === 'part') return words;
  const last = month ?? (suffix.startsWith('初') ? 1 : 12);
  return { first: Number.parseInt(kept, 10) || last, last };
}

function monthByWord(
  text: string,
  { start, day }: PrintedDate,
  { base, shift }: { base: 'page' | 'told'; shift: number },
  page: KnownDate | undefined,
  told: Told | undefined,
): Resolved {
  const from = base === 'told' ? told : isOwnTime(text, start, page) ? page : undefined;
  if (from?.year === undefined || from.month === undefined) return UNKNOWN;
  const count = from.year * 12 + from.month - 1 + shift;
  const point = { year: Math.floor(count / 12), month: (count % 12) + 1, day };
  return base === 'told' ? { ...point, toldAt: told!.start } : point;
}

function monthOfEdge(
  text: string,
  { start, end, suffix }: PrintedDate,
  page: KnownDate | undefined,
  told: Told | undefined,
): Resolved {
  if (told?.month !== undefined)
    return { year: told.year, month: told.month, day: undefined, toldAt: told.start };
  if (page?.month === undefined || !isOwnTime(text, start, page)) return UNKNOWN;
  if (!isOwnMonth(page, suffix, tenseAt(text, start, end))) return UNKNOWN;
  return { year: page.year, month: page.month, day: undefined };
}

/** Do months and days here count from the page's date? Not in someone's speech, nor under another year's heading. */
function isOwnTime(text: string, start: number, page: KnownDate | undefined): boolean {
  if (page?.sectionYear !== undefined && page.sectionYear !== page.year) return false;
  const before = text.slice(0, start);
  return before.lastIndexOf('“') <= before.lastIndexOf('”');
}

function ownDay(text: string, { start }: PrintedDate, page: KnownDate | undefined): Point | undefined {
  if (page?.month === undefined || page.day === undefined || !isOwnTime(text, start, page)) return undefined;
  return { year: page.year, month: page.month, day: page.day };
}

function dayAfter(from: Point | undefined, days: number): Point {
  if (from?.year === undefined || from.month === undefined || from.day === undefined) return UNKNOWN;
  const date = new Date(Date.UTC(from.year, from.month - 1, from.day + days));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 0 is Monday. */
function weekdayOf({ year, month, day }: Point): number {
  return (new Date(Date.UTC(year!, month! - 1, day)).getUTCDay() + 6) % 7;
}

/** What a date tells those after it in its sentence; nothing when it only names or compares. */
function toldBy(text: string, { start, end, words, suffix }: PrintedDate, point: Point): Told | undefined {
  if (point.year === undefined || suffix === '起') return undefined;
  const before = text.slice(0, start);
  const after = text.slice(end);
  if (before.lastIndexOf('《') > before.lastIndexOf('》')) return undefined;
  if (point.month === undefined) {
    // 2024—2026年, 到2025年, 比去年: ends of a range, aims, and what is compared with.
    if (/[-—–~～─至到比较与同超]\s*$/u.test(before) || /^\s*[-—–~～─至到]/u.test(after)) return undefined;
    if (/度$/u.test(text.slice(start, end))) return undefined;
  }
  const sure =
    point.month !== undefined || words.kind === 'year' || /^(?:[，,]|全年|间|里|的?$)/u.test(after);
  return { ...point, start, end, sure, named: words.kind === 'named' || words.kind === 'year' };
}
