/** Dates in Chinese text: absolute, without a year, and relative to the page's own year. */

export interface DateSpan {
  readonly start: number;
  readonly end: number;
  readonly year: number | undefined;
  readonly month: number | undefined;
  readonly day: number | undefined;
  /** The words after the date that belong to it: 底, 初, 中旬, 前, 底前 … */
  readonly suffix: string;
  /** True when the year does not stand in the text but follows from the page's date. */
  readonly resolved: boolean;
}

const RELATIVE_YEARS: Readonly<Record<string, number>> = {
  今年: 0,
  本年: 0,
  本年度: 0,
  当年: 0,
  去年: -1,
  上年: -1,
  前年: -2,
  明年: 1,
  次年: 1,
};
// 2023年前三季度, 2023年初步建成, 2023年起草 hold no suffix; 今年年底 says 年 twice.
const SUFFIX =
  '(?:年(?=[底初末]))?(?<suffix>底前|底之前|底(?![线层板数])|初(?![中级步次心始赛选评审诊])|上旬|中旬|下旬|前夕|之前|以前|前(?![后列期端景\\d一二两三四五六七八九十半几])|末(?![端位])|起(?![草步点]))?';
const PATTERN = new RegExp(
  `(?:(?<year>(?:19|20)\\d{2})\\s*年度?|(?<relative>本年度|今年|本年|去年|上年|前年|明年|次年)(?:的)?)?(?:(?<month>1[0-2]|0?[1-9])\\s*月(?:份)?(?:(?<day>3[01]|[12]\\d|0?[1-9])\\s*[日号])?)?${SUFFIX}`,
  'gu',
);

/**
 * Every date of a text in reading order. `pageYear` is the year on which relative words and dates
 * without a year rest; without it they keep an undefined year. A span never ends before its suffix.
 */
export function findDates(text: string, pageYear?: number): DateSpan[] {
  const found: DateSpan[] = [];
  for (const match of text.matchAll(PATTERN)) {
    const groups = match.groups!;
    const { year, relative, month, day } = groups;
    if (year === undefined && relative === undefined && month === undefined) continue;
    const before = text[match.index - 1] ?? '';
    // 第3月, 6个月, 3.5月: a month's number stands on its own.
    if (year === undefined && relative === undefined && /[\d.第每个]/u.test(before)) continue;
    const explicit = year === undefined ? undefined : Number(year);
    const offset = relative === undefined ? undefined : (RELATIVE_YEARS[relative] ?? 0);
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      year: explicit ?? (pageYear === undefined ? undefined : pageYear + (offset ?? 0)),
      month: month === undefined ? undefined : Number(month),
      day: day === undefined ? undefined : Number(day),
      suffix: groups['suffix'] ?? '',
      resolved: explicit === undefined,
    });
  }
  return found;
}

/** A date as a person reads it: 2022年4月, 2023年8月底, 2021年12月27日. */
export function formatDate(date: Pick<DateSpan, 'year' | 'month' | 'day' | 'suffix'>): string {
  const year = date.year === undefined ? '' : `${date.year}年`;
  const month = date.month === undefined ? '' : `${date.month}月`;
  const day = date.day === undefined ? '' : `${date.day}日`;
  return `${year}${month}${day}${date.suffix}`;
}

/** The years that a text names with four digits, in order of appearance, each once. */
export function yearsNamed(text: string): number[] {
  const years = [...text.matchAll(/(?<!\d)((?:19|20)\d{2})(?!\d)/g)].map((match) => Number(match[1]));
  return [...new Set(years)];
}
