import type { CorpusIndex } from '../../../retrieval/indexes/corpus-index.ts';
import { keepsPlace, lengthOf, roomFor, sentenceText } from './assemble.ts';
import { type CheckedSentence, checkSentence } from './check-sentence.ts';
import { readDraftSoFar } from './draft.ts';
import type { Evidence } from './evidence.ts';
import type { Frame } from './frame.ts';

/**
 * Turns what has come in of a draft into sentences that may be shown at once: each verified alone, with town and
 * year said, as long as there is room. They stand in the answer just so if it is accepted as a whole; if it is
 * not, what was shown was still true, and the extractive answer takes its place.
 */
export function createSentenceStream(
  index: CorpusIndex,
  all: readonly Evidence[],
  frame: Frame,
  onSentence: (sentence: string) => void,
): (value: unknown) => void {
  const order: number[] = [];
  const shown: CheckedSentence[] = [];
  let looked = 0;
  let length = lengthOf(`${frame.lead}${frame.tail}`);
  let isOpen = true;
  const markOf = (mark: number): number => {
    if (!order.includes(mark)) order.push(mark);
    return order.indexOf(mark) + 1;
  };
  return (value) => {
    const sentences = readDraftSoFar(value);
    for (; isOpen && looked < sentences.length; looked++) {
      const { sentence, faults } = checkSentence(index, sentences[looked]!, all);
      if (faults.length > 0) continue;
      length += lengthOf(sentenceText(sentence));
      // From here on the answer would not be accepted, or not be read as it is meant.
      isOpen = keepsPlace([...shown, sentence]) && length <= roomFor(all);
      if (!isOpen) return;
      onSentence(`${shown.length === 0 ? frame.lead : ''}${sentenceText(sentence, markOf)}`);
      shown.push(sentence);
    }
  };
}
