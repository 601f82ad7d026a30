import type { Span } from '../articles/article.ts';
import { findDates } from '../text/dates.ts';
import { findNumbers, type NumberSpan } from '../text/numbers.ts';

/** How a figure bounds the truth: 以上 and 不少于, 超 and 余, 以内, 不足, 近, 约. */
export type Bound = 'exact' | 'at_least' | 'more_than' | 'at_most' | 'less_than' | 'nearly' | 'about';

/** A figure with its unit and bound; the span holds the words of the bound as well. */
export interface Quantity extends Span {
  /** With its multiplier: 4.1亿元 is 410000000 元. */
  readonly value: number;
  readonly unit: string;
  readonly percent: boolean;
  readonly bound: Bound;
}

/** Words of a bound that end right before a figure; the first that fits decides. */
const BEFORE: readonly (readonly [Bound, RegExp])[] = [
  ['at_most', /(?:不超过|不多于|不高于|不大于|不超|至多|最多|控制在)$/],
  ['at_least', /(?:不少于|不低于|不小于|不下于|至少|最少)$/],
  ['more_than', /(?:超过|超出|突破|高于|多于|大于|超)了?$/],
  ['less_than', /(?:低于|少于|不足|不到|不满)$/],
  ['nearly', /(?:接近|将近|(?<![最附邻临靠])近)$/],
  ['about', /(?:大约|约为|大概|(?<![节合签预公契制条])约)$/],
];
/** Words of a bound that follow a figure. */
const AFTER: readonly (readonly [Bound, RegExp])[] = [
  ['at_least', /^(?:及以上|或以上|以上)/],
  ['at_most', /^(?:及以下|或以下|以下|以内|之内)/],
  ['about', /^(?:左右|上下)/],
  ['more_than', /^余/],
];

/** Numbers of order, of rank and of time are no figures. */
const NO_FIGURE = new Set('期 届 批 级 星 号 年 月 日 大 点 城 市 区 镇 门 岁'.split(' '));
/** A Chinese numeral before other units is mostly part of a name: 三村, 四路. */
const COUNTED_IN_WORDS =
  /^(?:个|名|人|户|家|家次|人次|项|所|座|亩|公里|平方米|平方公里|元|万元|亿元|条|件|次|场|节|倍|吨|支|辆|处|种)$/;
const MEASURED_IN_QUOTES = /^(?:元|亩|吨|米|公里|平方米|平方公里|美元)$/;

/** Every figure of a text in reading order: amounts, counts and percentages, but no dates, ordinals or names. */
export function findQuantities(text: string): Quantity[] {
  const dates = findDates(text).filter((date) => date.year !== undefined || date.month !== undefined);
  const quotes = quotationsOf(text);
  const found: Quantity[] = [];
  for (const number of findNumbers(text)) {
    if (dates.some((date) => number.start < date.end && date.start < number.end)) continue;
    const read = withLooseUnit(text, number);
    if (
      !isFigure(
        text,
        read,
        quotes.some((quote) => quote.start < read.start && read.end <= quote.end),
      )
    )
      continue;
    found.push(bounded(text, read, found.at(-1)?.end ?? 0));
  }
  return found;
}

interface ReadNumber extends NumberSpan {
  /** 余 or 多 stands between number and unit. */
  readonly loose: boolean;
}

/** 800余个 and 150多名: the unit follows after the word for "more". */
function withLooseUnit(text: string, number: NumberSpan): ReadNumber {
  const more = text[number.end] ?? '';
  if (number.unit !== '' || number.percent || !/[余多]/.test(more)) return { ...number, loose: false };
  const digits = text.slice(number.start, number.end);
  const joined = findNumbers(digits + text.slice(number.end + 1, number.end + 6))[0];
  if (joined === undefined || joined.unit === '') return { ...number, loose: more === '余' };
  return { ...joined, start: number.start, end: number.start + joined.end + 1, loose: true };
}

function isFigure(text: string, number: ReadNumber, quoted: boolean): boolean {
  const { start, end, unit, percent, loose } = number;
  const written = text.slice(start, end);
  const before = text.slice(0, start);
  const after = text.slice(end);
  if (/[第+＋A-Za-z\d.\-—]$/.test(before) || /^[+＋A-Za-z制]/.test(after)) return false;
  if (NO_FIGURE.has(unit)) return false;
  // 15分钟医疗服务圈 is a name.
  if (unit === '分钟' && /^[^，,；;。]{0,12}圈/.test(after)) return false;
  if (quoted && !percent && !MEASURED_IN_QUOTES.test(unit) && !/\d[\d.]*[万亿]/.test(written)) return false;
  if (percent || loose) return true;
  const inWords = !/\d/.test(written);
  if (inWords) return COUNTED_IN_WORDS.test(unit) && !isPartOfWord(written, unit, before, after);
  return unit !== '' || /[万亿]/.test(written);
}

/** 三场 of 三场所, 五个一 and 百年 are no counts. */
function isPartOfWord(written: string, unit: string, before: string, after: string): boolean {
  if (unit === '场' && after.startsWith('所')) return true;
  if (unit === '次' && /^[一二]次$/.test(written)) return true;
  return /[每上下这那几同]$/.test(before) && written.startsWith('一');
}

function bounded(text: string, number: ReadNumber, from: number): Quantity {
  const { start, end, value, unit, percent } = number;
  const before = text.slice(from, start);
  const after = text.slice(end);
  for (const [bound, words] of BEFORE) {
    const match = words.exec(before);
    if (match !== null) return { start: start - match[0].length, end, value, unit, percent, bound };
  }
  for (const [bound, words] of AFTER) {
    const match = words.exec(after);
    if (match !== null) return { start, end: end + match[0].length, value, unit, percent, bound };
  }
  return { start, end, value, unit, percent, bound: number.loose ? 'more_than' : 'exact' };
}

/** Short quotations and titles; a long one is speech, in which figures are figures. */
function quotationsOf(text: string): Span[] {
  return [...text.matchAll(/“[^”]{0,60}”|‘[^’]{0,60}’|《[^》]*》|「[^」]{0,60}」/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
