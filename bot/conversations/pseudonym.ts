import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { placeFile } from './place-file.ts';
import type { Channel } from './store.ts';
import { broken, guarded } from './store-faults.ts';
import { syncPath } from './sync-path.ts';

/** What is kept apart from the rows, so that a copy of the store alone tells nobody who asked. */
export interface Secrets {
  /**
   * A name for a person that means nothing outside of this store: the same for the same id (an address, a user's
   * number) on the same channel, also after a restart, and not to be found from the id without the secret.
   */
  pseudonym(channel: Channel, id: string): string;
  /** A key for signing, of its own for each purpose. */
  key(purpose: string): Buffer;
}

const BYTES = 32;

/**
 * Opens the secret in the store's folder, made on first use and readable for its owner alone. Throws
 * `store_unavailable` when that can't be done, and `store_broken` when what stands there is no secret: with
 * another one everybody would be somebody new.
 */
export function openSecrets(directory: string): Secrets {
  const file = join(directory, 'secret');
  const secret = guarded(file, () => existing(file) ?? made(directory, file));
  if (secret.length !== BYTES) throw broken(file, 'it does not hold 32 bytes in hex');
  return secretsOf(secret);
}

/** The same over a secret that is handed in, for tests. */
export function secretsOf(secret: Buffer): Secrets {
  const digest = (purpose: string, words: string): Buffer =>
    createHmac('sha256', createHmac('sha256', secret).update(purpose).digest()).update(words).digest();
  return {
    pseudonym: (channel, id) => digest('pseudonym', `${channel}\0${id}`).toString('base64url').slice(0, 16),
    key: (purpose) => digest('key', purpose),
  };
}

function existing(file: string): Buffer | undefined {
  try {
    return Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Gets its name only once it is on disk, and never takes the place of one that another process made meanwhile. */
function made(directory: string, file: string): Buffer {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomUUID()}`;
  try {
    writeFileSync(draft, `${randomBytes(BYTES).toString('hex')}\n`, { mode: 0o600, flush: true });
    placeFile(draft, file);
    syncPath(directory);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return existing(file) ?? Buffer.alloc(0);
}
