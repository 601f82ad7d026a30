import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import type { IndexedSentence } from '../../retrieval/passages/passage.ts';

/**
 * The sentences that are one enumeration with a given one: neighbours of the same section or row that end
 * in a semicolon, and the one that closes them. A sentence that stands alone gives itself.
 */
export function enumerationAround(index: CorpusIndex, sentence: IndexedSentence): IndexedSentence[] {
  const all = index.documents.get(sentence.document)!.sentences;
  let from = sentence.id;
  let to = sentence.id;
  while (goesOn(all[from - 1], all[from]!)) from--;
  while (goesOn(all[to]!, all[to + 1])) to++;
  return all.slice(from, to + 1);
}

function goesOn(sentence: IndexedSentence | undefined, next: IndexedSentence | undefined): boolean {
  if (sentence === undefined || next === undefined) return false;
  const together = sentence.article === next.article && sentence.section === next.section && sentence.row?.number === next.row?.number;
  return together && /[；;]$/.test(sentence.text) && next.start - sentence.end < 4;
}

/** The sentence before another in the same article and section. */
export function sentenceBefore(index: CorpusIndex, sentence: IndexedSentence): IndexedSentence | undefined {
  const before = index.documents.get(sentence.document)!.sentences[sentence.id - 1];
  return before !== undefined && before.article === sentence.article && before.section === sentence.section && before.kind === sentence.kind ? before : undefined;
}

/** Sentences that carry a label (实事工程：…) in the articles of a document, in order. */
export function labelled(index: CorpusIndex, document: string, label: string): IndexedSentence[] {
  return index.documents.get(document)!.sentences.filter((sentence) => sentence.text.startsWith(`${label}：`) || sentence.text.startsWith(`${label}:`));
}
