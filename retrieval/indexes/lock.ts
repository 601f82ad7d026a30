import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { RetrievalError } from '../errors.ts';

/** An ingest of a few pages takes seconds; who waits longer is told so. */
const LONGEST_WAIT_MS = 60_000;
/** The file of a lock is written right after it is made; one that stays empty was left by a killed process. */
const LONGEST_EMPTY_MS = 2_000;

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
  try {
    mkdirSync(directory, { recursive: true });
  } catch (cause) {
    throw unwritable(directory, cause);
  }
  const patience = Date.now() + LONGEST_WAIT_MS;
  for (;;) {
    try {
      writeFileSync(path, `${process.pid} ${performance.timeOrigin}`, { flag: 'wx' });
      return;
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw unwritable(directory, cause);
      if (isAbandoned(path)) rmSync(path, { force: true });
      else if (Date.now() > patience) {
        throw new RetrievalError(
          'index_locked',
          `another ingest is writing ${directory}; wait for it, or remove ${path} when none runs`,
        );
      } else await setTimeout(100);
    }
  }
}

function unwritable(directory: string, cause: unknown): RetrievalError {
  const code = (cause as NodeJS.ErrnoException).code;
  return new RetrievalError(
    'index_unwritable',
    `the index folder ${directory} can't be written (${code}); check its permissions or set INDEX_DIR`,
    { cause },
  );
}

function isAbandoned(path: string): boolean {
  try {
    const content = readFileSync(path, 'utf8');
    if (content === '') return Date.now() - statSync(path).mtimeMs > LONGEST_EMPTY_MS;
    const [owner, born] = content.split(' ').map(Number);
    if (owner === undefined || !Number.isInteger(owner) || owner <= 0) return true;
    // In a container every run may have the same number: then the time at which it began tells them apart.
    if (owner === process.pid) return born !== performance.timeOrigin;
    process.kill(owner, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
