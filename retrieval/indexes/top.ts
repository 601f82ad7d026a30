/**
 * The `k` items with the highest values, highest first; equal values keep their order of arrival.
 * A bounded heap: O(n log k), nothing is sorted but the result.
 */
export function topK<T>(items: readonly T[], k: number, value: (item: T) => number): T[] {
  if (k <= 0) return [];
  const heap: { item: T; value: number; order: number }[] = [];
  const worse = (a: { value: number; order: number }, b: { value: number; order: number }): boolean =>
    a.value !== b.value ? a.value < b.value : a.order > b.order;
  for (let order = 0; order < items.length; order++) {
    const item = items[order]!;
    const entry = { item, value: value(item), order };
    if (heap.length < k) {
      heap.push(entry);
      for (let i = heap.length - 1; i > 0; ) {
        const parent = (i - 1) >> 1;
        if (!worse(heap[i]!, heap[parent]!)) break;
        [heap[i], heap[parent]] = [heap[parent]!, heap[i]!];
        i = parent;
      }
    } else if (worse(heap[0]!, entry)) {
      heap[0] = entry;
      for (let i = 0; ; ) {
        const left = 2 * i + 1;
        if (left >= k) break;
        const child = left + 1 < k && worse(heap[left + 1]!, heap[left]!) ? left + 1 : left;
        if (!worse(heap[child]!, heap[i]!)) break;
        [heap[i], heap[child]] = [heap[child]!, heap[i]!];
        i = child;
      }
    }
  }
  return heap.sort((a, b) => (worse(b, a) ? -1 : 1)).map((entry) => entry.item);
}
