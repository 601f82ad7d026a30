import type { IndexedSentence } from '../../retrieval/passages/passage.ts';
import { findNumbers } from '../../retrieval/text/numbers.ts';
import type { Understanding } from '../questions/understanding.ts';
import { sameUnitGroup } from '../questions/units.ts';

/** Words between a figure and what it counts: 9家核心单位. */
const NEAR = 6;

/** Does a sentence count, in the unit asked for, the very thing that the question wants counted (几家单位: 9家单位)? */
export function countsTheSame({ text, unit }: Understanding, sentence: IndexedSentence): boolean {
  if (unit === null) return false;
  // Its first two characters tell the thing from others.
  const noun = text.match(new RegExp(`(?:多少|(?<!第)几)${unit}([\\u4e00-\\u9fff]{2})`, 'u'))?.[1];
  if (noun === undefined) return false;
  return findNumbers(sentence.text).some(
    ({ end, unit: own }) =>
      own !== '' &&
      sameUnitGroup(unit, own) &&
      sentence.text.slice(end, end + NEAR + noun.length).includes(noun),
  );
}
