/**
 * Numbers as Chinese official texts write them: digits with separators and decimals, Chinese numerals,
 * and the multipliers 万 and 亿 after either. All spans are UTF-16 indexes into the given text.
 */

export interface NumberSpan {
  readonly start: number;
  readonly end: number;
  /** The value with its multiplier applied: 120万 is 1200000, 40% is 40. */
  readonly value: number;
  readonly percent: boolean;
  /** What is counted: the letters after the number, such as 万元's 元, 个, 家, 平方米; empty when none. */
  readonly unit: string;
}

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  壹: 1,
  二: 2,
  两: 2,
  贰: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};
const SMALL: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };

const MULTIPLIER: Readonly<Record<string, number>> = { 百: 1e2, 千: 1e3, 万: 1e4, 亿: 1e8 };

/** The value of a Chinese numeral (一百二十, 两千零五, 一万二千, 二〇二三), or undefined when it is none. */
export function chineseNumeral(text: string): number | undefined {
  if (text === '') return undefined;
  let total = 0;
  let before = 1;
  for (const [, digits, myriad] of text.matchAll(/([^万亿]*)([万亿]|$)/g)) {
    if (digits === '' && myriad === '') continue;
    const part = digits === '' ? 0 : belowTenThousand(digits!);
    if (part === undefined || (digits === '' && total === 0)) return undefined;
    const times = myriad === '' ? 1 : MULTIPLIER[myriad!]!;
    // 一万二千亿: 亿 counts all that stands before it; 一亿三千万: 万 only what follows 亿.
    total = times >= before ? (total + part) * times : total + part * times;
    before = times;
  }
  return total;
}

function belowTenThousand(text: string): number | undefined {
  if ([...text].every((character) => character in DIGITS)) {
    return Number([...text].map((character) => DIGITS[character]).join(''));
  }
  let total = 0;
  let pending = 0;
  let seen = false;
  for (const character of text) {
    if (character in DIGITS) {
      pending = DIGITS[character]!;
      seen = true;
    } else if (character in SMALL) {
      total += (pending === 0 ? 1 : pending) * SMALL[character]!;
      pending = 0;
      seen = true;
    } else return undefined;
  }
  return seen ? total + pending : undefined;
}

const UNIT =
  '平方公里|平方米|立方米|公里|千米|公顷|公斤|小时|分钟|万元|亿元|美元|人次|家次|处|元|亩|吨|米|个|家|名|人|户|村|社区|项|条|座|辆|件|场|次|期|节|届|所|支|枚|路|宗|起|岁|天|月|年|日|位|片|条|类|种|块|套|间|台|部|册|份|幢|栋|批|级|星|点|倍|成|号|道|门|组|队|城|市|区|镇|大|万|亿';
const HAN = '[零〇一二两三四五六七八九十百千]';
const PATTERN = new RegExp(
  `(?<digits>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)(?<multiplier>[万亿千百]{0,2})(?<percent>[%％]?)(?<unit>${UNIT})?|百分之(?<hanPercent>[零〇一二两三四五六七八九十百点]+|\\d+(?:\\.\\d+)?)|(?<han>${HAN}+(?:[万亿](?:零?[一二两三四五六七八九](?=[十百千])${HAN}*|零[一二三四五六七八九]))*)(?<hanMultiplier>[万亿]{0,2})(?<hanUnit>${UNIT})?`,
  'gu',
);
function multiply(value: number, multipliers: string): number {
  let result = value;
  for (const character of multipliers) result *= MULTIPLIER[character] ?? 1;
  return Number(result.toPrecision(12));
}

/**
 * Every number of a text in reading order. A lone Chinese digit without a unit (统一, 一起) is no number;
 * full-width digits are read as half-width ones.
 */
export function findNumbers(text: string): NumberSpan[] {
  const narrow = text.replace(/[０-９．％，]/g, (c) =>
    c === '，' ? '，' : String.fromCharCode(c.charCodeAt(0) - 0xfee0),
  );
  const found: NumberSpan[] = [];
  for (const match of narrow.matchAll(PATTERN)) {
    const groups = match.groups!;
    const start = match.index;
    const end = start + match[0].length;
    if (groups.digits !== undefined) {
      const value = multiply(Number(groups.digits.replaceAll(',', '')), groups.multiplier ?? '');
      found.push({ start, end, value, percent: groups.percent !== '', unit: unitOf(groups.unit) });
      continue;
    }
    if (groups.hanPercent !== undefined) {
      found.push({ start, end, value: percentValue(groups.hanPercent), percent: true, unit: '' });
      continue;
    }
    const han = groups.han ?? '';
    const unit = groups.hanUnit ?? '';
    const multiplier = groups.hanMultiplier ?? '';
    const value = chineseNumeral(han + multiplier);
    // 一起, 一体, 十分, 三江: a single numeral counts only before a unit, and 一 only before a clear one.
    if (value === undefined || (unit === '' && multiplier === '' && han.length < 2)) continue;
    if (han === '一' && !/^(年|个月|万|亿|元|公里|亩|倍)$/.test(unit) && multiplier === '') continue;
    found.push({ start, end, value, percent: false, unit: unitOf(unit) });
  }
  return found;
}

/** 四十 and 40 are 40, 十二点五 is 12.5. */
function percentValue(text: string): number {
  if (/\d/.test(text)) return Number(text);
  const [whole, fraction] = text.split('点');
  const decimals = [...(fraction ?? '')].map((digit) => DIGITS[digit] ?? '').join('');
  return Number(`${chineseNumeral(whole ?? '') ?? 0}.${decimals || 0}`);
}

function unitOf(unit: string | undefined): string {
  return (unit ?? '').replace(/^[万亿](?=元)/, '');
}

/** One form for equal numbers: 一百二十万, 120万 and 1,200,000 all give `1200000`; 40% gives `40%`. */
export function canonicalNumber(number: NumberSpan): string {
  return `${number.value}${number.percent ? '%' : ''}`;
}
