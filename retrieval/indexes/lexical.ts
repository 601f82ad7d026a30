import { Postings } from './postings.ts';
import { rowOf, type ScoredPostings, searchPostings } from './search-postings.ts';

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

interface LexicalSnapshot {
  readonly ids: readonly string[];
  readonly lengths: readonly number[];
  readonly postings: readonly (readonly [string, readonly number[], readonly number[]])[];
}

/** What a search needs beside the postings and holds until an entry is added or removed. */
interface Prepared extends Pick<ScoredPostings, 'norms' | 'scores' | 'room' | 'rows'> {
  /** For every term the most that frequency / (frequency + norm) reaches in any entry. */
  readonly peaks: Float64Array;
}

/** An inverted index over entries named by id; entries can be added and removed one by one. */
export class LexicalIndex {
  #ids: string[] = [];
  #slots = new Map<string, number>();
  #lengths: number[] = [];
  #total = 0;
  #postings = new Postings();
  #prepared: Prepared | undefined;

  get size(): number {
    return this.#ids.length;
  }

  /** Adds an entry under a new id. Terms repeat as often as they occur. */
  add(id: string, terms: readonly string[]): void {
    if (this.#slots.has(id)) throw new Error(`lexical index: ${id} is there already`);
    const slot = this.#ids.length;
    this.#ids.push(id);
    this.#slots.set(id, slot);
    this.#lengths.push(terms.length);
    this.#total += terms.length;
    this.#prepared = undefined;
    const counts = new Map<string, number>();
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const [term, count] of counts) this.#postings.add(term, slot, count);
  }

  /** Removes entries from every posting list; unknown ids are ignored. */
  remove(ids: Iterable<string>): void {
    const gone = new Set<number>();
    for (const id of ids) {
      const slot = this.#slots.get(id);
      if (slot !== undefined) gone.add(slot);
    }
    if (gone.size === 0) return;
    let kept = 0;
    const moved = this.#ids.map((_, slot) => (gone.has(slot) ? -1 : kept++));
    this.#postings = this.#postings.moved(moved);
    this.#restore(
      this.#ids.filter((_, slot) => !gone.has(slot)),
      this.#lengths.filter((_, slot) => !gone.has(slot)),
    );
  }

  /** Inverse document frequency of a term: ln(1 + (N − n + 0.5) / (n + 0.5)). */
  idf(term: string): number {
    const holders = this.#postings.holders(term);
    return Math.log(1 + (this.#ids.length - holders + 0.5) / (holders + 0.5));
  }

  /** The `k` best entries, best first, of equals the one added first. `allowed` limits which ids may be found. */
  search(terms: WeightedTerms, k: number, allowed?: (id: string) => boolean): Scored[] {
    const { peaks, ...prepared } = this.#prepare();
    const lists = [...terms].flatMap(([term, weight]) => {
      const range = this.#postings.range(term);
      if (range === undefined || weight <= 0) return [];
      const factor = weight * this.idf(term) * (BM25.k1 + 1);
      return [{ from: range.from, to: range.to, factor, most: factor * peaks[range.term]! }];
    });
    const { slots, frequencies } = this.#postings;
    const isAllowed = allowed === undefined ? undefined : (slot: number) => allowed(this.#ids[slot]!);
    return searchPostings({ slots, frequencies, ...prepared }, lists, k, isAllowed).map(
      ({ slot, score }) => ({
        id: this.#ids[slot]!,
        score,
      }),
    );
  }

  /** A plain value for JSON. */
  snapshot(): LexicalSnapshot {
    return { ids: this.#ids, lengths: this.#lengths, postings: [...this.#postings.lists()] };
  }

  static fromSnapshot(snapshot: LexicalSnapshot): LexicalIndex {
    const index = new LexicalIndex();
    for (const [term, slots, frequencies] of snapshot.postings) {
      for (const [position, slot] of slots.entries()) index.#postings.add(term, slot, frequencies[position]!);
    }
    index.#restore([...snapshot.ids], [...snapshot.lengths]);
    return index;
  }

  #restore(ids: string[], lengths: number[]): void {
    this.#ids = ids;
    this.#lengths = lengths;
    this.#slots = new Map(ids.map((id, slot) => [id, slot]));
    this.#total = lengths.reduce((sum, length) => sum + length, 0);
    this.#prepared = undefined;
  }

  #prepare(): Prepared {
    if (this.#prepared !== undefined) return this.#prepared;
    this.#postings.merge();
    const average = this.#ids.length === 0 ? 1 : this.#total / this.#ids.length;
    const norms = Float64Array.from(
      this.#lengths,
      (length) => BM25.k1 * (1 - BM25.b + (BM25.b * length) / average),
    );
    const peaks = new Float64Array(this.#postings.termCount);
    const { slots, frequencies } = this.#postings;
    const size = this.#ids.length;
    const rows = new Map<number, Uint8Array>();
    for (let term = 0; term < peaks.length; term++) {
      const { from, to } = this.#postings.rangeOf(term);
      for (let i = from; i < to; i++) {
        const impact = frequencies[i]! / (frequencies[i]! + norms[slots[i]!]!);
        if (impact > peaks[term]!) peaks[term] = impact;
      }
      const row = rowOf({ slots, frequencies }, { from, to }, size);
      if (row !== undefined) rows.set(from, row);
    }
    const [scores, room] = [new Float64Array(size), new Int32Array(size)];
    this.#prepared = { norms, peaks, scores, room, rows };
    return this.#prepared;
  }
}

/** Terms as weights: each term once, with weight 1 (a query's repeated characters do not count twice). */
export function plainTerms(terms: readonly string[]): Map<string, number> {
  return new Map(terms.map((term) => [term, 1]));
}
