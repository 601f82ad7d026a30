export interface FoundSlot {
  readonly slot: number;
  readonly score: number;
}

/**
 * The `k` best slots offered so far, of equal scores the lower slots: a heap in flat arrays with the worst of
 * them on top, so that the next one is refused by a single comparison.
 */
export class TopSlots {
  readonly #scores: Float64Array;
  readonly #slots: Int32Array;
  #count = 0;

  constructor(k: number) {
    this.#scores = new Float64Array(k);
    this.#slots = new Int32Array(k);
  }

  /** The score of the k-th best, below which nothing is taken any more; 0 as long as there are fewer. */
  get least(): number {
    return this.#count < this.#scores.length ? 0 : this.#scores[0]!;
  }

  offer(slot: number, score: number): void {
    if (this.#count < this.#scores.length) this.#lift(this.#count++, slot, score);
    else if (this.#isWorse(0, slot, score)) this.#sink(slot, score);
  }

  /** Best first. */
  sorted(): FoundSlot[] {
    return Array.from({ length: this.#count }, (_, i) => ({
      slot: this.#slots[i]!,
      score: this.#scores[i]!,
    })).sort((a, b) => b.score - a.score || a.slot - b.slot);
  }

  /** Whether the entry at a place of the heap is worse than this one. */
  #isWorse(place: number, slot: number, score: number): boolean {
    return this.#scores[place]! < score || (this.#scores[place] === score && this.#slots[place]! > slot);
  }

  #lift(from: number, slot: number, score: number): void {
    let place = from;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (this.#isWorse(parent, slot, score)) break;
      this.#move(parent, place);
      place = parent;
    }
    this.#slots[place] = slot;
    this.#scores[place] = score;
  }

  #sink(slot: number, score: number): void {
    let place = 0;
    for (;;) {
      const left = 2 * place + 1;
      if (left >= this.#count) break;
      const right = left + 1;
      const isRight = right < this.#count && this.#isWorse(right, this.#slots[left]!, this.#scores[left]!);
      const child = isRight ? right : left;
      if (!this.#isWorse(child, slot, score)) break;
      this.#move(child, place);
      place = child;
    }
    this.#slots[place] = slot;
    this.#scores[place] = score;
  }

  #move(from: number, to: number): void {
    this.#slots[to] = this.#slots[from]!;
    this.#scores[to] = this.#scores[from]!;
  }
}
