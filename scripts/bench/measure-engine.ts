import { percentile } from '../../evals/metrics/percentile.ts';
import type { BenchQuery, Engine } from './engines/engine.ts';
import { ENGINES } from './engines/engines.ts';
import { readBatches, readQueries, type SharedInput } from './shared-input.ts';

/** What one process is to measure. */
export interface EngineTask {
  readonly engine: string;
  readonly size: number;
  readonly input: SharedInput;
  /** Indexing that takes longer is given up. */
  readonly limitMs: number;
}

/** What one process tells of one engine at one size. */
export type EngineOutcome =
  | ({ readonly kind: 'measured' } & EngineMeasurement)
  /** So many passages were indexed when the time was up. */
  | { readonly kind: 'index-limit'; readonly passages: number };

export interface EngineMeasurement {
  readonly indexMs: number;
  /** How many queries the figures rest on: a slow engine is not asked all. */
  readonly queries: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** Growth of the process from before the first passage until after the last query, after garbage collection. */
  readonly residentMb: number;
  readonly heapMb: number;
  readonly results: readonly (readonly number[])[];
}

/** After this time no further query is asked for warming up and for measuring, but at least so many are measured. */
const WARM_UP_MS = 3_000;
const QUERIES_MS = 15_000;
const LEAST_QUERIES = 10;

/** A program of its own: `measure-engine.ts TASK`, an outcome as JSON out. */
async function main(given: string | undefined): Promise<void> {
  const task = JSON.parse(given ?? '{}') as EngineTask;
  const entry = ENGINES.find(({ name }) => name === task.engine);
  if (entry === undefined) throw new Error(`no engine ${task.engine}`);
  const { input, size } = task;
  const queries = readQueries(input);
  const engine = await entry.create({ folder: input.folder, size });
  const before = memory();
  let indexMs = 0;
  const timed = async (work: () => unknown): Promise<void> => {
    const begun = performance.now();
    await work();
    indexMs += performance.now() - begun;
  };
  let passages = 0;
  for (const batch of readBatches(input, size, entry.kind)) {
    await timed(() => engine.add(batch));
    passages += batch.length;
    if (indexMs > task.limitMs && passages < size) return tell({ kind: 'index-limit', passages });
  }
  await timed(() => engine.finish?.());
  // Everything is asked once before it is measured, as in a program that has been running for a while.
  await ask(engine, queries, { limitMs: WARM_UP_MS, least: 1 });
  const { times, results } = await ask(engine, queries, { limitMs: QUERIES_MS, least: LEAST_QUERIES });
  const after = memory();
  tell({
    kind: 'measured',
    indexMs,
    queries: times.length,
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    residentMb: (after.resident - before.resident) / 1e6,
    heapMb: (after.heap - before.heap) / 1e6,
    results,
  });
  engine.keep?.();
}

async function ask(
  engine: Engine,
  queries: readonly BenchQuery[],
  { limitMs, least }: { readonly limitMs: number; readonly least: number },
): Promise<{ times: number[]; results: (readonly number[])[] }> {
  const times: number[] = [];
  const results: (readonly number[])[] = [];
  const end = performance.now() + limitMs;
  for (const query of queries) {
    if (times.length >= least && performance.now() > end) break;
    const begun = performance.now();
    const found = engine.search(query);
    // An engine that answers at once is not made to wait for its turn.
    results.push(found instanceof Promise ? await found : (found as readonly number[]));
    times.push(performance.now() - begun);
  }
  return { times, results };
}

function tell(outcome: EngineOutcome): void {
  process.stdout.write(JSON.stringify(outcome));
}

function memory(): { resident: number; heap: number } {
  for (let round = 0; round < 3; round++) globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { resident: rss, heap: heapUsed + external };
}

await main(process.argv[2]);
