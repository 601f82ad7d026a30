import type { SearchResult } from '../../retrieval/hits/search.ts';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import type { IndexedSentence } from '../../retrieval/passages/passage.ts';

/** A sentence that the search leads to. */
export interface Reached {
  readonly sentence: IndexedSentence;
  /** The score of the best passage that holds it; 0 when only everyday questions lead to it. */
  passageScore: number;
  /** Stretches that everyday questions like this one point at. */
  readonly focus: { start: number; end: number; likeness: number }[];
}

/** Sentences of the found passages and of the stretches that everyday questions point at. */
export function reachedSentences(index: CorpusIndex, result: SearchResult): Map<string, Reached> {
  const reached = new Map<string, Reached>();
  const reach = (sentence: IndexedSentence): Reached => {
    const key = `${sentence.document}#${sentence.id}`;
    const known = reached.get(key) ?? { sentence, passageScore: 0, focus: [] };
    reached.set(key, known);
    return known;
  };
  for (const { passage, score } of result.hits) {
    const content = index.documents.get(passage.document);
    for (const member of passage.sentences) {
      const entry = reach(content!.sentences[member]!);
      entry.passageScore = Math.max(entry.passageScore, score);
    }
  }
  for (const { question, likeness } of result.questions.slice(0, 30)) {
    for (const sentence of index.documents.get(question.document)?.sentences ?? []) {
      if (sentence.start >= question.end || question.start >= sentence.end) continue;
      reach(sentence).focus.push({ start: question.start, end: question.end, likeness });
    }
  }
  return reached;
}
