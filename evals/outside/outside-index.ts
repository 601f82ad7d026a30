import { loadStaticEmbeddings, type StaticEmbeddings } from '../../retrieval/embeddings/static-embeddings.ts';
import { COSINE_FLOOR, FUSION, type FusionWeights } from '../../retrieval/hits/weights.ts';
import { BM25, LexicalIndex, plainTerms } from '../../retrieval/indexes/lexical.ts';
import { topK } from '../../retrieval/indexes/top.ts';
import { VectorIndex } from '../../retrieval/indexes/vectors.ts';
import { analyze } from '../../retrieval/text/analyzer.ts';
import { cutText, sectionsOf } from './cut-text.ts';
import type { OutsideDocument } from './read-beir.ts';

export type Arm = 'lexical' | 'vector' | 'hybrid';
export const ARMS: readonly Arm[] = ['lexical', 'vector', 'hybrid'];

export interface RankedDocument {
  readonly id: string;
  readonly score: number;
}

interface IndexedPassage {
  readonly document: string;
  readonly section: string;
  readonly vector: Float32Array;
}

/** Candidates that each way of searching brings. */
const CANDIDATES = 200;

/**
 * Documents from outside under the project's own parts: analyzer, lexical index, embeddings, HNSW, fusion
 * weights. What rests on our seeds (everyday questions, towns, years, local names) has no place here. As whole
 * documents are judged, a passage counts half by itself and half by what it stands in: for words its section
 * (BM25 is unfair to long texts among short ones), for meaning the document. The shares are equal because
 * nothing may be fitted on the sets that are reported.
 */
export class OutsideIndex {
  readonly #weights: FusionWeights;
  readonly #embeddings: StaticEmbeddings;
  readonly #passages = new LexicalIndex();
  readonly #sections = new LexicalIndex();
  readonly #vectors: VectorIndex;
  readonly #known = new Map<string, IndexedPassage>();
  readonly #documentVectors = new Map<string, Float32Array>();

  constructor(weights: FusionWeights = FUSION, embeddings: StaticEmbeddings = loadStaticEmbeddings()) {
    this.#weights = weights;
    this.#embeddings = embeddings;
    this.#vectors = VectorIndex.empty(embeddings, embeddings.dimensions);
  }

  add({ id, title, text }: OutsideDocument): void {
    const cut = cutText(text);
    const passages = cut.length === 0 ? [title] : cut;
    const sections = sectionsOf(passages);
    const texts: string[] = [];
    const entries = passages.map((passage, place) => {
      const section = sections[place]!;
      texts[section] = `${texts[section] ?? title}\n${passage}`;
      const name = `${id}#${place}`;
      const vector = this.#embeddings.encode(`${title} ${passage}`);
      this.#known.set(name, { document: id, section: `${id}#${section}`, vector });
      this.#passages.add(name, analyze(`${passage}\n${title}`));
      return { id: name, vector: Array.from(vector) };
    });
    this.#vectors.addEntries(entries);
    for (const [section, words] of texts.entries()) this.#sections.add(`${id}#${section}`, analyze(words));
    this.#documentVectors.set(id, this.#embeddings.encode(`${title} ${text}`));
  }

  /** The `k` best documents, best first; a document scores as its best passage. */
  search(text: string, arm: Arm, k: number): RankedDocument[] {
    const { words, unexplained } = arm === 'vector' ? NO_WORDS : this.#byWords(text);
    const meaning = arm === 'lexical' ? new Map<string, number>() : this.#byMeaning(text, words.keys());
    const { lexical, vector } = this.#weights;
    const scores = new Map<string, number>();
    for (const passage of new Set([...words.keys(), ...meaning.keys()])) {
      const near = meaning.get(passage) ?? 0;
      // Meaning counts for as much as the words leave open: where they name everything, it can only disturb.
      const score =
        arm === 'vector' ? near : lexical * (words.get(passage) ?? 0) + vector * unexplained * near;
      const { document } = this.#known.get(passage)!;
      if (score > (scores.get(document) ?? 0)) scores.set(document, score);
    }
    return topK([...scores], k, ([, score]) => score).map(([id, score]) => ({ id, score }));
  }

  /** Between 0 and 1 for passages found by their words, and the share of the query that none of them holds. */
  #byWords(text: string): Words {
    const terms = plainTerms(analyze(text));
    const passages = this.#passages.search(terms, CANDIDATES);
    const sections = this.#sections.search(terms, CANDIDATES);
    const bestSection = sections[0]?.score ?? 1;
    const ofSection = new Map(sections.map(({ id, score }) => [id, score / bestSection / 2]));
    const best = passages[0]?.score ?? 0;
    const words = new Map(
      passages.map(({ id, score }) => {
        const around = ofSection.get(this.#known.get(id)!.section) ?? 0;
        return [id, score / best / 2 + around];
      }),
    );
    let most = 0;
    for (const term of terms.keys()) most += this.#passages.idf(term) * (BM25.k1 + 1);
    return { words, unexplained: most === 0 ? 1 : 1 - best / most };
  }

  /** Between 0 and 1 for the nearest passages and for those that were found otherwise. */
  #byMeaning(text: string, others: Iterable<string>): Map<string, number> {
    const vector = this.#embeddings.encode(text);
    const nearest = this.#vectors.nearest(Array.from(vector), CANDIDATES).map(({ id }) => id);
    const found = new Set([...nearest, ...others]);
    return new Map(
      Array.from(found, (id) => {
        const passage = this.#known.get(id)!;
        const document = this.#documentVectors.get(passage.document)!;
        return [id, (nearness(vector, passage.vector) + nearness(vector, document)) / 2];
      }),
    );
  }
}

interface Words {
  readonly words: ReadonlyMap<string, number>;
  readonly unexplained: number;
}

const NO_WORDS: Words = { words: new Map(), unexplained: 1 };

/** The cosine of two vectors of length 1, stretched so that unrelated texts come out at 0. */
function nearness(one: Float32Array, other: Float32Array): number {
  let cosine = 0;
  for (let i = 0; i < one.length; i++) cosine += one[i]! * other[i]!;
  return Math.max(0, (cosine - COSINE_FLOOR) / (1 - COSINE_FLOOR));
}
