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
  const together =
    sentence.article === next.article &&
    sentence.section === next.section &&
    sentence.row?.number === next.row?.number;
  return together && /[；;]$/.test(sentence.text) && next.start - sentence.end < 4;
}

/** The sentence before another in the same article and section. */
export function sentenceBefore(index: CorpusIndex, sentence: IndexedSentence): IndexedSentence | undefined {
  const before = index.documents.get(sentence.document)!.sentences[sentence.id - 1];
  return before !== undefined &&
    before.article === sentence.article &&
    before.section === sentence.section &&
    before.kind === sentence.kind
    ? before
    : undefined;
}

/** Sentences that carry a label (实事工程：…) in the articles of a document, in order. */
export function labelled(index: CorpusIndex, document: string, label: string): IndexedSentence[] {
  return index.documents
    .get(document)!
    .sentences.filter(
      (sentence) => sentence.text.startsWith(`${label}：`) || sentence.text.startsWith(`${label}:`),
    );
}

/** The sentence after another in the same article and section. */
export function sentenceAfter(index: CorpusIndex, sentence: IndexedSentence): IndexedSentence | undefined {
  const after = index.documents.get(sentence.document)!.sentences[sentence.id + 1];
  return after !== undefined &&
    after.article === sentence.article &&
    after.section === sentence.section &&
    after.kind === sentence.kind
    ? after
    : undefined;
}

/** Longest quotation looked at, in sentences. */
const LONGEST_QUOTATION = 6;

/** The sentences of one quotation: from the one that opens it to the one that closes it. */
export function quotationAround(index: CorpusIndex, sentence: IndexedSentence): IndexedSentence[] {
  const all = index.documents.get(sentence.document)!.sentences;
  const open = (text: string): number => (text.match(/“/g)?.length ?? 0) - (text.match(/”/g)?.length ?? 0);
  for (let from = sentence.id; from >= Math.max(0, sentence.id - LONGEST_QUOTATION); from--) {
    if (open(all[from]!.text) <= 0 || all[from]!.article !== sentence.article) continue;
    let depth = 0;
    for (let to = from; to < Math.min(all.length, from + LONGEST_QUOTATION); to++) {
      depth += open(all[to]!.text);
      if (depth <= 0) return to >= sentence.id ? all.slice(from, to + 1) : [sentence];
    }
  }
  return [sentence];
}
