import { splitSentences } from '../../retrieval/articles/sentences.ts';

/** As long as the project's own passages grow, and as long as contract.md lets one be. */
const COMFORTABLE = 260;
const LONGEST = 400;

/** Cuts running text into passages of whole sentences; a sentence that is too long is cut. */
export function cutText(text: string): string[] {
  const passages: string[] = [];
  let start = -1;
  let end = -1;
  for (const sentence of splitSentences(text, 0, text.length)) {
    if (start !== -1 && sentence.end - start > COMFORTABLE) {
      passages.push(text.slice(start, end));
      start = -1;
    }
    for (let from = sentence.start; from < sentence.end; from += LONGEST) {
      if (from > sentence.start) passages.push(text.slice(start, end));
      if (start === -1 || from > sentence.start) start = from;
      end = Math.min(sentence.end, from + LONGEST);
    }
  }
  if (start !== -1) passages.push(text.slice(start, end));
  return passages;
}

/** As much text as one matter usually takes; longer documents speak of several. */
const LONGEST_SECTION = 1_200;

/** For every passage the number of its section: neighbouring passages that stand near each other, from 0. */
export function sectionsOf(passages: readonly string[]): number[] {
  let section = 0;
  let length = 0;
  return passages.map((passage) => {
    if (length > 0 && length + passage.length > LONGEST_SECTION) {
      section += 1;
      length = 0;
    }
    length += passage.length;
    return section;
  });
}
