import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import type { IndexedSentence } from '../../retrieval/passages/passage.ts';

/** The everyday questions that a sentence answers. */
export function everydayQuestions(index: CorpusIndex, sentence: IndexedSentence): string[] {
  return index.documents
    .get(sentence.document)!
    .questions.filter((question) => question.start < sentence.end && sentence.start < question.end)
    .map((question) => question.text);
}
