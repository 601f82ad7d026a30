import type { IndexedSentence } from '../../retrieval/passages/passage.ts';
import { findNumbers } from '../../retrieval/text/numbers.ts';
import { sameUnitGroup } from '../questions/kinds.ts';
import type { Understanding } from '../questions/understanding.ts';

/** Words between a figure and what it counts: 9家核心单位. */
const NEAR = 6;

/** 几家单位, 多少名选手: the thing that is counted, in the first two characters behind the unit. */
const COUNTED = /(?:多少|(?<!第)几)个?[\u4e00-\u9fff]/u;

/** Does a sentence count, in the unit asked for, the very thing that the question wants counted (9家单位)? */
export function countsTheSame({ text, unit }: Understanding, sentence: IndexedSentence): boolean {
  if (unit === null) return false;
  const at = text.search(COUNTED);
  const noun =
    at === -1 ? '' : text.slice(text.indexOf(unit, at) + unit.length).match(/^[\u4e00-\u9fff]{2}/u)?.[0];
  if (noun === undefined || noun === '') return false;
  return findNumbers(sentence.text).some(
    ({ end, unit: own }) =>
      own !== '' &&
      sameUnitGroup(unit, own) &&
      sentence.text.slice(end, end + NEAR + noun.length).includes(noun),
  );
}
