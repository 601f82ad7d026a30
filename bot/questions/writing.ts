import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import { cutForSearch } from '../../retrieval/text/words.ts';
import type { Writing } from './homophones.ts';

const WORD = /^[\u4e00-\u9fff]{2,4}$/u;

/** A pair of characters that one everyday question alone has may be a slip of its own. */
const LEAST_TIMES = 2;

/** The words of the documents and the local names, and every pair of characters that stands there or is asked with. */
export function writingOf({ documents, vocabulary }: Pick<CorpusIndex, 'documents' | 'vocabulary'>): Writing {
  const words = new Set<string>();
  const pairs = new Map<string, number>();
  const count = (text: string, times: number): void => {
    for (let at = 0; at + 1 < text.length; at++) {
      const pair = text.slice(at, at + 2);
      pairs.set(pair, (pairs.get(pair) ?? 0) + times);
    }
  };
  for (const { name, aliases } of vocabulary.names) {
    for (const form of [name, ...(aliases ?? [])]) {
      if (WORD.test(form)) words.add(form);
      count(form, LEAST_TIMES);
    }
  }
  for (const { sentences, questions } of documents.values()) {
    for (const { text } of sentences) {
      for (const word of cutForSearch(text)) if (WORD.test(word)) words.add(word);
      count(text, LEAST_TIMES);
    }
    for (const { text } of questions) count(text, 1);
  }
  return { words, isPair: (pair) => (pairs.get(pair) ?? 0) >= LEAST_TIMES };
}
