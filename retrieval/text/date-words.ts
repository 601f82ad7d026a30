/** Time words as they are printed, before anything is known of the page that they stand on. */

/** From what a time word counts: its page, or the year (month, day) that the sentence told last. */
type Base = 'page' | 'told';

/** What a stretch of text says of a point in time, by its own words alone. */
export type DateWords =
  | { readonly kind: 'named'; readonly year: number }
  | { readonly kind: 'year'; readonly base: Base | 'either'; readonly shift: number }
  | { readonly kind: 'yearless' }
  | { readonly kind: 'part'; readonly first: number; readonly last: number }
  | { readonly kind: 'edge' }
  | { readonly kind: 'month'; readonly base: Base; readonly shift: number }
  | { readonly kind: 'month-edge' }
  | { readonly kind: 'day'; readonly base: Base; readonly shift: number }
  | { readonly kind: 'weekday'; readonly weeks: number; readonly weekday: number };

export interface PrintedDate {
  readonly start: number;
  readonly end: number;
  readonly words: DateWords;
  readonly month: number | undefined;
  readonly day: number | undefined;
  /** Printed words that stay between year and month: the months from which a range runs (1—), 上半年, 一季度. */
  readonly kept: string;
  readonly suffix: string;
}

const YEAR_WORDS: Readonly<Record<string, readonly [Base | 'either', number]>> = {
  今年: ['page', 0],
  本年: ['page', 0],
  去年: ['page', -1],
  前年: ['page', -2],
  明年: ['page', 1],
  后年: ['page', 2],
  // 2021年…，比上年增长: the year before 2021, whenever the page was printed.
  上年: ['either', -1],
  同年: ['told', 0],
  当年: ['told', 0],
  次年: ['told', 1],
  翌年: ['told', 1],
};
const MONTH_WORDS: Readonly<Record<string, readonly [Base, number]>> = {
  本月: ['page', 0],
  上月: ['page', -1],
  上个月: ['page', -1],
  下月: ['page', 1],
  下个月: ['page', 1],
  当月: ['told', 0],
  次月: ['told', 1],
};
const DAY_WORDS: Readonly<Record<string, readonly [Base, number]>> = {
  今日: ['page', 0],
  今天: ['page', 0],
  昨日: ['page', -1],
  昨天: ['page', -1],
  前天: ['page', -2],
  明日: ['page', 1],
  明天: ['page', 1],
  次日: ['told', 1],
  翌日: ['told', 1],
};
const PARTS: Readonly<Record<string, readonly [number, number]>> = {
  上半年: [1, 6],
  下半年: [7, 12],
  一季度: [1, 3],
  二季度: [4, 6],
  三季度: [7, 9],
  四季度: [10, 12],
  前二季度: [1, 6],
  前三季度: [1, 9],
};

const MONTH = '1[0-2]|0?[1-9]';
const DAY = '3[01]|[12]\\d|0?[1-9]';
// 2023年前三季度, 2023年初步建成, 2023年起草 hold no suffix; 今年年底 says 年 twice.
const EDGES =
  '底前|底之前|底(?![线层板数蕴色气])|初(?![中级步次心始赛选评审诊])|上旬|中旬|下旬|前夕|之前|以前|前(?![后列期端景\\d一二两三四五六七八九十半几])|末(?![端位])';
const SUFFIX = `(?:年(?=[底初末]))?(?<suffix>${EDGES}|起(?![草步点]))?`;
const YEAR_WORD =
  '本年(?:度)?|今年|(?<!过)去年|(?<![以])上年(?:度)?(?![纪岁])|(?<![年以之])前年(?![轻代])|明年|(?<![今此以最前战])后年|(?<![\\d一二两三四五六七八九十几多首每])次年(?!会)|翌年|同年(?![龄级])|(?<!想)当年';
/** Before these, 年底, 年初 and 月底 stand on their own (多年底蕴, 百年初心, 每年年底 do not). */
const ALONE = '(?<=^|[，。；、：！？,;:“”（）()\\s]|[自从在于到至将争保划拟标成比较按截定计])';

/** 2023年11月, 去年9月, 12月27日, 1—11月, 次年: a year, a month or both, with what follows. */
const CALENDAR = new RegExp(
  `(?:(?:(?<!\\d)(?<year>(?:19|20)\\d{2})\\s*年度?|(?<word>${YEAR_WORD}))(?:的(?=\\s*\\d{1,2}\\s*月))?\\s*)?(?:(?:(?<from>${MONTH})\\s*(?:月份?)?\\s*(?:[-—–~～─]+|[至到])\\s*)?(?<month>${MONTH})\\s*月(?![龄嫂饼票])(?:份)?(?:\\s*(?<day>${DAY})\\s*[日号])?)?${SUFFIX}`,
  'gu',
);
const OTHERS: readonly RegExp[] = [
  /(?<![年度每前\d]|年的)第?(?<part>上半年|下半年|(?:前[二三两]个?|[一二三四1-4])季度)(?!假)/gu,
  new RegExp(`${ALONE}年(?:内(?<within>)(?!部)|年?(?<edge>${EDGES}))`, 'gu'),
  new RegExp(
    `(?<monthWord>本月(?!刊)|(?<![以年半])(?:上个?月|下个?月)(?![薪均租供收嫂亮光])|当月|次月)(?:份)?(?:(?<day>${DAY})\\s*[日号])?(?<suffix>${EDGES}|起(?![草步点]))?`,
    'gu',
  ),
  new RegExp(`${ALONE}月(?<monthEdge>${EDGES})`, 'gu'),
  // 今天 is a day only beside a time of day or a doing: 今天的小镇 means these days, 今日 may begin a paper's name.
  /(?<dayWord>今[日天](?=上午|下午|中午|早上|清晨|凌晨|傍晚|晚上|晚间|举行|召开|开幕)|昨[日天](?![的之重])|(?<![\d一二两三四五六七八九十几多天日])(?:前天|明[日天](?=上午|下午|起|举行|召开|将|开幕|[，,]))|次日|翌日)(?<suffix>起(?![草步点])|前(?![后列]))?/gu,
  /(?<![以年半])(?<week>上上?|本|这|下)(?:个)?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天])(?![个名场次批天期届共直些样])/gu,
];

/** Every time word of a text in reading order, none overlapping. */
export function findDateWords(text: string): PrintedDate[] {
  const found = [...calendarDates(text), ...OTHERS.flatMap((pattern) => otherDates(text, pattern))];
  found.sort((one, other) => one.start - other.start || other.end - one.end);
  return found.filter((date, index) => !found.slice(0, index).some((before) => before.end > date.start));
}

function calendarDates(text: string): PrintedDate[] {
  return [...text.matchAll(CALENDAR)].flatMap((match) => {
    const { year, word, from, month, day, suffix = '' } = match.groups!;
    if (year === undefined && word === undefined && month === undefined) return [];
    if (year === undefined && !standsFree(text.slice(0, match.index), word === undefined)) return [];
    const kept = from === undefined ? '' : keptWords(match[0], from, month!);
    const [base, shift] = YEAR_WORDS[word?.replace('度', '') ?? ''] ?? [];
    const words: DateWords =
      year !== undefined
        ? { kind: 'named', year: Number(year) }
        : base !== undefined
          ? { kind: 'year', base, shift: shift! }
          : { kind: 'yearless' };
    // The blanks before what is not there are no part of the date.
    const end = match.index + match[0].trimEnd().length;
    return [{ start: match.index, end, words, month: numberOf(month), day: numberOf(day), kept, suffix }];
  });
}

/** The words of a range up to its last month: 1—, 1月至. */
function keptWords(printed: string, from: string, month: string): string {
  const start = printed.search(new RegExp(`${from}\\s*(?:月份?)?\\s*(?:[-—–~～─]|[至到])`, 'u'));
  const end = printed.lastIndexOf(month, printed.lastIndexOf('月'));
  return printed.slice(start, end);
}

/** 第3月, 6个月, 3.5月 are no months of a year; 每年12月31日 is of every year, 23年8月 and 农历8月 of one unknown. */
function standsFree(before: string, yearless: boolean): boolean {
  if (!yearless) return true;
  return !/(?:[\d.第每个]|(?:每|历|往|常|平)年的?|[\d一二两三四五六七八九十〇零几多]年的?|[农阴旧]历)$/u.test(
    before,
  );
}

function otherDates(text: string, pattern: RegExp): PrintedDate[] {
  return [...text.matchAll(pattern)].map((match) => {
    const groups = match.groups!;
    const { suffix, edge, monthEdge, part, within } = groups;
    return {
      start: match.index,
      end: match.index + match[0].length,
      words: wordsOf(groups),
      month: undefined,
      day: numberOf(groups.day),
      kept: part === undefined ? '' : match[0],
      suffix: within === undefined ? (edge ?? monthEdge ?? suffix ?? '') : '内',
    };
  });
}

function wordsOf(groups: Readonly<Record<string, string | undefined>>): DateWords {
  const { part, monthWord, monthEdge, dayWord, week, weekday } = groups;
  if (part !== undefined) {
    const [first, last] = PARTS[namedPart(part)]!;
    return { kind: 'part', first, last };
  }
  if (monthWord !== undefined) {
    const [base, shift] = MONTH_WORDS[monthWord]!;
    return { kind: 'month', base, shift };
  }
  if (dayWord !== undefined) {
    const [base, shift] = DAY_WORDS[dayWord]!;
    return { kind: 'day', base, shift };
  }
  if (week !== undefined) {
    const weeks = { 上上: -2, 上: -1, 下: 1 }[week] ?? 0;
    return { kind: 'weekday', weeks, weekday: '一二三四五六日'.indexOf(weekday!.replace('天', '日')) };
  }
  return monthEdge === undefined ? { kind: 'edge' } : { kind: 'month-edge' };
}

/** 前三个季度 and 3季度 by the names in the table. */
function namedPart(part: string): string {
  return part
    .replace('个', '')
    .replace('两', '二')
    .replace(/[1-4]/u, (digit) => '一二三四'[Number(digit) - 1]!);
}

function numberOf(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}
