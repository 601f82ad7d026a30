import { canonicalNumber, findNumbers, type NumberSpan } from '../../../retrieval/text/numbers.ts';
import { attributesOf } from '../../questions/attributes.ts';
import { kindOf } from '../../questions/kinds.ts';
import { isMeasure } from './figures.ts';

type Asked = (number: NumberSpan) => boolean;

const isDate: Asked = ({ unit, value }) =>
  /^(?:年|月|日)$/.test(unit) || (unit === '' && value >= 1900 && value < 2100);

/** The numbers of a text that a question asks for by their kind: 多少钱 asks for 元, 几家 for 家. */
export function askedNumbers(question: string, text: string): string[] {
  const asks = askedFor(question);
  return findNumbers(text)
    .filter((number) => asks.some((isAsked) => isAsked(number)))
    .map(canonicalNumber);
}

/** The numbers of a text that are no part of a date, in one form for equal ones. */
export function measuresIn(text: string): string[] {
  return findNumbers(text).filter(isMeasure).map(canonicalNumber);
}

function askedFor(question: string): Asked[] {
  const asks: Asked[] = [];
  for (const attribute of attributesOf(question, kindOf(question))) {
    if (attribute === 'money' || attribute === 'price') asks.push(({ unit }) => unit === '元');
    if (attribute === 'percent') asks.push(({ percent }) => percent);
    if (attribute === 'area') asks.push(({ unit }) => /平方|亩|公顷/.test(unit));
    if (attribute === 'length') asks.push(({ unit }) => /公里|千米|米/.test(unit) && !/平方|立方/.test(unit));
    if (attribute === 'people') asks.push(({ unit }) => /^[人名位]/.test(unit));
    if (attribute === 'date') asks.push(isDate);
  }
  for (const [, unit] of question.matchAll(/(?:多少|几)([家名人户项条处次座所辆块片枚支套种期场届批])/g))
    asks.push((number) => number.unit === unit);
  return asks;
}
