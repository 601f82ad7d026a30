import { randomUUID } from 'node:crypto';
import { closeSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { BotError } from '../errors.ts';
import { placeFile } from './place-file.ts';
import { syncPath } from './sync-path.ts';

/**
 * Copies a database as it stands at this moment into a new file that only its owner can read. Others go on
 * reading and writing it meanwhile. The copy is read over before it gets its name, so a file of that name is
 * whole. Throws `backup_failed`, also when the file is there already.
 */
export async function copyInto(database: Database.Database, file: string): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  try {
    closeSync(openSync(draft, 'wx', 0o600));
    database.prepare('VACUUM INTO ?').run(draft);
    check(draft);
    // SQLite leaves it to the system when a copy reaches the disk.
    syncPath(draft);
    placeFile(draft, file);
    syncPath(dirname(file));
  } catch (cause) {
    throw new BotError('backup_failed', `no backup was made: ${whyNot(file, cause)}`, { cause });
  } finally {
    rmSync(draft, { force: true });
  }
}

function check(file: string): void {
  const copy = new Database(file, { readonly: true });
  try {
    const found = copy.pragma('quick_check(1)', { simple: true });
    if (found !== 'ok') throw new Error(String(found));
  } finally {
    copy.close();
  }
}

function whyNot(file: string, cause: unknown): string {
  const { code, message } = cause as NodeJS.ErrnoException;
  switch (code) {
    case 'EEXIST':
      return `${file} is there already; give a new name`;
    case 'ENOENT':
    case 'ENOTDIR':
      return `there is no folder ${dirname(file)}; make it first`;
    case 'ENOSPC':
    case 'SQLITE_FULL':
      return `the disk of ${file} is full (${code}); free some space or choose another`;
    default:
      return `${file} can't be written (${code ?? message}); check its folder and permissions`;
  }
}
