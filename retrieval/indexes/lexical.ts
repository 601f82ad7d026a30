import { topK } from './top.ts';

/**
 * BM25 after Robertson & Zaragoza, "The Probabilistic Relevance Framework" (2009), with the idf that
 * Lucene uses (never negative). Parameters as measured best on Chinese civic text.
 */
export const BM25 = { k1: 1.2, b: 0.75 } as const;

export interface Scored {
  readonly id: string;
  readonly score: number;
}

/** Terms of a query with their weights: 1 for the asker's own, less for expansions. */
export type WeightedTerms = ReadonlyMap<string, number>;

interface PostingList {
  slots: number[];
  frequencies: number[];
}

interface LexicalSnapshot {
  readonly ids: readonly string[];
  readonly lengths: readonly number[];
  readonly postings: readonly (readonly [string, readonly number[], readonly number[]])[];
}

/** An inverted index over entries named by id; entries can be added and removed one by one. */
export class LexicalIndex {
  #ids: string[] = [];
  #slots = new Map<string, number>();
  #lengths: number[] = [];
  #total = 0;
  #live = 0;
  #postings = new Map<string, PostingList>();
  #scores = new Float64Array(0);

  get size(): number {
    return this.#live;
  }

  /** Adds an entry under a new id. Terms repeat as often as they occur. */
  add(id: string, terms: readonly string[]): void {
    if (this.#slots.has(id)) throw new Error(`lexical index: ${id} is there already`);
    const slot = this.#ids.length;
    this.#ids.push(id);
    this.#slots.set(id, slot);
    this.#lengths.push(terms.length);
    this.#total += terms.length;
    this.#live += 1;
    const counts = new Map<string, number>();
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const [term, count] of counts) {
      let list = this.#postings.get(term);
      if (list === undefined) {
        list = { slots: [], frequencies: [] };
        this.#postings.set(term, list);
      }
      list.slots.push(slot);
      list.frequencies.push(count);
    }
  }

  /** Removes entries from every posting list; unknown ids are ignored. */
  remove(ids: Iterable<string>): void {
    const gone = new Set<number>();
    for (const id of ids) {
      const slot = this.#slots.get(id);
      if (slot !== undefined) gone.add(slot);
    }
    if (gone.size === 0) return;
    const moved: number[] = [];
    const keptIds: string[] = [];
    const keptLengths: number[] = [];
    for (const [slot, id] of this.#ids.entries()) {
      moved.push(gone.has(slot) ? -1 : keptIds.length);
      if (gone.has(slot)) continue;
      keptIds.push(id);
      keptLengths.push(this.#lengths[slot]!);
    }
    for (const [term, list] of this.#postings) {
      const slots: number[] = [];
      const frequencies: number[] = [];
      for (const [index, slot] of list.slots.entries()) {
        if (moved[slot]! < 0) continue;
        slots.push(moved[slot]!);
        frequencies.push(list.frequencies[index]!);
      }
      if (slots.length === 0) this.#postings.delete(term);
      else this.#postings.set(term, { slots, frequencies });
    }
    this.#restore(keptIds, keptLengths);
  }

  /** Inverse document frequency of a term: ln(1 + (N − n + 0.5) / (n + 0.5)). */
  idf(term: string): number {
    const holders = this.#postings.get(term)?.slots.length ?? 0;
    return Math.log(1 + (this.#live - holders + 0.5) / (holders + 0.5));
  }

  /** The `k` best entries, best first. `allowed` limits which ids may be found. */
  search(terms: WeightedTerms, k: number, allowed?: (id: string) => boolean): Scored[] {
    const scores = this.#scores.length >= this.#ids.length ? this.#scores : new Float64Array(this.#ids.length * 2);
    this.#scores = scores;
    const touched: number[] = [];
    const average = this.#live === 0 ? 1 : this.#total / this.#live;
    for (const [term, weight] of terms) {
      const list = this.#postings.get(term);
      if (list === undefined) continue;
      const factor = weight * this.idf(term) * (BM25.k1 + 1);
      for (let i = 0; i < list.slots.length; i++) {
        const slot = list.slots[i]!;
        const frequency = list.frequencies[i]!;
        if (scores[slot] === 0) touched.push(slot);
        const length = BM25.k1 * (1 - BM25.b + (BM25.b * this.#lengths[slot]!) / average);
        scores[slot]! += (factor * frequency) / (frequency + length);
      }
    }
    const candidates = allowed === undefined ? touched : touched.filter((slot) => allowed(this.#ids[slot]!));
    const best = topK(candidates, k, (slot) => scores[slot]!).map((slot) => ({ id: this.#ids[slot]!, score: scores[slot]! }));
    for (const slot of touched) scores[slot] = 0;
    return best;
  }

  /** A plain value for JSON. */
  snapshot(): LexicalSnapshot {
    return {
      ids: this.#ids,
      lengths: this.#lengths,
      postings: [...this.#postings].map(([term, list]) => [term, list.slots, list.frequencies] as const),
    };
  }

  static fromSnapshot(snapshot: LexicalSnapshot): LexicalIndex {
    const index = new LexicalIndex();
    for (const [term, slots, frequencies] of snapshot.postings) {
      index.#postings.set(term, { slots: [...slots], frequencies: [...frequencies] });
    }
    index.#restore([...snapshot.ids], [...snapshot.lengths]);
    return index;
  }

  #restore(ids: string[], lengths: number[]): void {
    this.#ids = ids;
    this.#lengths = lengths;
    this.#slots = new Map(ids.map((id, slot) => [id, slot]));
    this.#total = lengths.reduce((sum, length) => sum + length, 0);
    this.#live = ids.length;
  }
}

/** Terms as weights: each term once, with weight 1 (a query's repeated characters do not count twice). */
export function plainTerms(terms: readonly string[]): Map<string, number> {
  return new Map(terms.map((term) => [term, 1]));
}
