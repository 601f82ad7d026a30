import { execFile } from 'node:child_process';
import { totalmem } from 'node:os';
import { join } from 'node:path';

const HERE = import.meta.dirname;
const ROOT = join(HERE, '..', '..');

/** Arguments under which Node runs a TypeScript program of this project. */
export const NODE_ARGUMENTS: readonly string[] = ['--import', 'tsx'];

/** Why a program printed nothing: its time was up, or it broke down. */
export type ChildFault =
  | { readonly reason: 'stopped'; readonly seconds: number }
  | { readonly reason: 'broken'; readonly message: string };

type ChildResult<T> =
  | { readonly value: T; readonly fault?: never }
  | { readonly value?: never; readonly fault: ChildFault };

/** Runs one of this folder's programs in a process of its own and returns what it printed as JSON. */
export function runChild<T>(
  program: string,
  words: readonly string[],
  { limitMs }: { readonly limitMs: number },
): Promise<ChildResult<T>> {
  const heapMb = Math.floor((totalmem() / 1e6) * 0.7);
  const node = ['--expose-gc', `--max-old-space-size=${heapMb}`, ...NODE_ARGUMENTS];
  const options = { cwd: ROOT, timeout: limitMs, killSignal: 'SIGKILL', maxBuffer: 1 << 28 } as const;
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [...node, join(HERE, program), ...words],
      options,
      (error, output, complaints) => {
        process.off('exit', stop);
        if (error === null) return resolve({ value: JSON.parse(output) as T });
        if (error.killed)
          return resolve({ fault: { reason: 'stopped', seconds: Math.round(limitMs / 1_000) } });
        const lines = complaints.trim().split('\n');
        const message = lines.find((line) => /^\w*Error\b/.test(line)) ?? error.message.split('\n')[0]!;
        resolve({ fault: { reason: 'broken', message } });
      },
    );
    // A bench that is interrupted leaves no engine running.
    const stop = (): void => void child.kill('SIGKILL');
    process.once('exit', stop);
  });
}
