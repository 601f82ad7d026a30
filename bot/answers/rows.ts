import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import type { IndexedSentence } from '../../retrieval/passages/passage.ts';
import { bare } from '../../retrieval/text/characters.ts';
import type { Understanding } from '../questions/understanding.ts';

/** Rows of one table that print the same words, and the first sentence of those words. */
export interface SameRows {
  readonly numbers: readonly number[];
  readonly sentence: IndexedSentence;
}

/** When the rows asked to be compared print the same text: which they are, and its first sentence. */
export function sameRows(index: CorpusIndex, understanding: Understanding): SameRows | undefined {
  if (understanding.rows.length < 2 || !/差别|区别|不同|一样|相同|重复|异同/.test(understanding.text))
    return undefined;
  for (const content of index.documents.values()) {
    if (understanding.towns.length > 0 && !understanding.towns.includes(content.description.town ?? ''))
      continue;
    const texts = understanding.rows.map((number) =>
      content.sentences.filter((sentence) => sentence.kind === 'cell' && sentence.row?.number === number),
    );
    const first = texts[0]?.[0];
    if (first === undefined) continue;
    const printed = new Set(
      texts.map((sentences) => bare(sentences.map((sentence) => sentence.text).join(''))),
    );
    if (printed.size === 1) return { numbers: understanding.rows, sentence: first };
  }
  return undefined;
}
