const UNIT =
  '个|名|项|家|人|处|条|次|年|月|日|号|亩|里|公里|级|期|场|件|座|位|支|套|种|类|片|批|村|所|辆|岁|天|周|节|届|户|万|亿|元|倍|成|路';
const DIGITS = /(\d+(?:\.\d+)?)([千百]?[万亿]*)(%?)/gu;
const NUMERALS = new RegExp(
  `([零〇一二两三四五六七八九十百千]+)([万亿]*)(?=${UNIT})|百分之([零〇一二两三四五六七八九十百]+)`,
  'gu',
);
const VALUES: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const SCALES: Readonly<Record<string, number>> = { 十: 10, 百: 1e2, 千: 1e3, 万: 1e4, 亿: 1e8 };

/** A number of a text: as printed, and its value in one form (`1200000` for 120万, `40%`). */
export interface NumberToken {
  readonly printed: string;
  readonly value: string;
}

/**
 * The numbers of a folded text: digits with 万 and 亿 applied, and Chinese numerals before a unit. A lone 一
 * is no number. Written apart from the product's own reading of numbers, which the evals are to judge.
 */
export function numberTokens(text: string): NumberToken[] {
  const digits = [...text.matchAll(DIGITS)].map(([printed, number, scale, percent]) => ({
    printed,
    value: `${scaled(Number(number), scale!)}${percent}`,
  }));
  const numerals = [...text.matchAll(NUMERALS)].flatMap(([printed, numeral, scale, percent]) => {
    if (percent !== undefined) return [{ printed, value: `${numeralValue(percent)}%` }];
    return numeral === '一' ? [] : [{ printed, value: String(scaled(numeralValue(numeral!), scale!)) }];
  });
  return [...digits, ...numerals];
}

function scaled(value: number, scale: string): number {
  return Number([...scale].reduce((product, sign) => product * SCALES[sign]!, value).toPrecision(12));
}

/** 一百二十 is 120, 二〇二三 is 2023. */
export function numeralValue(numeral: string): number {
  if (![...numeral].some((sign) => sign in SCALES)) {
    return Number([...numeral].map((sign) => VALUES[sign]).join(''));
  }
  let total = 0;
  let pending = 0;
  for (const sign of numeral) {
    const scale = SCALES[sign];
    if (scale === undefined) {
      pending = VALUES[sign]!;
      continue;
    }
    total += (pending === 0 ? 1 : pending) * scale;
    pending = 0;
  }
  return total + pending;
}
