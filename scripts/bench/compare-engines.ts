import { runChild } from './child.ts';
import { RESULTS } from './engines/engine.ts';
import { ENGINES } from './engines/engines.ts';
import { exactNeighbours, recallOf } from './exact-neighbours.ts';
import type { EngineMeasurement } from './measure-engine.ts';
import { readQueries, readVectors, type SharedInput } from './shared-input.ts';

export interface EngineRow extends Partial<Omit<EngineMeasurement, 'results'>> {
  readonly engine: string;
  readonly kind: string;
  readonly size: number;
  /** Share of the queries that were taken from a passage and found one that holds them among the first ten. */
  readonly found?: number;
  /** For vectors: the share of the ten true nearest passages that are among the ten returned. */
  readonly recall?: number;
  readonly failure?: string;
}

/** A minute and what a slow engine takes for its passages. */
const limitFor = (size: number): number => 60_000 + size * 6;

/** Measures every engine at every size, one after the other, each in a process of its own. */
export async function compareEngines(
  input: SharedInput,
  passages: readonly string[],
  sizes: readonly number[],
  onProgress: (done: number, total: number) => void,
): Promise<EngineRow[]> {
  const rows: EngineRow[] = [];
  const queries = readQueries(input);
  for (const size of sizes) {
    const vectors = readVectors(input, size);
    const truth = queries.map(({ vector }) => exactNeighbours(vectors, vector, RESULTS));
    for (const { name, kind } of ENGINES) {
      onProgress(rows.length, ENGINES.length * sizes.length);
      let failure = '';
      const measured = await runChild<EngineMeasurement>(
        'measure-engine.ts',
        [name, String(size), JSON.stringify(input)],
        {
          limitMs: limitFor(size),
          onFailure: (reason) => {
            failure = reason;
          },
        },
      );
      if (measured === undefined) {
        rows.push({ engine: name, kind, size, failure });
        continue;
      }
      const { results, ...figures } = measured;
      const found = results.filter((ids, place) =>
        ids.some((id) => passages[id]!.includes(queries[place]!.text)),
      );
      const recall = kind === 'vector' ? { recall: recallOf(vectors, queries, truth, results) } : {};
      rows.push({ engine: name, kind, size, ...figures, found: found.length / results.length, ...recall });
    }
  }
  onProgress(rows.length, rows.length);
  return rows;
}
