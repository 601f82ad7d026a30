import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { embeddingSettings, readConfig } from '../../bot/config.ts';
import { createLogger } from '../../bot/logger.ts';
import { type OpenedAssistant, openAssistant } from '../../bot/open.ts';
import { terminalWording } from '../../bot/wording/terminal.ts';
import { UsageError } from './usage-error.ts';

export interface DeskFolders {
  readonly index?: string;
  readonly seeds?: string;
}

/** Opens the documents for a command of the desk; the index is brought up to date first. */
export async function openForDesk(
  root: string,
  folders: DeskFolders,
  command: string,
): Promise<OpenedAssistant> {
  if (folders.seeds !== undefined && !(existsSync(folders.seeds) && statSync(folders.seeds).isDirectory()))
    throw new UsageError(terminalWording.usage.noFolder(folders.seeds), command);
  const settings = join(root, '.env');
  if (existsSync(settings)) process.loadEnvFile(settings);
  const config = readConfig(process.env, root);
  const level = config.LOG_LEVEL === 'info' ? 'warn' : config.LOG_LEVEL;
  return openAssistant({
    seeds: folders.seeds ?? config.SEEDS_DIR,
    index: folders.index ?? config.INDEX_DIR,
    logger: createLogger({ level, userText: config.LOG_USER_TEXT }),
    clock: () => new Date(),
    embeddings: embeddingSettings(config),
  });
}
