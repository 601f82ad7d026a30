import Database from 'better-sqlite3';
import { BotError } from '../errors.ts';

const DAMAGED = /^SQLITE_(?:CORRUPT|NOTADB)/;

/** Does what touches the store; what SQLite or the file system throws becomes `store_broken` or `store_unavailable`. */
export function guarded<Result>(file: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw faultOf(file, error);
  }
}

function faultOf(file: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  const isKnown = error instanceof Database.SqliteError || typeof code === 'string';
  if (error instanceof BotError || !isKnown || code === undefined) return error;
  if (DAMAGED.test(code)) return broken(file, code, error);
  return new BotError('store_unavailable', `the store ${file} can't be used (${code}); ${adviceOn(code)}`, {
    cause: error,
  });
}

/** What is inside can't be trusted. Nothing is deleted: it may hold rows that no backup has. */
export function broken(file: string, why: string, cause?: unknown): BotError {
  return new BotError(
    'store_broken',
    `the store ${file} is damaged (${why}); move it away and put a backup in its place, or start with an empty one by setting STORE_DIR`,
    { cause },
  );
}

function adviceOn(code: string): string {
  if (/FULL|ENOSPC/.test(code)) return 'free some disk space';
  if (/BUSY|LOCKED/.test(code)) return 'another program holds it; end that, then try again';
  if (/IOERR/.test(code)) return 'check the disk and the space on it, or set STORE_DIR';
  return 'check its permissions or set STORE_DIR';
}
