import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { embeddingSettings, readConfig } from '../bot/config.ts';
import { BotError } from '../bot/errors.ts';
import { ingestWording } from '../bot/wording/ingest.ts';
import { openEmbeddings } from '../retrieval/embeddings/open-embeddings.ts';
import { RetrievalError } from '../retrieval/errors.ts';
import { ingest } from '../retrieval/indexes/ingest.ts';
import { modelOfIndex } from '../retrieval/indexes/saved.ts';
import { readArguments } from './ingest/arguments.ts';
import { createProgress } from './ingest/progress.ts';
import { renderReport } from './ingest/render-report.ts';
import { UsageError } from './ingest/usage-error.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever read our output (`| head`) has seen enough.
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

/** `npm run ingest`: documents → index. Prints what was taken in and every problem found. */
async function main(): Promise<number> {
  // npm runs scripts in the project's folder and tells in INIT_CWD where the person is.
  const task = readArguments(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
  if (task.kind === 'help') {
    process.stdout.write(task.text);
    return 0;
  }
  const settings = join(ROOT, '.env');
  if (existsSync(settings)) process.loadEnvFile(settings);
  const config = readConfig(process.env, ROOT);
  const directory = task.index ?? config.INDEX_DIR;
  const embeddings = await openEmbeddings(embeddingSettings(config), { known: modelOfIndex(directory) });
  const progress = createProgress(process.stderr);
  try {
    const { report } = await ingest({
      seeds: task.seeds ?? config.SEEDS_DIR,
      directory,
      embeddings,
      clock: () => new Date(),
      onProgress: progress.update,
      onEmbedded: progress.embedded,
      onWait: () => process.stderr.write(`${ingestWording.waiting}\n`),
    });
    progress.stop();
    process.stdout.write(task.json ? `${JSON.stringify(report, null, 2)}\n` : renderReport(report));
    return 0;
  } finally {
    progress.stop();
  }
}

function report(error: unknown): number {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
  if (!(error instanceof RetrievalError) && !(error instanceof BotError)) throw error;
  process.stderr.write(`${ingestWording.failed(error.message)}\n`);
  return 1;
}

process.exitCode = await main().catch(report);
