import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { BotError } from '../errors.ts';
import type { Logger } from '../logger.ts';
import { APPLICATION_ID, MIGRATIONS, migrate, versionOf } from './schema.ts';
import { createSqliteStore } from './sqlite-store.ts';
import type { Store } from './store.ts';
import { broken, guarded } from './store-faults.ts';
import { syncPath } from './sync-path.ts';

export interface StoreOptions {
  readonly clock: () => Date;
  readonly logger: Logger;
}

/** What a second process may do while the first one writes. */
export type StoreReader = Pick<Store, 'feedback' | 'unanswered' | 'backup' | 'close'>;

/** Waiting stops every answer, and nobody else writes for longer. */
const BUSY_MS = 1_000;

/** The file of a store in its folder; the log of what was written last stands beside it. */
export function storeFile(directory: string): string {
  return join(directory, 'store.sqlite');
}

/**
 * Opens the store of a folder, and makes both when they are not there. Only the owner can
 * read the file, and a folder made here. Throws
 * `store_broken`, `store_foreign` (another program's file), `store_newer` (a later WenQiao's) or
 * `store_unavailable`, and then leaves the file as it is.
 */
export function openStore(directory: string, { clock, logger }: StoreOptions): Store {
  const file = storeFile(directory);
  return guarded(file, () => {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    closeSync(openSync(file, 'a', 0o600));
    keepPrivate(file, logger);
    syncPath(directory);
    const database = new Database(file, { timeout: BUSY_MS });
    return closedOnFault(database, () => {
      // Looked at before anything is written: a foreign file stays as it is, byte for byte.
      checkOwner(database, file);
      database.pragma('journal_mode = WAL');
      // Each commit waits for the disk: what a person was thanked for survives a power cut, too.
      database.pragma('synchronous = FULL');
      // What is pruned is overwritten, not just forgotten.
      database.pragma('secure_delete = ON');
      migrate(database);
      return createSqliteStore(database, clock);
    });
  });
}

/**
 * Opens the store for looking only, also while another process writes it. Throws like `openStore`, and
 * `store_missing` when there is none.
 */
export function openStoreReader(directory: string, { clock }: Pick<StoreOptions, 'clock'>): StoreReader {
  const file = storeFile(directory);
  if (!existsSync(file))
    throw new BotError(
      'store_missing',
      `there is no store in ${directory}; the program makes it when it starts, or set STORE_DIR`,
    );
  return guarded(file, () => {
    const database = new Database(file, { readonly: true, timeout: BUSY_MS });
    return closedOnFault(database, () => {
      checkOwner(database, file);
      if (versionOf(database) < MIGRATIONS.length)
        throw new BotError(
          'store_unavailable',
          `the store ${file} is from an earlier version; start the program once, which brings it up to date`,
        );
      return createSqliteStore(database, clock);
    });
  });
}

/** Is it one of ours, whole, and no newer than this program? An empty file is what a kill at the first start left. */
function checkOwner(database: Database.Database, file: string): void {
  const owner = database.pragma('application_id', { simple: true });
  const tables = database.prepare('SELECT count(*) AS count FROM sqlite_schema').get() as { count: number };
  const isNew = owner === 0 && tables.count === 0 && versionOf(database) === 0;
  if (owner !== APPLICATION_ID && !isNew)
    throw new BotError(
      'store_foreign',
      `${file} is another program's database; move it away or set STORE_DIR`,
    );
  if (versionOf(database) > MIGRATIONS.length)
    throw new BotError(
      'store_newer',
      `the store ${file} is from a later version of WenQiao; install that version, or set STORE_DIR`,
    );
  const fault = database.pragma('quick_check(1)', { simple: true });
  if (fault !== 'ok') throw broken(file, String(fault).replace(/\s+/g, ' '));
}

/** A file from elsewhere may be open to others. Some file systems know no owners. */
function keepPrivate(file: string, logger: Logger): void {
  try {
    chmodSync(file, 0o600);
  } catch (error) {
    logger.warn({ err: error }, 'the store may be readable by others');
  }
}

function closedOnFault<Result>(database: Database.Database, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    database.close();
    throw error;
  }
}
