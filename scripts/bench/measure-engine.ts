import { percentile } from '../../evals/metrics/percentile.ts';
import { ENGINES } from './engines/engines.ts';
import { readBatches, readQueries, type SharedInput } from './shared-input.ts';

/** What one process tells of one engine at one size. */
export interface EngineMeasurement {
  readonly indexMs: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** Growth of the process while indexing, after garbage collection. */
  readonly residentMb: number;
  readonly heapMb: number;
  readonly results: readonly (readonly number[])[];
}

const WARM_UP = 20;

/** A program of its own: `measure-engine.ts NAME SIZE INPUT`, JSON out. */
async function main([name, size, input]: readonly string[]): Promise<void> {
  const entry = ENGINES.find((candidate) => candidate.name === name);
  if (entry === undefined || size === undefined || input === undefined) throw new Error(`no engine ${name}`);
  const shared = JSON.parse(input) as SharedInput;
  const engine = await entry.create();
  const queries = readQueries(shared);
  const before = memory();
  let indexMs = 0;
  const timed = async (work: () => unknown): Promise<void> => {
    const begun = performance.now();
    await work();
    indexMs += performance.now() - begun;
  };
  for await (const batch of readBatches(shared, Number(size))) await timed(() => engine.add(batch));
  await timed(() => engine.finish?.());
  const after = memory();
  for (const query of queries.slice(0, WARM_UP)) await engine.search(query);
  const times: number[] = [];
  const results: (readonly number[])[] = [];
  for (const query of queries) {
    const begun = performance.now();
    const found = engine.search(query);
    // An engine that answers at once is not made to wait for its turn.
    results.push(found instanceof Promise ? await found : (found as readonly number[]));
    times.push(performance.now() - begun);
  }
  const measurement: EngineMeasurement = {
    indexMs,
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    residentMb: (after.resident - before.resident) / 1e6,
    heapMb: (after.heap - before.heap) / 1e6,
    results,
  };
  process.stdout.write(JSON.stringify(measurement));
}

function memory(): { resident: number; heap: number } {
  for (let round = 0; round < 3; round++) globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { resident: rss, heap: heapUsed + external };
}

await main(process.argv.slice(2));
