import { runChild } from './child.ts';
import { RESULTS } from './engines/engine.ts';
import { ENGINES, type EngineEntry } from './engines/engines.ts';
import { exactNeighbours, recallOf } from './exact-neighbours.ts';
import type { EngineMeasurement, EngineOutcome, EngineTask } from './measure-engine.ts';
import { readQueries, readVectors, type SharedInput } from './shared-input.ts';

/** Why an engine has no figures at a size. */
export type EngineFailure =
  /** Indexing took longer than allowed; so many passages were in by then. */
  | { readonly reason: 'index-limit'; readonly seconds: number; readonly passages: number }
  /** Not tried: what it took at the size before says that it would take far longer than allowed. */
  | { readonly reason: 'expected'; readonly seconds: number }
  | { readonly reason: 'stopped'; readonly seconds: number }
  | { readonly reason: 'broken'; readonly message: string };

export interface EngineRow extends Partial<Omit<EngineMeasurement, 'results'>> {
  readonly engine: string;
  readonly kind: string;
  readonly size: number;
  /** Share of the queries that were taken from a passage and found one that holds them among the first ten. */
  readonly found?: number;
  /** For vectors: the share of the ten true nearest passages that are among the ten returned. */
  readonly recall?: number;
  readonly failure?: EngineFailure;
}

export interface Comparison {
  readonly input: SharedInput;
  readonly passages: readonly string[];
  readonly sizes: readonly number[];
  readonly limitSeconds: number;
  /** Told before every engine at every size. */
  readonly onProgress: (done: number, total: number, what: string) => void;
}

/** What a process may take beside indexing: its start, reading the passages, its queries. */
const MARGIN_SECONDS = 90;
/** Not tried is what would take so many times as long as allowed. */
const HOPELESS = 1.5;

/** Measures every engine at every size, one after the other, each in a process of its own. */
export async function compareEngines(comparison: Comparison): Promise<EngineRow[]> {
  const { input, sizes, onProgress } = comparison;
  const rows: EngineRow[] = [];
  const queries = readQueries(input);
  for (const size of sizes) {
    const vectors = readVectors(input, size);
    const truth = queries.map(({ vector }) => exactNeighbours(vectors, vector, RESULTS));
    const recall = (results: EngineMeasurement['results']): number =>
      recallOf(vectors, queries.slice(0, results.length), truth, results);
    for (const entry of ENGINES) {
      onProgress(rows.length, ENGINES.length * sizes.length, `${entry.name} ${size}`);
      rows.push(await measure(comparison, rows, entry, size, recall));
    }
  }
  onProgress(rows.length, rows.length, '');
  return rows;
}

async function measure(
  { input, passages, limitSeconds }: Comparison,
  rows: readonly EngineRow[],
  { name, kind }: EngineEntry,
  size: number,
  recall: (results: EngineMeasurement['results']) => number,
): Promise<EngineRow> {
  const row = { engine: name, kind, size };
  const seconds = expectedSeconds(rows, name, size);
  if (seconds > limitSeconds * HOPELESS) return { ...row, failure: { reason: 'expected', seconds } };
  const task: EngineTask = { engine: name, size, input, limitMs: limitSeconds * 1_000 };
  const { value, fault } = await runChild<EngineOutcome>('measure-engine.ts', [JSON.stringify(task)], {
    limitMs: (limitSeconds + MARGIN_SECONDS) * 1_000,
  });
  if (value === undefined) return { ...row, failure: fault };
  if (value.kind === 'index-limit')
    return { ...row, failure: { reason: 'index-limit', seconds: limitSeconds, passages: value.passages } };
  const { results, kind: _kind, ...figures } = value;
  const queries = readQueries(input);
  const found = results.filter((ids, place) =>
    ids.some((id) => passages[id]!.includes(queries[place]!.text)),
  );
  const share = { found: found.length / results.length };
  if (kind === 'vector') return { ...row, ...figures, ...share, recall: recall(results) };
  if (kind === 'lexical') return { ...row, ...figures, ...share };
  // The hybrid opens the graph that the vector index has built, and is charged for it.
  const graph = rows.find((other) => other.engine === 'wenqiao-vector' && other.size === size);
  return { ...row, ...figures, ...share, indexMs: figures.indexMs + (graph?.indexMs ?? 0) };
}

/** Seconds of indexing when it grows with the number of passages (it grows faster); 0 when nothing is known. */
export function expectedSeconds(rows: readonly EngineRow[], engine: string, size: number): number {
  const before = rows.filter((row) => row.engine === engine && row.size < size).at(-1);
  if (before === undefined) return 0;
  const { failure } = before;
  const scale = size / before.size;
  if (before.indexMs !== undefined) return (before.indexMs / 1_000) * scale;
  if (failure?.reason === 'index-limit') return (failure.seconds * size) / failure.passages;
  return failure?.reason === 'expected' ? failure.seconds * scale : 0;
}
