import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { RetrievalError } from '../errors.ts';

/** An ingest of a few pages takes seconds; who waits longer is told so. */
const LONGEST_WAIT_MS = 60_000;

/** Runs `work` while holding the index folder's lock; a lock left by a dead process is taken over. */
export async function withLock<T>(directory: string, work: () => Promise<T>): Promise<T> {
  const path = join(directory, 'ingest.lock');
  await acquire(directory, path);
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

async function acquire(directory: string, path: string): Promise<void> {
  const patience = Date.now() + LONGEST_WAIT_MS;
  for (;;) {
    try {
      mkdirSync(directory, { recursive: true });
      writeFileSync(path, String(process.pid), { flag: 'wx' });
      return;
    } catch (cause) {
      const code = (cause as NodeJS.ErrnoException).code;
      if (code !== 'EEXIST') {
        throw new RetrievalError('index_unwritable', `the index folder ${directory} can't be written (${code}); check its permissions or set INDEX_DIR`, { cause });
      }
      if (isAbandoned(path)) rmSync(path, { force: true });
      else if (Date.now() > patience) {
        throw new RetrievalError('index_locked', `another ingest is writing ${directory}; wait for it, or remove ${path} when none runs`);
      } else await setTimeout(100);
    }
  }
}

function isAbandoned(path: string): boolean {
  try {
    const owner = Number(readFileSync(path, 'utf8'));
    if (!Number.isInteger(owner) || owner <= 0) return true;
    process.kill(owner, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
