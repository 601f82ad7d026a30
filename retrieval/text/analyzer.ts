import { fold, isHan } from './characters.ts';
import { canonicalNumber, findNumbers } from './numbers.ts';
import { cutForSearch } from './words.ts';

/**
 * The one analyzer for index and query: characters, pairs of characters, words in search mode, and
 * numbers in one form. Terms repeat as often as they occur; a two-character word therefore weighs more
 * than a pair that is no word, which is what made this mixture the best simple lexical arm measured.
 */
export function analyze(text: string): string[] {
  const folded = fold(text);
  const terms: string[] = [];
  for (const run of folded.match(/[\u3400-\u9fff]+|[a-z0-9]+/g) ?? []) {
    if (!isHan(run[0]!)) {
      terms.push(run);
      continue;
    }
    for (let i = 0; i < run.length; i++) {
      terms.push(run[i]!);
      if (i + 1 < run.length) terms.push(run.slice(i, i + 2));
    }
  }
  for (const word of cutForSearch(folded)) {
    if (word.length > 1 && isHan(word[0]!)) terms.push(word);
  }
  for (const number of findNumbers(folded)) terms.push(`=${canonicalNumber(number)}`);
  return terms;
}
