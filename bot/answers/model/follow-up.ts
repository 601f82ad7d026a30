import { fold } from '../../../retrieval/text/characters.ts';
import { canonicalNumber, findNumbers } from '../../../retrieval/text/numbers.ts';
import { DENIAL, NO_DENIAL } from './denial.ts';
import { coverage, pairsOf, partsOf, tellingCharacters } from './overlap.ts';
import type { Context } from './prompt.ts';

/** A question that was completed has no reason to be longer. */
const LONGEST = 120;
/** So much of every part must come from what was said, and at most one character be altogether new. */
const LEAST_FROM_HISTORY = 0.8;
const MOST_NEW_CHARACTERS = 1;
/** So much of what the person asked must be left of it. */
const LEAST_OF_QUESTION = 0.5;
/** Words that only point back; they are what a completed question does without. */
const POINTING = /^(?:那么?|这个?|那个?|它|他们?|她们?|还有|呢|吗|啊|呀)+|(?:呢|吗|啊|呀)$/g;

/**
 * May a follow-up be understood as this question? Only if it is made of the person's own words and of what was
 * said before: no figure, no word and no denial besides. Gives the kinds of faults; none means yes.
 */
export function checkCompletion(completed: string, { question, history }: Context): string[] {
  const known = [question, ...history.map(({ text }) => text)];
  const faults: string[] = [];
  if (completed.length > LONGEST || /[\n<>〈〉〔〕{}[\]]|:\/\//.test(completed)) faults.push('no question');
  const numbers = new Set(findNumbers(known.join('\n')).map(canonicalNumber));
  if (findNumbers(completed).some((number) => !numbers.has(canonicalNumber(number)))) faults.push('number');
  const pairs = pairsOf(known.join('\n'));
  const characters = new Set(tellingCharacters(known.join('\n')));
  const isNew = (part: string): boolean =>
    tellingCharacters(part).length > 1 && coverage(part, pairs) < LEAST_FROM_HISTORY;
  const fresh = tellingCharacters(completed).filter((character) => !characters.has(character));
  if (fresh.length > MOST_NEW_CHARACTERS || partsOf(completed).some(isNew))
    faults.push('words not said before');
  const words = fold(known.join('\n'));
  if ([...fold(completed).matchAll(/[a-z]{2,}/g)].some(([word]) => !words.includes(word)))
    faults.push('words not said before');
  const own = question.replace(POINTING, '');
  if (coverage(own, pairsOf(completed)) < LEAST_OF_QUESTION) faults.push('question lost');
  const denies = (text: string): boolean => DENIAL.test(text.replace(NO_DENIAL, ''));
  if (denies(completed) !== denies(question)) faults.push('denial changed');
  return faults;
}
