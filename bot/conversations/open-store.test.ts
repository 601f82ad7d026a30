import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLogger } from '../logger.ts';
import { openStore, openStoreReader, storeFile } from './open-store.ts';
import { MIGRATIONS, migrate } from './schema.ts';
import type { Feedback, Store } from './store.ts';

const FEEDBACK: Feedback = {
  ...{ channel: 'web', person: 'p1', verdict: 'good', reason: null, comment: null },
  ...{ question: '食堂几点开门？', answer: '上午十点开门[1]。' },
};
const options = { clock: () => new Date('2026-11-01T08:00:00Z'), logger: createLogger({ level: 'silent' }) };

let folder: string;
let directory: string;
let opened: Pick<Store, 'close'>[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wenqiao-open-store-'));
  directory = join(folder, 'made', 'store');
  opened = [];
});
afterEach(() => {
  for (const store of opened) store.close();
  rmSync(folder, { recursive: true, force: true });
});

function open(): Store {
  const store = openStore(directory, options);
  opened.push(store);
  return store;
}

function reader(): ReturnType<typeof openStoreReader> {
  const store = openStoreReader(directory, options);
  opened.push(store);
  return store;
}

function oneLine(reason: string, words: RegExp): object {
  return expect.objectContaining({
    name: 'BotError',
    reason,
    message: expect.stringMatching(new RegExp(`^(?=[^\\n]*$).*${words.source}`)),
  });
}

const modeOf = (path: string): number => statSync(path).mode & 0o777;

describe('opening the store', () => {
  test('makes folder and file for the owner alone', () => {
    open().addFeedback(FEEDBACK);
    expect(modeOf(directory)).toBe(0o700);
    const files = readdirSync(directory);
    expect(files.length).toBeGreaterThan(1);
    for (const name of files) expect([name, modeOf(join(directory, name))]).toEqual([name, 0o600]);
  });

  test('takes a file back from the eyes of others, and leaves a folder that was there as it is', () => {
    mkdirSync(directory, { recursive: true });
    chmodSync(directory, 0o755);
    writeFileSync(storeFile(directory), '', { mode: 0o644 });
    open();
    expect(modeOf(storeFile(directory))).toBe(0o600);
    expect(modeOf(directory)).toBe(0o755);
  });

  test('finds everything again, and goes on counting', () => {
    const store = open();
    const first = store.addFeedback(FEEDBACK);
    store.setValue('chats', '1', [1], new Date('2026-12-01'));
    store.close();
    const again = open();
    expect(again.feedback()).toEqual([first]);
    expect(again.value('chats', '1')).toEqual([1]);
    expect(again.addFeedback(FEEDBACK).id).toBeGreaterThan(first.id);
  });

  test('gives no number twice, even when the row with the highest one was removed', () => {
    const store = open();
    const { id } = store.addFeedback(FEEDBACK);
    store.prune(new Date('2027-01-01'));
    expect(store.addFeedback(FEEDBACK).id).toBeGreaterThan(id);
  });

  test('removed words stand in no file any more', () => {
    const store = open();
    store.addFeedback({ ...FEEDBACK, comment: 'once-said' });
    const bytes = (): string =>
      readdirSync(directory)
        .map((name) => readFileSync(join(directory, name), 'latin1'))
        .join('');
    expect(bytes()).toContain('once-said');
    store.prune(new Date('2027-01-01'));
    expect(bytes()).not.toContain('once-said');
  });

  test('what was written is on disk before the method returns', () => {
    open();
    const database = new Database(storeFile(directory), { readonly: true });
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal');
    database.close();
    const added = open().addFeedback(FEEDBACK);
    // The first connection is still open: nothing was left to a closing.
    expect(reader().feedback()).toEqual([added]);
  });
});

describe('a store that is not as it should be is told in one line and stays as it is', () => {
  function refuses(content: Buffer | string, reason: string, words: RegExp): void {
    mkdirSync(directory, { recursive: true });
    writeFileSync(storeFile(directory), content);
    const before = readFileSync(storeFile(directory));
    for (const attempt of [open, reader]) expect(attempt).toThrow(oneLine(reason, words));
    expect(readFileSync(storeFile(directory)).equals(before)).toBe(true);
    expect(readdirSync(directory)).toEqual(['store.sqlite']);
  }

  /** The bytes of a database that was made by other hands. */
  function bytesOf(make: (database: Database.Database) => void): Buffer {
    const database = new Database(':memory:');
    make(database);
    const bytes = database.serialize();
    database.close();
    return bytes;
  }

  test('text', () => refuses('身份证'.repeat(2_000), 'store_broken', /damaged .*NOTADB.*backup/));

  test("another program's database", () =>
    refuses(
      bytesOf((database) => database.exec('CREATE TABLE mine (a)')),
      'store_foreign',
      /another program's database; .*STORE_DIR/,
    ));

  test("another program's database without tables", () =>
    refuses(
      bytesOf((database) => database.pragma('application_id = 7')),
      'store_foreign',
      /STORE_DIR/,
    ));

  test('a store of a later version', () =>
    refuses(
      bytesOf((database) => migrate(database, [...MIGRATIONS, 'CREATE TABLE later (a)'])),
      'store_newer',
      /later version of WenQiao; install/,
    ));

  test('a store of which a part was overwritten', () => {
    const bytes = bytesOf((database) => migrate(database));
    bytes.fill(7, 4_096 * 2, 4_096 * 3);
    refuses(bytes, 'store_broken', /damaged/);
  });

  test('a store of which the end is missing', () => {
    const store = open();
    for (let row = 0; row < 100; row++) store.addFeedback({ ...FEEDBACK, comment: '说'.repeat(900) });
    store.close();
    truncateSync(storeFile(directory), 4_096 * 20);
    expect(open).toThrow(oneLine('store_broken', /damaged/));
    expect(statSync(storeFile(directory)).size).toBe(4_096 * 20);
  });

  test('a folder that is a file', () => {
    writeFileSync(join(folder, 'made'), '');
    expect(open).toThrow(oneLine('store_unavailable', /(?:EEXIST|ENOTDIR).*STORE_DIR/));
  });

  test('a folder where the file should be', () => {
    mkdirSync(storeFile(directory), { recursive: true });
    expect(open).toThrow(oneLine('store_unavailable', /EISDIR/));
  });

  test('a file that was left empty by a kill at the very start is a new store', () => {
    mkdirSync(directory, { recursive: true });
    writeFileSync(storeFile(directory), '');
    expect(open().feedback()).toEqual([]);
  });
});

describe('bringing a store up to date', () => {
  const next = [...MIGRATIONS, 'ALTER TABLE feedback ADD COLUMN mood TEXT'];

  test('keeps what is in it, and does each step once', () => {
    open().addFeedback(FEEDBACK);
    const database = new Database(storeFile(directory));
    migrate(database, next);
    migrate(database, next);
    expect(database.prepare('SELECT verdict, mood FROM feedback').all()).toEqual([
      { verdict: 'good', mood: null },
    ]);
    expect(database.pragma('user_version', { simple: true })).toBe(next.length);
    database.close();
  });

  test('is done whole or not at all', () => {
    open().addFeedback(FEEDBACK);
    const database = new Database(storeFile(directory));
    expect(() => migrate(database, [...next, 'CREATE nonsense'])).toThrow();
    expect(database.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
    expect(database.prepare('SELECT * FROM feedback').get()).not.toHaveProperty('mood');
    database.close();
  });
});

describe('a second process', () => {
  test('may read while the first one writes, and write nothing', () => {
    const store = open();
    const { feedback } = reader();
    const added = store.addFeedback(FEEDBACK);
    expect(feedback()).toEqual([added]);
    expect(() => (reader() as Store).addFeedback(FEEDBACK)).toThrow(
      oneLine('store_unavailable', /SQLITE_READONLY/),
    );
  });

  test('is told when there is nothing to read, and makes nothing', () => {
    expect(reader).toThrow(oneLine('store_missing', /no store in/));
    expect(existsSync(directory)).toBe(false);
  });

  test('that holds the store makes a write fail in bounded time, and the next one works', () => {
    const store = open();
    const other = new Database(storeFile(directory));
    other.exec('BEGIN IMMEDIATE');
    const started = performance.now();
    expect(() => store.addFeedback(FEEDBACK)).toThrow(
      oneLine('store_unavailable', /SQLITE_BUSY.*another program holds it/),
    );
    expect(performance.now() - started).toBeLessThan(3_000);
    other.close();
    expect(store.addFeedback(FEEDBACK).id).toBeGreaterThan(0);
  });
});

describe('a backup', () => {
  test('holds everything, also what is in the log only, and is opened like any store', async () => {
    const store = open();
    const added = store.addFeedback(FEEDBACK);
    const copies = [join(folder, 'copy', 'store.sqlite'), join(folder, 'copy2', 'store.sqlite')];
    for (const copy of copies) mkdirSync(join(copy, '..'));
    await store.backup(copies[0]!);
    await reader().backup(copies[1]!);
    store.addFeedback(FEEDBACK);
    for (const copy of copies) {
      directory = join(copy, '..');
      expect(readdirSync(directory)).toEqual(['store.sqlite']);
      expect(open().feedback()).toEqual([added]);
    }
  });

  test('that can not be written is told, and leaves nothing behind', async () => {
    const store = open();
    await expect(store.backup(join(folder, 'nowhere', 'copy'))).rejects.toEqual(
      oneLine('backup_failed', /there is no folder/),
    );
    expect(readdirSync(folder)).toEqual(['made']);
  });
});

test('a full disk fails the write with one line, loses nothing before it, and the store goes on after it', ({
  skip,
}) => {
  mkdirSync(directory, { recursive: true });
  const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', directory]);
  skip(mount.status !== 0, 'only the super-user may mount a small disk');
  try {
    const store = openStore(directory, options);
    const added: number[] = [];
    const fill = (): void => {
      for (;;) added.push(store.addFeedback({ ...FEEDBACK, comment: '说'.repeat(900) }).id);
    };
    expect(fill).toThrow(oneLine('store_unavailable', /(?:FULL|IOERR).*disk/));
    expect(added.length).toBeGreaterThan(0);
    expect(store.feedback().map(({ id }) => id)).toEqual(added);
    spawnSync('mount', ['-o', 'remount,size=1m', directory]);
    added.push(store.addFeedback(FEEDBACK).id);
    store.close();
    const again = openStore(directory, options);
    expect(again.feedback().map(({ id }) => id)).toEqual(added);
    again.close();
  } finally {
    spawnSync('umount', [directory]);
  }
});
