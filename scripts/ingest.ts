import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError } from 'commander';
import { readConfig } from '../bot/config.ts';
import { BotError } from '../bot/errors.ts';
import { loadStaticEmbeddings } from '../retrieval/embeddings/static-embeddings.ts';
import { RetrievalError } from '../retrieval/errors.ts';
import { ingest } from '../retrieval/indexes/ingest.ts';
import { createProgress } from './ingest/progress.ts';
import { renderReport } from './ingest/render-report.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** `npm run ingest`: documents → index. Prints what was taken in and every problem found. */
async function main(): Promise<number> {
  const caller = process.env['INIT_CWD'] ?? process.cwd();
  const command = new Command('ingest')
    .option('--seeds <directory>', 'folder of documents')
    .option('--index <directory>', 'folder of the index')
    .option('--json', 'print the report as JSON')
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  try {
    command.parse();
    const settings = join(ROOT, '.env');
    if (existsSync(settings)) process.loadEnvFile(settings);
    const options = command.opts<{ seeds?: string; index?: string; json?: boolean }>();
    const config = readConfig(process.env, ROOT);
    const seeds = options.seeds === undefined ? config.SEEDS_DIR : resolve(caller, options.seeds);
    const directory = options.index === undefined ? config.INDEX_DIR : resolve(caller, options.index);
    const progress = createProgress(process.stderr);
    const { report } = await ingest({
      seeds,
      directory,
      embeddings: loadStaticEmbeddings(),
      clock: () => new Date(),
      onProgress: progress.update,
    });
    progress.stop();
    process.stdout.write(
      options.json === true ? `${JSON.stringify(report, null, 2)}\n` : renderReport(report),
    );
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.code === 'commander.helpDisplayed') return 0;
      process.stderr.write(
        `ingest: ${error.message.replace(/^error: /, '')}; see npm run ingest -- --help\n`,
      );
      return 2;
    }
    if (error instanceof RetrievalError || error instanceof BotError) {
      process.stderr.write(`ingest: ${error.message}\n`);
      return 1;
    }
    throw error;
  }
}

process.exitCode = await main();
