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
