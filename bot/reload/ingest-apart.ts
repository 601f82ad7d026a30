import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { IngestOutcome } from './ingest-outcome.ts';

export interface IngestApartOptions {
  readonly seeds: string;
  readonly index: string;
  /** Ends the process when it is aborted; the index stays as it was. */
  readonly signal: AbortSignal;
  /** An ingest that takes longer hangs; it is ended. */
  readonly withinMs?: number;
  /** Another program than the ingest, for tests. */
  readonly program?: URL;
}

const PROGRAM = new URL('./ingest-process.ts', import.meta.url);
const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const LONGEST_INGEST_MS = 15 * 60_000;

/** Brings an index up to date in a process of its own. Every ending, a crash included, is an outcome. */
export function ingestApart(options: IngestApartOptions): Promise<IngestOutcome> {
  const { seeds, index, signal, withinMs = LONGEST_INGEST_MS, program = PROGRAM } = options;
  return new Promise((resolve) => {
    const child = fork(program, [seeds, index], {
      cwd: PROJECT,
      execArgv: ['--import', 'tsx'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    let outcome: IngestOutcome | undefined;
    const end = (): void => void child.kill('SIGKILL');
    const timer = setTimeout(end, withinMs);
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) end();
    const finish = (how: string): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      const message = `the ingest ended before it was done (${how}); run npm run ingest to see why`;
      resolve(outcome ?? { kind: 'failed', reason: 'ingest_ended', message });
    };
    child.on('message', (message) => {
      outcome = message as IngestOutcome;
    });
    child.once('error', (error) => finish(error.message));
    child.once('close', (code, killedBy) => finish(killedBy ?? `code ${code}`));
  });
}
