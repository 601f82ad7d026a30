import { execFile } from 'node:child_process';
import { totalmem } from 'node:os';
import { join } from 'node:path';

const HERE = import.meta.dirname;
const ROOT = join(HERE, '..', '..');

/** Arguments under which Node runs a TypeScript program of this project. */
export const NODE_ARGUMENTS: readonly string[] = ['--import', 'tsx'];

/**
 * Runs one of this folder's programs in a process of its own and returns what it printed as JSON; undefined
 * when it did not end in time or broke down, with the reason handed to `onFailure`.
 */
export function runChild<T>(
  program: string,
  words: readonly string[],
  { limitMs, onFailure }: { readonly limitMs: number; readonly onFailure: (reason: string) => void },
): Promise<T | undefined> {
  const heapMb = Math.floor((totalmem() / 1e6) * 0.7);
  const node = [
    '--expose-gc',
    `--max-old-space-size=${heapMb}`,
    ...NODE_ARGUMENTS,
    join(HERE, program),
    ...words,
  ];
  const options = { cwd: ROOT, timeout: limitMs, killSignal: 'SIGKILL', maxBuffer: 1 << 28 } as const;
  return new Promise((resolve) => {
    execFile(process.execPath, node, options, (error, output, complaints) => {
      if (error === null) return resolve(JSON.parse(output) as T);
      const lines = complaints.trim().split('\n');
      onFailure(
        error.killed
          ? `longer than ${limitMs} ms`
          : (lines.find((line) => /Error/.test(line)) ?? error.message),
      );
      resolve(undefined);
    });
  });
}
