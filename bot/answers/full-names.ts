import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import type { IndexedSentence } from '../../retrieval/passages/passage.ts';
import { cutWords } from '../../retrieval/text/words.ts';
import type { Aspect } from '../questions/aspects.ts';
import { shortNameAsked } from '../questions/full-names.ts';
import type { Understanding } from '../questions/understanding.ts';
import type { Candidate } from './candidates.ts';
import { type GivenNeeds, memberNeeds } from './needs.ts';
import { type Statement, takeStatement } from './statement.ts';

/** Longer stretches are no names. */
const LONGEST = 24;
/** Room for the clause that prints the full name. */
const ROOM = 100;

/**
 * 农合会的全称是什么: the shortest stretch of an article that spells the short name out, where the article prints both.
 * Undefined when no full name is asked for, or none is printed by the town and in the year asked for.
 */
export function fullNameAsked(
  index: CorpusIndex,
  { text }: Understanding,
  { town, years }: Aspect,
  [best]: readonly Candidate[],
  needs: GivenNeeds,
): Statement[] | undefined {
  const pages = [...index.documents.values()];
  const towns = new Set(pages.flatMap(({ sentences }) => sentences.map(({ town }) => town)));
  const short = shortNameAsked(
    text,
    [...towns].filter((town) => town !== null),
  );
  if (short === undefined || best === undefined) return undefined;
  const isAsked = (sentence: IndexedSentence): boolean =>
    (town === null || sentence.town === town) && (years.length === 0 || years.includes(sentence.year ?? 0));
  const found = pages.flatMap(({ sentences }) => {
    const own = sentences.filter(isAsked);
    const printing = new Set(own.filter((one) => one.text.includes(short)).map(({ article }) => article));
    return own
      .filter(({ article, kind }) => printing.has(article) && kind !== 'headline')
      .flatMap((sentence) => {
        const name = spelledOut(short, sentence.text);
        return name === undefined ? [] : [{ sentence, name }];
      });
  });
  const shortest = found.reduce<(typeof found)[number] | undefined>(
    (least, one) => (least === undefined || one.name.length < least.name.length ? one : least),
    undefined,
  );
  if (shortest === undefined) return undefined;
  const candidate = { ...best, sentence: shortest.sentence, focus: [] };
  return [takeStatement(index, candidate, memberNeeds(needs, shortest.name, ROOM))];
}

/**
 * The shortest run of whole words without punctuation in which the characters of a short name follow each other, the
 * first and the last of them at its ends, and which is longer than the name itself.
 */
export function spelledOut(short: string, text: string): string | undefined {
  const words = cutWords(text);
  let shortest: string | undefined;
  for (const [first, word] of words.entries()) {
    if (!word.startsWith(short[0]!)) continue;
    let run = '';
    for (const next of words.slice(first)) {
      if (!/^[\u4e00-\u9fff]+$/u.test(next) || run.length + next.length > LONGEST) break;
      run += next;
      if (run.endsWith(short.at(-1)!) && run.length >= short.length + 2 && follows(short, run)) {
        if (!run.includes(short) && (shortest === undefined || run.length < shortest.length)) shortest = run;
        break;
      }
    }
  }
  return shortest;
}

function follows(short: string, run: string): boolean {
  let at = -1;
  for (const character of short) {
    at = run.indexOf(character, at + 1);
    if (at < 0) return false;
  }
  return true;
}
