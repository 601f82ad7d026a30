import { type FoundSlot, TopSlots } from './top-slots.ts';

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
  /** By where a frequent term's list begins: its row. */
  readonly rows: ReadonlyMap<number, Uint8Array>;
}

/** A query term's postings [from, to), what its frequency part is multiplied by, and the most it can bring. */
export interface QueryList {
  readonly from: number;
  readonly to: number;
  readonly factor: number;
  readonly most: number;
}

/** How many slots are scored before the bar is raised again: few at first, then more. */
export interface Stretches {
  readonly first: number;
  readonly longest: number;
}

/** The scores of the longest stretch stay in a processor's first cache. */
const STRETCHES: Stretches = { first: 128, longest: 4_096 };
/** Room for sums that were added up in another order. */
const ROUNDING = 1e-9;
/** A term in at least this share of the slots gets a row, where a slot's frequency is read without a search. */
const FREQUENT = 1 / 16;
/** The highest frequency a row can hold. */
const HIGHEST_IN_ROW = 0xff;

/**
 * The `k` best slots with exact BM25 scores, of equal ones the lower first; `isAllowed` limits which may be found.
 *
 * Slots are scored stretch by stretch. As soon as the terms that bring little for their many postings can no
 * longer lift a slot above the k-th best found so far, their lists are not walked any more but looked up for the
 * slots still in question (MaxScore: Turtle & Flood, "Query evaluation: strategies and optimizations", 1995; by
 * stretches as Lucene's MaxScoreBulkScorer). Every slot's score is added up in the same order of terms, so that
 * equal entries get equal scores to the last bit and nothing depends on where a stretch ends.
 */
export function searchPostings(
  postings: ScoredPostings,
  given: readonly QueryList[],
  k: number,
  isAllowed: (slot: number) => boolean = () => true,
  { first, longest }: Stretches = STRETCHES,
): FoundSlot[] {
  if (k <= 0 || given.length === 0) return [];
  const { scores, room } = postings;
  const lists = inOrderOfWorth(given);
  const rests = restsOf(lists);
  const cursors = Int32Array.from(lists, (list) => list.from);
  const best = new TopSlots(Math.min(k, scores.length));
  let walked = lists.length;
  for (let start = 0, size = first; start < scores.length; start += size, size = Math.min(start, longest)) {
    const end = Math.min(start + size, scores.length);
    const bar = best.least * (1 - ROUNDING);
    while (walked > 0 && rests[walked - 1]! < bar) walked--;
    if (walked === 0) break;
    let count = 0;
    for (let i = 0; i < walked; i++) count = walk(postings, lists[i]!, cursors, i, end, count);
    count = keep(scores, room, count, bar - rests[walked]!);
    for (let i = walked, isSorted = false; i < lists.length && count > 0; i++) {
      const row = postings.rows.get(lists[i]!.from);
      if (row !== undefined) addFromRow(postings, lists[i]!, row, count);
      else {
        if (!isSorted) room.subarray(0, count).sort();
        isSorted = true;
        lookUp(postings, lists[i]!, cursors, i, count);
      }
      count = keep(scores, room, count, bar - rests[i + 1]!);
    }
    for (let i = 0; i < count; i++) {
      const slot = room[i]!;
      if (isAllowed(slot)) best.offer(slot, scores[slot]!);
      scores[slot] = 0;
    }
  }
  return best.sorted();
}

/** First the terms that can bring most for the fewest postings. */
function inOrderOfWorth(lists: readonly QueryList[]): QueryList[] {
  const worth = ({ from, to, most }: QueryList): number => most / (to - from);
  return [...lists].sort((a, b) => worth(b) - worth(a));
}

/** For every place the most that the terms from there on can bring together; 0 after the last. */
function restsOf(lists: readonly QueryList[]): Float64Array {
  const rests = new Float64Array(lists.length + 1);
  for (let i = lists.length - 1; i >= 0; i--) rests[i] = rests[i + 1]! + lists[i]!.most;
  return rests;
}

/** Adds a term's part to every slot before `end` that holds it; slots without a score so far join those in `room`. */
function walk(
  { slots, frequencies, norms, scores, room }: ScoredPostings,
  { to, factor }: QueryList,
  cursors: Int32Array,
  cursor: number,
  end: number,
  known: number,
): number {
  let count = known;
  let i = cursors[cursor]!;
  for (; i < to; i++) {
    const slot = slots[i]!;
    if (slot >= end) break;
    const before = scores[slot]!;
    if (before === 0) room[count++] = slot;
    const frequency = frequencies[i]!;
    scores[slot] = before + (factor * frequency) / (frequency + norms[slot]!);
  }
  cursors[cursor] = i;
  return count;
}

/** Keeps of the slots in `room` those with at least this score; the others' scores are cleared. */
function keep(scores: Float64Array, room: Int32Array, count: number, least: number): number {
  let kept = 0;
  for (let i = 0; i < count; i++) {
    const slot = room[i]!;
    if (scores[slot]! >= least) room[kept++] = slot;
    else scores[slot] = 0;
  }
  return kept;
}

/**
 * A frequent term's frequency in each of `count` slots; undefined for a rarer term, whose slots are found by search,
 * and where a frequency is too high for a row.
 */
export function rowOf(
  { slots, frequencies }: Pick<ScoredPostings, 'slots' | 'frequencies'>,
  { from, to }: Pick<QueryList, 'from' | 'to'>,
  count: number,
): Uint8Array | undefined {
  if (to - from < count * FREQUENT) return undefined;
  const row = new Uint8Array(count);
  for (let i = from; i < to; i++) {
    if (frequencies[i]! > HIGHEST_IN_ROW) return undefined;
    row[slots[i]!] = frequencies[i]!;
  }
  return row;
}

/** Adds a frequent term's part to those slots in `room` that hold it. */
function addFromRow(
  { norms, scores, room }: ScoredPostings,
  { factor }: QueryList,
  row: Uint8Array,
  count: number,
): void {
  for (let i = 0; i < count; i++) {
    const slot = room[i]!;
    const frequency = row[slot]!;
    if (frequency > 0) scores[slot]! += (factor * frequency) / (frequency + norms[slot]!);
  }
}

/** Adds a term's part to those slots in `room` (ascending) that hold it, by looking each up in its list. */
function lookUp(
  { slots, frequencies, norms, scores, room }: ScoredPostings,
  { to, factor }: QueryList,
  cursors: Int32Array,
  cursor: number,
  count: number,
): void {
  let low = cursors[cursor]!;
  for (let i = 0; i < count && low < to; i++) {
    const slot = room[i]!;
    // Ever longer steps forward, then halves: the next one is usually near.
    let high = low;
    for (let step = 1; high < to && slots[high]! < slot; step *= 2) {
      low = high + 1;
      high += step;
    }
    high = Math.min(high, to);
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (slots[middle]! < slot) low = middle + 1;
      else high = middle;
    }
    if (low < to && slots[low] === slot)
      scores[slot]! += (factor * frequencies[low]!) / (frequencies[low]! + norms[slot]!);
  }
  cursors[cursor] = low;
}
