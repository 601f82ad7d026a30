import { mean } from '../metrics/mean.ts';
import { type Breakdown, type Figure, type SuiteResult, shareOf } from '../suites/result.ts';
import type { MeasuredWord } from './measure-words.ts';

const DEPTH = 10;

const WAYS: Readonly<Record<string, (word: MeasuredWord) => boolean>> = {
  'thesaurus coverage': ({ inThesaurus }) => inThesaurus,
  [`embedding hit@${DEPTH}`]: ({ rank }) => rank <= DEPTH,
  either: ({ inThesaurus, rank }) => inThesaurus || rank <= DEPTH,
};

/** The shares of words that find their official term, in all and by field. Single words are not told, so that nobody tunes on them. */
export function scoreEverydayWords(
  words: readonly MeasuredWord[],
): Pick<SuiteResult, 'figures' | 'breakdowns'> {
  return {
    figures: Object.entries(WAYS).map(
      ([name, found]): Figure => shareOf(`everyday words ${name}`, 'all', words.map(found)),
    ),
    breakdowns: words.length === 0 ? [] : [byField(words)],
  };
}

function byField(words: readonly MeasuredWord[]): Breakdown {
  const fields = [...new Set(words.map(({ field }) => field))];
  return {
    title: 'everyday words',
    columns: ['field', 'words', ...Object.keys(WAYS)],
    rows: fields.map((field) => {
      const own = words.filter((word) => word.field === field);
      return [field, own.length, ...Object.values(WAYS).map((found) => mean(own.map(found).map(Number)))];
    }),
  };
}
