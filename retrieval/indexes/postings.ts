/** Where a term's postings stand in the flat arrays: [from, to). */
export interface PostingRange {
  readonly term: number;
  readonly from: number;
  readonly to: number;
}

/** New postings are kept apart until there are this many, or half as many as there were before. */
const LEAST_PENDING = 1 << 18;
const MOST_FREQUENT = 0xffff;

/**
 * Posting lists in flat typed arrays: 6 bytes a posting, where an array of numbers takes 16, and nothing for
 * the garbage collector to walk. New postings are logged and merged in now and then, so that adding entries
 * one by one costs no more than a few copies of each.
 */
export class Postings {
  #terms = new Map<string, number>();
  /** How many entries hold a term, merged and pending ones. */
  #holders = new Int32Array(1024);
  #starts = new Uint32Array(1);
  #slots = new Int32Array(0);
  #frequencies = new Uint16Array(0);
  #pending = 0;
  #pendingTerms = new Int32Array(0);
  #pendingSlots = new Int32Array(0);
  #pendingFrequencies = new Uint16Array(0);

  /** The slots of all postings, each term's ascending. Valid until something is added or removed. */
  get slots(): Int32Array {
    return this.#slots;
  }

  /** How often the term occurs in the entry, beside `slots`; 65,535 stands for more. */
  get frequencies(): Uint16Array {
    return this.#frequencies;
  }

  get termCount(): number {
    return this.#terms.size;
  }

  holders(term: string): number {
    const id = this.#terms.get(term);
    return id === undefined ? 0 : this.#holders[id]!;
  }

  /** Adds one posting; a term's slots must come in ascending order. */
  add(term: string, slot: number, frequency: number): void {
    let id = this.#terms.get(term);
    if (id === undefined) {
      id = this.#terms.size;
      this.#terms.set(term, id);
      if (id >= this.#holders.length) this.#holders = larger(this.#holders, Int32Array, id + 1);
    }
    // Making room may merge, and what is merged must not count the posting that is still to come.
    if (this.#pending === this.#pendingTerms.length) this.#makeRoom();
    this.#holders[id]! += 1;
    this.#pendingTerms[this.#pending] = id;
    this.#pendingSlots[this.#pending] = slot;
    this.#pendingFrequencies[this.#pending] = Math.min(frequency, MOST_FREQUENT);
    this.#pending += 1;
  }

  /** The place of a term's postings. Only after `merge`. */
  range(term: string): PostingRange | undefined {
    const id = this.#terms.get(term);
    if (id === undefined || this.#holders[id] === 0) return undefined;
    return { term: id, from: this.#starts[id]!, to: this.#starts[id + 1]! };
  }

  /** The place of the postings of the term with a number below `termCount`. Only after `merge`. */
  rangeOf(term: number): PostingRange {
    return { term, from: this.#starts[term]!, to: this.#starts[term + 1]! };
  }

  /** Brings pending postings to their places in the flat arrays. */
  merge(): void {
    if (this.#pending === 0) return;
    const count = this.#terms.size;
    const starts = new Uint32Array(count + 1);
    for (let id = 0; id < count; id++) starts[id + 1] = starts[id]! + this.#holders[id]!;
    const slots = new Int32Array(starts[count]!);
    const frequencies = new Uint16Array(starts[count]!);
    const next = starts.slice(0, count);
    for (let id = 0; id + 1 < this.#starts.length; id++) {
      for (let i = this.#starts[id]!; i < this.#starts[id + 1]!; i++) {
        slots[next[id]!] = this.#slots[i]!;
        frequencies[next[id]!++] = this.#frequencies[i]!;
      }
    }
    for (let i = 0; i < this.#pending; i++) {
      const at = next[this.#pendingTerms[i]!]!++;
      slots[at] = this.#pendingSlots[i]!;
      frequencies[at] = this.#pendingFrequencies[i]!;
    }
    this.#starts = starts;
    this.#slots = slots;
    this.#frequencies = frequencies;
    this.#pending = 0;
    this.#pendingTerms = new Int32Array(0);
    this.#pendingSlots = new Int32Array(0);
    this.#pendingFrequencies = new Uint16Array(0);
  }

  /** The same postings under new slots; those whose slot is moved to a negative number are gone. */
  moved(slots: readonly number[]): Postings {
    const result = new Postings();
    for (const [term, olds, frequencies] of this.lists()) {
      for (const [index, old] of olds.entries()) {
        if (slots[old]! >= 0) result.add(term, slots[old]!, frequencies[index]!);
      }
    }
    result.merge();
    return result;
  }

  /** Every term that an entry holds, with slots and frequencies. */
  *lists(): Generator<readonly [string, readonly number[], readonly number[]]> {
    this.merge();
    for (const [term, id] of this.#terms) {
      const { from, to } = this.rangeOf(id);
      if (to > from)
        yield [
          term,
          Array.from(this.#slots.subarray(from, to)),
          Array.from(this.#frequencies.subarray(from, to)),
        ];
    }
  }

  #makeRoom(): void {
    if (this.#pending >= LEAST_PENDING && this.#pending >= this.#slots.length / 2) this.merge();
    const size = Math.max(1024, this.#pending * 2);
    this.#pendingTerms = larger(this.#pendingTerms, Int32Array, size);
    this.#pendingSlots = larger(this.#pendingSlots, Int32Array, size);
    this.#pendingFrequencies = larger(this.#pendingFrequencies, Uint16Array, size);
  }
}

/** A copy with room for at least `least` and half as many again as before. */
function larger<T extends Int32Array | Uint16Array>(
  array: T,
  kind: new (length: number) => T,
  least: number,
): T {
  const copy = new kind(Math.max(least, Math.ceil(array.length * 1.5)));
  copy.set(array as never);
  return copy;
}
