import type { PageDate } from './document.ts';

const DIGITS = '〇零○一二三四五六七八九';
const CHINESE_YEAR = `(?:[一二][〇零○一二三四五六七八九]{3})`;
const CHINESE_NUMBER = '(?:[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])';

/** 2024年3月15日, 2024.03.15, 2024-03-15, 2024/3/15, 二〇二四年三月十五日, 2024年3月. */
const DATE = new RegExp(
  [
    '(?<year>(?:19|20)\\d{2})\\s*(?:年|[./-])\\s*(?<month>1[0-2]|0?[1-9])(?:\\s*(?:月|[./-])\\s*(?<day>3[01]|[12]\\d|0?[1-9])\\s*日?(?!\\d)|\\s*月(?:号|刊)?(?!\\s*\\d))',
    `(?<spelt>${CHINESE_YEAR})\\s*年\\s*(?<speltMonth>${CHINESE_NUMBER})\\s*月(?:\\s*(?<speltDay>${CHINESE_NUMBER})\\s*日)?`,
  ].join('|'),
  'u',
);
/** 2024年第6期, 2024年冬季刊: a page that tells its year only. */
const ISSUE_OF_YEAR =
  /(?<year>(?:19|20)\d{2})\s*年(?:度)?(?=\s*(?:第\s*\d{1,3}\s*期|[春夏秋冬]季[刊号]|合订本))/u;

/** What may stand beside a date on its line: weekday, lunar date, number of the issue or page, name of the paper. */
const BESIDE = new RegExp(
  [
    '(?:星期|周)[一二三四五六日天]',
    '农历[\\u4e00-\\u9fff]{2,14}',
    '[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年?[\\u4e00-\\u9fff]{0,8}',
    '(?:总|新)?第?\\s*\\d{1,5}\\s*[期号版]',
    '总\\s*第?\\s*\\d{1,5}\\s*期',
    '第[一二三四五六七八九十]+[期版]',
    '[A-Z]\\s*\\d{1,2}\\s*版?',
    '本期(?:共)?[一二三四五六七八\\d]{1,2}版',
    '今日\\s*\\d{1,2}\\s*版',
    '(?:出版|出刊|发行|印发|印刷)(?:日期|时间)?',
    '\\d{1,2}\\s*月出版',
    '[春夏秋冬]季[刊号]',
    '(?:月|季|周|半月)刊',
    '(?:要闻|综合|新闻|民生|副刊|专版|时政|经济)',
  ].join('|'),
  'gu',
);
const PAPER =
  /^(?:(?:今日|魅力|美丽|幸福|大美|新)[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,6}(?:[日晚时周快导新简]?报|[月季会]?刊|之声|之窗|风采|新闻|传媒|发布|通讯|信息))$/u;

/**
 * The date of a line that a paper prints to date its page (2024年3月15日 星期五 第12期), or null for any other
 * line. A bare date counts; whether it dates the page or only a notice above it, the caller must tell.
 */
export function readDateLine(line: string): PageDate | null {
  const text = line.normalize('NFKC').replace(/\s+/g, ' ').trim();
  if (text.length > 60 || text.length < 6) return null;
  const match = text.match(DATE) ?? text.match(ISSUE_OF_YEAR);
  if (match === null) return null;
  const rest = `${text.slice(0, match.index)} ${text.slice(match.index! + match[0].length)}`
    .replace(BESIDE, ' ')
    .replace(/[\s|｜·:：,，()（）[\]【】.。/-]+/g, ' ')
    .trim();
  if (rest !== '' && !PAPER.test(rest)) return null;
  return toDate(match.groups!, line.trim());
}

/** Does a date line carry a sign that it is the page's own: weekday, issue, page number or name of the paper? */
export function isMarked(line: string): boolean {
  const text = line.normalize('NFKC');
  return new RegExp(BESIDE.source, 'u').test(text) || ISSUE_OF_YEAR.test(text);
}

function toDate(groups: Record<string, string | undefined>, basis: string): PageDate | null {
  const { year, month, day, spelt, speltMonth, speltDay } = groups;
  const whole = Number(year ?? [...spelt!].map((digit) => digitOf(digit)).join(''));
  if (whole < 1950 || whole > 2099) return null;
  const parts = [
    String(whole),
    ...[month ?? numberOf(speltMonth), day ?? numberOf(speltDay)].flatMap((part) =>
      part === undefined ? [] : [String(part).padStart(2, '0')],
    ),
  ];
  const precision = (['year', 'month', 'day'] as const)[parts.length - 1]!;
  return { value: parts.join('-'), precision, basis };
}

function digitOf(digit: string): number {
  const at = [...DIGITS].indexOf(digit);
  return at <= 2 ? 0 : at - 2;
}

/** 1 to 39 in Chinese numerals. */
function numberOf(spelt: string | undefined): number | undefined {
  if (spelt === undefined) return undefined;
  const [tens, ones] = spelt.includes('十') ? spelt.split('十') : ['0', spelt];
  const left = spelt.includes('十') ? (tens === '' ? 1 : digitOf(tens!)) : 0;
  return left * 10 + (ones === '' || ones === undefined ? 0 : digitOf(ones));
}
