import { randomUUID } from 'node:crypto';
import {
  constants,
  copyFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { RetrievalError } from '../errors.ts';
import { birthOf } from './lock-owner.ts';

/** An ingest of a few pages takes seconds; who waits longer is told so. */
const LONGEST_WAIT_MS = 60_000;
/** The file of a lock is written right after it is made; one that stays empty was left by a killed process. */
const LONGEST_EMPTY_MS = 2_000;

/**
 * Runs `work` while holding the index folder's lock; a lock left by a dead process is taken over. `onWait`
 * is called once when another process holds it. Throws `index_locked` or `index_unwritable`.
 */
export async function withLock<T>(
  directory: string,
  work: () => Promise<T>,
  onWait?: () => void,
): Promise<T> {
  const path = join(directory, 'ingest.lock');
  const own = `${process.pid} ${performance.timeOrigin} ${birthOf(process.pid)} ${randomUUID()}`;
  await acquire(directory, path, own, onWait);
  try {
    return await work();
  } finally {
    // Someone who took this process for dead may hold the lock by now.
    if (contentOf(path) === own) rmSync(path, { force: true });
  }
}

async function acquire(directory: string, path: string, own: string, onWait?: () => void): Promise<void> {
  try {
    mkdirSync(directory, { recursive: true });
  } catch (cause) {
    throw unwritable(directory, cause);
  }
  const patience = Date.now() + LONGEST_WAIT_MS;
  let told = false;
  while (!create(directory, path, own)) {
    const content = contentOf(path);
    if (content === null) throw unwritable(directory, { code: 'ingest.lock is not readable' });
    if (content === undefined) continue;
    if (isAbandoned(path, content)) takeAway(path, content);
    else if (Date.now() > patience) {
      throw new RetrievalError(
        'index_locked',
        `another ingest is writing ${directory}; wait for it, or remove ${path} when none runs`,
      );
    } else {
      if (!told) onWait?.();
      told = true;
      await setTimeout(100);
    }
  }
}

/** Makes the lock's file; false when it is there already. */
function create(directory: string, path: string, own: string): boolean {
  try {
    writeFileSync(path, own, { flag: 'wx' });
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false;
    // A full disk makes the file and then has no room for its content.
    if (contentOf(path) === '') rmSync(path, { force: true });
    throw unwritable(directory, cause);
  }
}

/**
 * Removes an abandoned lock. Between the look at it and its removal another process may have done the same
 * and hold the lock already: what is found to be another lock than the one looked at is put back.
 */
function takeAway(path: string, abandoned: string): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
    if (readFileSync(aside, 'utf8') !== abandoned) copyFileSync(aside, path, constants.COPYFILE_EXCL);
    rmSync(aside, { force: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'EEXIST') throw error;
  }
}

/** What stands in a file; undefined when there is none, null when it can't be read. */
function contentOf(path: string): string | undefined | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : null;
  }
}

function unwritable(directory: string, cause: unknown): RetrievalError {
  const { code } = cause as NodeJS.ErrnoException;
  return new RetrievalError('index_unwritable', `the index folder ${directory} ${faultOf(code)}`, { cause });
}

function faultOf(code: string | undefined): string {
  switch (code) {
    case 'EEXIST':
    case 'ENOTDIR':
      return 'is a file, or stands in one; remove it or set INDEX_DIR';
    case 'ENOSPC':
      return "can't be written, the disk is full (ENOSPC); free some space or set INDEX_DIR";
    default:
      return `can't be written (${code}); check its permissions or set INDEX_DIR`;
  }
}

function isAbandoned(path: string, content: string): boolean {
  if (content === '') return isOldAndEmpty(path);
  const [number, born, birth] = content.split(' ');
  const owner = Number(number);
  if (!Number.isInteger(owner) || owner <= 0) return true;
  // In a container every run may have the same number: then the time at which it began tells them apart.
  if (owner === process.pid) return Number(born) !== performance.timeOrigin;
  try {
    process.kill(owner, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return true;
  }
  const now = birthOf(owner);
  return birth !== undefined && birth !== '-' && now !== '-' && birth !== now;
}

function isOldAndEmpty(path: string): boolean {
  try {
    return Date.now() - statSync(path).mtimeMs > LONGEST_EMPTY_MS;
  } catch {
    return false;
  }
}
