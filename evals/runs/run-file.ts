import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { EvaluationError } from '../evaluation-error.ts';

export const GENERATIONS = [
  'documents',
  'understanding',
  'retrieval',
  'answers',
  'left-out',
  'near-misses',
  'programmes',
] as const;
export type Generation = (typeof GENERATIONS)[number];

/** The id of a run's first line: no question is called so, and programs that look answers up by id pass it by. */
const HEADER_ID = '#configuration';

const header = z.object({
  id: z.literal(HEADER_ID),
  generation: z.enum(GENERATIONS),
  part: z.enum(['tuned', 'aside', 'all']),
  madeAt: z.string(),
  /** What made the lines below: embeddings, weights, digests of documents and questions. */
  configuration: z.record(z.string(), z.unknown()),
});

export type RunHeader = z.infer<typeof header>;

export interface StoredRun {
  /** Missing in answers that something else made, such as `ask --batch`. */
  readonly header: RunHeader | undefined;
  readonly rows: readonly { readonly id: string }[];
}

/** Stores what a generation made, one JSON object a line, the configuration first. */
export function writeRun(path: string, head: Omit<RunHeader, 'id'>, rows: readonly object[]): void {
  const lines = [{ id: HEADER_ID, ...head }, ...rows].map((row) => `${JSON.stringify(row)}\n`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.draft`, lines.join(''));
  renameSync(`${path}.draft`, path);
}

/** Reads a stored run, or plain answers without a configuration. Throws with the line's number on a broken one. */
export function readRun(path: string): StoredRun {
  const rows = readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [parseRow(line, `${path}:${index + 1}`)]));
  const first = header.safeParse(rows[0]);
  return first.success ? { header: first.data, rows: rows.slice(1) } : { header: undefined, rows };
}

function parseRow(line: string, place: string): { id: string } {
  try {
    const row = JSON.parse(line) as { id?: unknown };
    return { ...row, id: String(row.id) };
  } catch {
    throw new EvaluationError(`${place}: no JSON`);
  }
}
