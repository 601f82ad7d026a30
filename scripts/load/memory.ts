/** The memory of the service at one moment, as it tells itself. */
export interface MemorySample {
  /** Minutes since the load began. */
  readonly minute: number;
  readonly residentMb: number;
  readonly heapMb: number;
}

/** Reads the two figures out of `/metrics`. Throws when they are not there. */
export async function readMemory(address: string, minute: number): Promise<MemorySample> {
  const text = await (await fetch(`${address}/metrics`)).text();
  const megabytes = (name: string): number => {
    const value = new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1];
    if (value === undefined) throw new Error(`/metrics does not tell ${name}`);
    return Math.round(Number(value) / 1e5) / 10;
  };
  return {
    minute,
    residentMb: megabytes('process_resident_memory_bytes'),
    heapMb: megabytes('nodejs_heap_size_used_bytes'),
  };
}

/**
 * Megabytes a minute by which the heap grows between its lowest points in the middle and in the last third of the
 * samples. Lowest, since a heap rises until it is collected: only what stays after that can be a leak.
 */
export function growthOf(samples: readonly Pick<MemorySample, 'minute' | 'heapMb'>[]): number {
  const third = Math.floor(samples.length / 3);
  const [middle, last] = [lowest(samples.slice(third, 2 * third)), lowest(samples.slice(2 * third))];
  if (middle === undefined || last === undefined || last.minute === middle.minute) return 0;
  return Math.round(((last.heapMb - middle.heapMb) / (last.minute - middle.minute)) * 10) / 10;
}

function lowest<Sample extends { readonly heapMb: number }>(samples: readonly Sample[]): Sample | undefined {
  return [...samples].sort((one, other) => one.heapMb - other.heapMb)[0];
}
