import { analyze } from '../../retrieval/text/analyzer.ts';
import { findNumbers } from '../../retrieval/text/numbers.ts';
import type { Understanding } from '../questions/understanding.ts';

/** A condition by which a list is asked for, and the terms by which the clause that meets it is known. */
export interface Condition {
  readonly holds: (text: string) => boolean;
  readonly terms: ReadonlyMap<string, number>;
}

const ABOVE = /(?:超过|高于|大于|多于|不低于|达到)(\d+(?:\.\d+)?)%|(\d+(?:\.\d+)?)%以上/;
const BELOW = /(?:低于|小于|少于|不到|不足)(\d+(?:\.\d+)?)%/;
const DAY = /(?:\d{4}年)?\d{1,2}月(?:底|初|中旬|\d{1,2}日)/;
/** What falls on a day is asked for: 时限写明8月底的, 卡在8月底的. */
const DUE =
  /时限|限|截止|写明|写到|注明|标明|完成|定在|卡在|安排在|排在|节点|月(?:底|初|中旬|\d{1,2}日)[之以]?前/;
const MONTH = /\d{4}年\d{1,2}月(?!底|初|中旬|\d)/;
/** What happened in a month is asked for, not more about one thing of that month. */
const HAPPENED = /(?:有关|发生|里)的(?:事|活动)|大事|哪些事|什么事|哪几件/;

/** The condition that a list question states: a share above or below a bound, or a date; undefined when none. */
export function conditionOf({ text }: Understanding): Condition | undefined {
  const above = text.match(ABOVE);
  const below = text.match(BELOW);
  if (above !== null) return percent((value) => value > Number(above[1] ?? above[2]), /增/.test(text));
  if (below !== null) return percent((value) => value < Number(below[1]), /增/.test(text));
  const day = DUE.test(text) ? text.match(DAY)?.[0] : undefined;
  if (day !== undefined) return { holds: (sentence) => sentence.includes(day), terms: weighted(day) };
  const month = HAPPENED.test(text) ? text.match(MONTH)?.[0] : undefined;
  if (month === undefined) return undefined;
  return { holds: (sentence) => sentence.includes(month), terms: weighted(month) };
}

function percent(fits: (value: number) => boolean, growth: boolean): Condition {
  return {
    holds: (sentence) =>
      (!growth || /增/.test(sentence)) &&
      findNumbers(sentence).some((number) => number.percent && fits(number.value)),
    terms: weighted('同比增长%'),
  };
}

function weighted(text: string): Map<string, number> {
  return new Map(analyze(text).map((term) => [term, 1]));
}
