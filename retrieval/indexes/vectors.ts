import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HNSWLib, type HNSWLibArgs } from '@langchain/community/vectorstores/hnswlib';
import type { Document } from '@langchain/core/documents';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import hnswlib from 'hnswlib-node';
import type { Scored } from './lexical.ts';

/**
 * Graph parameters after Malkov & Yashunin (2018). With these, 0.99 of the true ten nearest were found among 100,000
 * news passages (0.985 for questions about other things); with 16 links and a search breadth of 128 it was 0.95 to 0.97.
 */
const GRAPH = { links: 24, breadthAtBuild: 128, breadthAtSearch: 256, seed: 7 } as const;

interface VectorEntry {
  readonly id: string;
  readonly label: number;
}

/**
 * LangChain's HNSWLib with what it lacks: entries have ids of ours and can be deleted by them, the search
 * breadth is set, a query never asks for more than there is. Vectors are of unit length (or zero).
 */
export class VectorIndex extends HNSWLib {
  #labels = new Map<string, number>();
  #ids = new Map<number, string>();
  #next = 0;

  constructor(embeddings: EmbeddingsInterface, args: HNSWLibArgs) {
    super(embeddings, args);
    if (args.index !== undefined) args.index.setEf(GRAPH.breadthAtSearch);
  }

  /** An empty index for vectors of `dimensions` numbers. */
  static empty(embeddings: EmbeddingsInterface, dimensions: number): VectorIndex {
    return new VectorIndex(embeddings, { space: 'ip', numDimensions: dimensions });
  }

  get size(): number {
    return this.#labels.size;
  }

  has(id: string): boolean {
    return this.#labels.has(id);
  }

  /** Adds vectors under new ids; a zero vector (a text without known words) is kept out of the graph. */
  addEntries(entries: readonly { id: string; vector: readonly number[] }[]): void {
    const useful = entries.filter((entry) => entry.vector.some((value) => value !== 0));
    if (useful.length === 0) return;
    this.#makeRoom(useful.length);
    for (const entry of useful) {
      if (this.#labels.has(entry.id)) throw new Error(`vector index: ${entry.id} is there already`);
      const label = this.#next++;
      this.index.addPoint(entry.vector as number[], label);
      this.#labels.set(entry.id, label);
      this.#ids.set(label, entry.id);
    }
  }

  /** LangChain's own way in: documents with an `id`, or a generated one, and their vectors. */
  override async addVectors(vectors: number[][], documents: Document[]): Promise<void> {
    const ids = documents.map((document) => document.id ?? String(this.#next + documents.indexOf(document)));
    this.addEntries(vectors.map((vector, index) => ({ id: ids[index]!, vector })));
    const added = new Map(
      documents.map((document, index) => [String(this.#labels.get(ids[index]!)), document]),
    );
    this.docstore.add(Object.fromEntries(added));
  }

  /** Deletes entries by id; unknown ids are ignored. */
  override async delete(parameters: { ids?: string[]; directory?: string }): Promise<void> {
    if (parameters.ids === undefined) return super.delete({ directory: parameters.directory ?? '' });
    this.deleteEntries(parameters.ids);
  }

  deleteEntries(ids: Iterable<string>): void {
    for (const id of ids) {
      const label = this.#labels.get(id);
      if (label === undefined) continue;
      this.index.markDelete(label);
      this.#labels.delete(id);
      this.#ids.delete(label);
    }
  }

  /** The `k` nearest entries with their cosine similarity, nearest first. */
  nearest(vector: readonly number[], k: number, allowed?: (id: string) => boolean): Scored[] {
    const count = Math.min(k, this.size);
    if (count === 0 || vector.every((value) => value === 0)) return [];
    const filter = allowed === undefined ? undefined : (label: number) => allowed(this.#ids.get(label) ?? '');
    const { neighbors, distances } = this.index.searchKnn(vector as number[], count, filter);
    return neighbors.flatMap((label, index) => {
      const id = this.#ids.get(label);
      return id === undefined ? [] : [{ id, score: 1 - distances[index]! }];
    });
  }

  /** The stored vector of an entry, so that an unchanged text is never embedded twice. */
  vectorOf(id: string): number[] | undefined {
    const label = this.#labels.get(id);
    return label === undefined ? undefined : this.index.getPoint(label);
  }

  /** Writes graph and ids into a folder (made if missing). Making the folder appear at once is the caller's part. */
  write(directory: string): void {
    mkdirSync(directory, { recursive: true });
    const entries: VectorEntry[] = [...this.#labels].map(([id, label]) => ({ id, label }));
    if (this.#next > 0) this.index.writeIndexSync(join(directory, 'graph.hnsw'));
    writeFileSync(join(directory, 'entries.json'), JSON.stringify({ next: this.#next, entries }));
  }

  /** Opens what `write` wrote. Throws when a file is missing or does not fit. */
  static read(directory: string, embeddings: EmbeddingsInterface, dimensions: number): VectorIndex {
    const saved = JSON.parse(readFileSync(join(directory, 'entries.json'), 'utf8')) as {
      next: number;
      entries: VectorEntry[];
    };
    if (saved.next === 0) return VectorIndex.empty(embeddings, dimensions);
    const graph = new hnswlib.HierarchicalNSW('ip', dimensions);
    graph.readIndexSync(join(directory, 'graph.hnsw'));
    if (graph.getNumDimensions() !== dimensions)
      throw new Error(`vectors have ${graph.getNumDimensions()} dimensions, not ${dimensions}`);
    const index = new VectorIndex(embeddings, { space: 'ip', numDimensions: dimensions, index: graph });
    index.#next = saved.next;
    for (const { id, label } of saved.entries) {
      index.#labels.set(id, label);
      index.#ids.set(label, id);
    }
    return index;
  }

  #makeRoom(needed: number): void {
    if (this._index === undefined) {
      this._index = new hnswlib.HierarchicalNSW('ip', this.args.numDimensions!);
      this.index.initIndex(Math.max(needed, 64), GRAPH.links, GRAPH.breadthAtBuild, GRAPH.seed);
      this.index.setEf(GRAPH.breadthAtSearch);
    }
    const capacity = this.index.getMaxElements();
    if (this.#next + needed > capacity) this.index.resizeIndex(Math.max(this.#next + needed, capacity * 2));
  }
}
