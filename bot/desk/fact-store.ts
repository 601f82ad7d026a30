import type { Fact } from '../../retrieval/facts/fact.ts';
import { createNameFinder } from '../../retrieval/facts/names.ts';
import { readFacts } from '../../retrieval/facts/read-facts.ts';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import type { IndexedSentence } from '../../retrieval/passages/passage.ts';

/** The facts of a sentence of the index. */
export type FactsOf = (sentence: IndexedSentence) => readonly Fact[];

/** Reads every sentence's facts once, when they are asked for. */
export function factStore({ documents, vocabulary }: CorpusIndex): FactsOf {
  const findNames = createNameFinder(vocabulary);
  const known = new WeakMap<IndexedSentence, readonly Fact[]>();
  return (sentence) => {
    const facts = known.get(sentence) ?? readFacts(documents.get(sentence.document)!, sentence, findNames);
    known.set(sentence, facts);
    return facts;
  };
}
