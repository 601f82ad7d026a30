import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const HERE = import.meta.dirname;
const ROOT = join(HERE, '../..');

/** A server that is there to be killed. */
export interface Victim {
  /** Where it serves; undefined when it ends before it does. */
  readonly address: Promise<string | undefined>;
  /** Kills it at once and resolves when it is gone. */
  kill(): Promise<void>;
}

export interface VictimOptions {
  readonly directory: string;
  /** Confirm before writing, to prove that this is noticed. */
  readonly late?: boolean;
  /** No file of the process may grow larger, in blocks of 512 bytes: a disk that is full, without a disk. */
  readonly mostBlocks?: number;
}

/** Starts the server in a process of its own. */
export function startVictim({ directory, late = false, mostBlocks }: VictimOptions): Victim {
  const words = ['--import', 'tsx', join(HERE, 'server.ts'), directory, ...(late ? ['late'] : [])];
  const limited = ['-c', `ulimit -f ${mostBlocks} && exec "$@"`, 'sh', process.execPath, ...words];
  const [program, ...given] = mostBlocks === undefined ? [process.execPath, ...words] : ['sh', ...limited];
  const child = spawn(program!, given, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return {
    address: Promise.race([addressOf(child), ended.then(() => undefined)]),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.stdout?.once('data', (line: Buffer) => resolve(line.toString().trim()));
  });
}
