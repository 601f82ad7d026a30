import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, readConfig } from '../../bot/config.ts';
import { openStoreReader, type StoreReader } from '../../bot/conversations/open-store.ts';
import { BotError } from '../../bot/errors.ts';

/** The settings as the program reads them. */
export function readSettings(root: string): Config {
  const settings = join(root, '.env');
  if (existsSync(settings)) process.loadEnvFile(settings);
  return readConfig(process.env, root);
}

/** Opens the store for reading; null when nothing was kept yet. Throws a `BotError` for one that can't be read. */
export function openRecords(directory: string): StoreReader | null {
  try {
    return openStoreReader(directory, { clock: () => new Date() });
  } catch (error) {
    if (error instanceof BotError && error.reason === 'store_missing') return null;
    throw error;
  }
}
