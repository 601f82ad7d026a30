import { readVocabulary, type Vocabulary } from '../documents/vocabulary.ts';
import type { IdentifiedEmbeddings } from '../embeddings/identified.ts';
import { analyze } from '../text/analyzer.ts';
import { keepWhole } from '../text/words.ts';
import type { DocumentContent } from './content.ts';
import { LexicalIndex } from './lexical.ts';
import { VectorIndex } from './vectors.ts';

/** All parts of an index in memory; the parts always hold the same documents. */
export interface CorpusIndex {
  readonly documents: Map<string, DocumentContent>;
  readonly vocabulary: Vocabulary;
  readonly embeddings: IdentifiedEmbeddings;
  readonly passages: LexicalIndex;
  readonly questions: LexicalIndex;
  /** Passages and everyday questions under their ids. */
  readonly vectors: VectorIndex;
}

export function emptyIndex(folder: string, embeddings: IdentifiedEmbeddings): CorpusIndex {
  const vocabulary = readVocabulary(folder);
  keepNames(vocabulary);
  return {
    documents: new Map(),
    vocabulary,
    embeddings,
    passages: new LexicalIndex(),
    questions: new LexicalIndex(),
    vectors: VectorIndex.empty(embeddings, embeddings.dimensions),
  };
}

/** Local names are words of their own, for documents and questions alike. */
export function keepNames(vocabulary: Vocabulary): void {
  keepWhole(
    vocabulary.names
      .flatMap((name) => [name.name, ...(name.aliases ?? [])])
      .filter((name) => /^[\u3400-\u9fff]{2,12}$/.test(name)),
  );
}

/** The words a passage is found by: its text and the line that says where it stands. */
function passageTerms(passage: { text: string; context: string }): string[] {
  return analyze(`${passage.text}\n${passage.context}`);
}

/** Adds a document to every part. `known` gives vectors that were made before, by id. */
export async function addDocument(
  index: CorpusIndex,
  content: DocumentContent,
  known?: (id: string) => number[] | undefined,
): Promise<void> {
  for (const passage of content.passages) index.passages.add(passage.id, passageTerms(passage));
  for (const question of content.questions) index.questions.add(question.id, analyze(question.text));
  const texts = [
    ...content.passages.map((passage) => ({ id: passage.id, text: `${passage.context} ${passage.text}` })),
    ...content.questions.map((question) => ({ id: question.id, text: question.text })),
  ];
  const missing = texts.filter(({ id }) => known?.(id) === undefined);
  const made = await index.embeddings.embedDocuments(missing.map(({ text }) => text));
  const fresh = new Map(missing.map(({ id }, position) => [id, made[position]!]));
  index.vectors.addEntries(texts.map(({ id }) => ({ id, vector: fresh.get(id) ?? known!(id)! })));
  index.documents.set(content.name, content);
}

/** Takes a document out of every part. */
export function removeDocument(index: CorpusIndex, name: string): void {
  const content = index.documents.get(name);
  if (content === undefined) return;
  index.passages.remove(content.passages.map((passage) => passage.id));
  index.questions.remove(content.questions.map((question) => question.id));
  index.vectors.deleteEntries([
    ...content.passages.map((passage) => passage.id),
    ...content.questions.map((question) => question.id),
  ]);
  index.documents.delete(name);
}
