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

/** Megabytes a minute by which memory grows over the second half of the samples: the slope of a straight line. */
export function growthOf(samples: readonly Pick<MemorySample, 'minute' | 'residentMb'>[]): number {
  const late = samples.slice(Math.floor(samples.length / 2));
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const minute = mean(late.map((sample) => sample.minute));
  const resident = mean(late.map((sample) => sample.residentMb));
  const spread = late.reduce((sum, sample) => sum + (sample.minute - minute) ** 2, 0);
  if (spread === 0) return 0;
  const together = late.reduce(
    (sum, sample) => sum + (sample.minute - minute) * (sample.residentMb - resident),
    0,
  );
  return Math.round((together / spread) * 10) / 10;
}
