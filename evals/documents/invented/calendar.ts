import type { PageDate } from '../../../retrieval/documents/document.ts';
import type { Chance } from './chance.ts';

export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** What a page lets a reader know of its date: what is stated, or that the year shows, or nothing at all. */
export interface DateClues {
  readonly stated: PageDate['precision'] | null;
  /** Events of the page's own year are told with their year. */
  readonly tellsYear: boolean;
}

const MILLISECONDS_A_DAY = 86_400_000;

function daysBefore({ year, month, day }: Day, days: number): Day {
  return toDay(Date.UTC(year, month - 1, day) - days * MILLISECONDS_A_DAY);
}

function toDay(time: number): Day {
  const date = new Date(time);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** A day on which the invented paper comes out. */
export function pickDay(chance: Chance): Day {
  return toDay(Date.UTC(2018, 0, 1) + chance.whole(0, 3100) * MILLISECONDS_A_DAY);
}

/** The printed forms of a day, by slot. */
export function dayForms({ year, month, day }: Day): Readonly<Record<string, string>> {
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return {
    Y: String(year),
    M: String(month),
    D: String(day),
    MM: String(month).padStart(2, '0'),
    DD: String(day).padStart(2, '0'),
    W: '日一二三四五六'[weekday]!,
    CY: [...String(year)].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join(''),
    CM: spelt(month),
    CD: spelt(day),
  };
}

/** 1 to 31 in Chinese numerals. */
function spelt(number: number): string {
  const ones = ['', ...'一二三四五六七八九'][number % 10]!;
  const tens = Math.floor(number / 10);
  return tens === 0 ? ones : `${tens === 1 ? '' : '零一二三'[tens]}十${ones}`;
}

export function isoDate({ year, month, day }: Day, precision: PageDate['precision']): string {
  const parts = [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')];
  return parts.slice(0, { year: 1, month: 2, day: 3 }[precision]).join('-');
}

/** Words for a day of the last weeks, as a reporter writes them on the page's day. */
export function recentDay(chance: Chance, today: Day, clues: DateClues): string {
  const then = daysBefore(today, chance.whole(1, 18));
  const short = `${then.month}月${then.day}日`;
  if (then.year !== today.year) return `${clues.tellsYear ? `${then.year}年` : '去年'}${short}`;
  if (clues.tellsYear && chance.likely(0.5)) return `${then.year}年${short}`;
  return short;
}

/** Words for the last weeks that may name no day. */
export function recently(chance: Chance, today: Day, clues: DateClues): string {
  return chance.likely(0.5)
    ? chance.pick(['日前', '近日', '近期', '前不久'])
    : recentDay(chance, today, clues);
}

/** A month of this year or the last that is over. */
export function monthPast(chance: Chance, today: Day, clues: DateClues): string {
  const back = chance.whole(1, 14);
  const months = today.year * 12 + today.month - 1 - back;
  const year = Math.floor(months / 12);
  const month = (months % 12) + 1;
  const word = year === today.year ? '今年' : year === today.year - 1 ? '去年' : `${year}年`;
  return `${clues.tellsYear && chance.likely(0.4) ? `${year}年` : word}${month}月`;
}

/** Words for a time by which something is to be done. */
export function deadline(chance: Chance, today: Day): string {
  return chance.pick([
    '今年年底前',
    '年底前',
    '明年上半年',
    `${today.year + 1}年6月底前`,
    `${today.year + 1}年年底`,
    `${today.year + 2}年`,
  ]);
}
