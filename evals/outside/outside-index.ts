import { loadStaticEmbeddings, type StaticEmbeddings } from '../../retrieval/embeddings/static-embeddings.ts';
import { COSINE_FLOOR, FUSION, type FusionWeights } from '../../retrieval/hits/weights.ts';
import { LexicalIndex, plainTerms } from '../../retrieval/indexes/lexical.ts';
import { topK } from '../../retrieval/indexes/top.ts';
import { VectorIndex } from '../../retrieval/indexes/vectors.ts';
import { analyze } from '../../retrieval/text/analyzer.ts';
import { cutText } from './cut-text.ts';
import type { OutsideDocument } from './read-beir.ts';

export type Arm = 'lexical' | 'vector' | 'hybrid';
export const ARMS: readonly Arm[] = ['lexical', 'vector', 'hybrid'];

export interface RankedDocument {
  readonly id: string;
  readonly score: number;
}

/** Candidates that each way of searching brings. */
const CANDIDATES = 200;
/**
 * A passage counts half by its own words and half by its whole document's: what a question names is often
 * spread over a text. The two halves are equal because nothing may be fitted on the sets that are reported.
 */
const DOCUMENT_SHARE = 0.5;

/**
 * Documents from outside under the project's own parts: analyzer, lexical index, embeddings, HNSW, fusion
 * weights. What rests on our seeds (everyday questions, towns, years, local names) has no place here.
 */
export class OutsideIndex {
  readonly #weights: FusionWeights;
  readonly #embeddings: StaticEmbeddings;
  readonly #passages = new LexicalIndex();
  readonly #documents = new LexicalIndex();
  readonly #vectors: VectorIndex;
  /** For every passage its document, for every document its passages. */
  readonly #documentOf = new Map<string, string>();

  constructor(weights: FusionWeights = FUSION, embeddings: StaticEmbeddings = loadStaticEmbeddings()) {
    this.#weights = weights;
    this.#embeddings = embeddings;
    this.#vectors = VectorIndex.empty(embeddings, embeddings.dimensions);
  }

  add({ id, title, text }: OutsideDocument): void {
    this.#documents.add(id, analyze(`${title}\n${text}`));
    const passages = cutText(text);
    const entries = (passages.length === 0 ? [''] : passages).map((passage, place) => {
      const name = `${id}#${place}`;
      this.#documentOf.set(name, id);
      this.#passages.add(name, analyze(`${passage}\n${title}`));
      return { id: name, vector: Array.from(this.#embeddings.encode(`${title} ${passage}`)) };
    });
    this.#vectors.addEntries(entries);
  }

  /** The `k` best documents, best first; a document scores as its best passage. */
  search(text: string, arm: Arm, k: number): RankedDocument[] {
    const scores = new Map<string, number>();
    const lexical = arm === 'vector' ? new Map<string, number>() : this.#lexical(text);
    const near = arm === 'lexical' ? new Map<string, number>() : this.#near(text, lexical.keys());
    const weights = arm === 'hybrid' ? this.#weights : { lexical: 1, vector: 1 };
    for (const passage of new Set([...lexical.keys(), ...near.keys()])) {
      const score = weights.lexical * (lexical.get(passage) ?? 0) + weights.vector * (near.get(passage) ?? 0);
      const document = this.#documentOf.get(passage)!;
      if (score > (scores.get(document) ?? 0)) scores.set(document, score);
    }
    const best = topK([...scores], k, ([, score]) => score);
    return best.map(([id, score]) => ({ id, score }));
  }

  /** Between 0 and 1 for every passage found by its words or by its document's. */
  #lexical(text: string): Map<string, number> {
    const terms = plainTerms(analyze(text));
    const passages = this.#passages.search(terms, CANDIDATES);
    const documents = this.#documents.search(terms, CANDIDATES);
    const bestDocument = documents[0]?.score ?? 1;
    const ofDocument = new Map(
      documents.map(({ id, score }) => [id, (DOCUMENT_SHARE * score) / bestDocument]),
    );
    const scores = new Map<string, number>();
    // A document whose passages are all too weak to be listed is stood for by its first.
    for (const [id, score] of ofDocument) scores.set(`${id}#0`, score);
    const best = passages[0]?.score ?? 1;
    for (const { id, score } of passages) {
      const document = ofDocument.get(this.#documentOf.get(id)!) ?? 0;
      scores.set(id, ((1 - DOCUMENT_SHARE) * score) / best + document);
    }
    return scores;
  }

  /** Between 0 and 1 for the nearest passages, and for those that were found otherwise. */
  #near(text: string, others: Iterable<string>): Map<string, number> {
    const vector = this.#embeddings.encode(text);
    const scores = new Map<string, number>();
    const put = (id: string, cosine: number) =>
      scores.set(id, Math.max(0, (cosine - COSINE_FLOOR) / (1 - COSINE_FLOOR)));
    for (const { id, score } of this.#vectors.nearest(Array.from(vector), CANDIDATES)) put(id, score);
    for (const id of others) {
      if (scores.has(id)) continue;
      const other = this.#vectors.vectorOf(id) ?? [];
      put(
        id,
        other.reduce((sum, value, dimension) => sum + value * vector[dimension]!, 0),
      );
    }
    return scores;
  }
}
