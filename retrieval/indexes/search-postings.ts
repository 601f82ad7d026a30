/** Posting lists and what is needed to score them. */
export interface ScoredPostings {
  readonly slots: Int32Array;
  readonly frequencies: Uint16Array;
  /** For every slot k1 · (1 − b + b · length / average length). */
  readonly norms: Float64Array;
  /** Room for one number a slot; all zero before and after a search. */
  readonly scores: Float64Array;
  /** Room for every slot's number. */
  readonly room: Int32Array;
}

/** A query term's postings [from, to), what its frequency part is multiplied by, and the most it can bring. */
export interface QueryList {
  readonly from: number;
  readonly to: number;
  readonly factor: number;
  readonly most: number;
}

export interface FoundSlot {
  readonly slot: number;
  readonly score: number;
}

/** Room for sums that were added up in another order. */
const ROUNDING = 1e-9;
/** Asking for the k-th best walks all slots, so it must save a list of at least this share of them. */
const LONG_LIST = 1 / 16;
/** First asked when what is left is below this share of the best score, then below this share of what was left. */
const ASK = 0.6;
/** Looking a slot up in a list costs about as much as walking this many postings. */
const LOOK_UP = 32;

/** Among fewer entries than this, all postings are walked sooner than it is found out which can be spared. */
const FEW_ENTRIES = 16_384;

/** The `k` best slots with exact BM25 scores, of equal ones the lower first. `isAllowed` limits which may be found. */
export function searchPostings(
  postings: ScoredPostings,
  lists: readonly QueryList[],
  k: number,
  isAllowed?: (slot: number) => boolean,
): FoundSlot[] {
  if (k <= 0 || lists.length === 0) return [];
  const { scores, room } = postings;
  // With a condition the k-th best of all says nothing of the k-th best allowed.
  const isPruned = isAllowed === undefined && scores.length >= FEW_ENTRIES;
  let best: Int32Array;
  if (isPruned) {
    best = findPruned(postings, lists, k);
    scores.fill(0);
    // Added up once more in the query's order, so that equal entries get equal scores to the last bit.
    for (const list of lists) addTo(best, postings, list);
  } else {
    for (const list of lists) addAll(postings, list);
    const allowed = isAllowed && atLeast(scores, undefined, 0, room).filter(isAllowed);
    best = atLeast(scores, allowed, kthBest(scores, allowed, k), room);
  }
  const found = Array.from(best, (slot) => ({ slot, score: scores[slot]! }));
  scores.fill(0);
  return found.sort((a, b) => b.score - a.score || a.slot - b.slot).slice(0, k);
}

/**
 * Slots among which the `k` best are; leaves sums in `scores`. Terms that can bring most go first; as soon as the
 * terms that are left can no longer lift a new slot above the k-th best, they are looked up for the slots still
 * in question only (MaxScore: Turtle & Flood, "Query evaluation: strategies and optimizations", 1995). The long
 * lists of common characters are therefore seldom walked.
 */
function findPruned(postings: ScoredPostings, lists: readonly QueryList[], k: number): Int32Array {
  const { scores, room } = postings;
  const order = [...lists].sort((a, b) => b.most - a.most);
  let rest = order.reduce((sum, list) => sum + list.most, 0);
  let highest = 0;
  let askedAt = Number.POSITIVE_INFINITY;
  let candidates: Int32Array | undefined;
  for (const list of order) {
    const length = list.to - list.from;
    if (rest < ASK * Math.min(highest, askedAt) && length > scores.length * LONG_LIST) {
      askedAt = rest;
      const least = kthBest(scores, candidates, k) - rest * (1 + ROUNDING);
      if (least > 0) candidates = atLeast(scores, candidates, least, room);
    }
    if (candidates !== undefined && candidates.length * LOOK_UP < length) addTo(candidates, postings, list);
    else highest = Math.max(highest, addAll(postings, list));
    rest -= list.most;
  }
  return atLeast(scores, candidates, kthBest(scores, candidates, k) * (1 - ROUNDING), room);
}

/** Adds a term's part to every slot that holds it; returns the highest score among them. */
function addAll(
  { slots, frequencies, norms, scores }: ScoredPostings,
  { from, to, factor }: QueryList,
): number {
  let highest = 0;
  for (let i = from; i < to; i++) {
    const slot = slots[i]!;
    const frequency = frequencies[i]!;
    const score = scores[slot]! + (factor * frequency) / (frequency + norms[slot]!);
    scores[slot] = score;
    if (score > highest) highest = score;
  }
  return highest;
}

/** Adds a term's part to those of some slots (ascending) that hold it, by looking each up in its list. */
function addTo(
  some: Int32Array,
  { slots, frequencies, norms, scores }: ScoredPostings,
  list: QueryList,
): void {
  const { to, factor } = list;
  let low = list.from;
  for (let i = 0; i < some.length && low < to; i++) {
    const slot = some[i]!;
    let high = to;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (slots[middle]! < slot) low = middle + 1;
      else high = middle;
    }
    if (low < to && slots[low] === slot) {
      scores[slot]! += (factor * frequencies[low]!) / (frequencies[low]! + norms[slot]!);
    }
  }
}

/** The slots (of `among`, or of all) that have a score and at least this one, ascending, put into `room`. */
function atLeast(
  scores: Float64Array,
  among: Int32Array | undefined,
  least: number,
  room: Int32Array,
): Int32Array {
  const all = among === undefined ? scores.length : among.length;
  let count = 0;
  for (let i = 0; i < all; i++) {
    const slot = among === undefined ? i : among[i]!;
    if (scores[slot]! > 0 && scores[slot]! >= least) room[count++] = slot;
  }
  return room.subarray(0, count);
}

/** The k-th highest score, or 0 when there are fewer: a heap of the k highest, the lowest of them on top. */
function kthBest(scores: Float64Array, among: Int32Array | undefined, k: number): number {
  const count = among === undefined ? scores.length : among.length;
  if (count < k) return 0;
  const heap = new Float64Array(k);
  let lowest = 0;
  for (let i = 0; i < count; i++) {
    const score = scores[among === undefined ? i : among[i]!]!;
    if (score <= lowest) continue;
    let hole = 0;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= k) break;
      if (child + 1 < k && heap[child + 1]! < heap[child]!) child += 1;
      if (heap[child]! >= score) break;
      heap[hole] = heap[child]!;
      hole = child;
    }
    heap[hole] = score;
    lowest = heap[0]!;
  }
  return lowest;
}
