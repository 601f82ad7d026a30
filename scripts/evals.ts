import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { embeddingSettings, modelSettings, readConfig } from '../bot/config.ts';
import { BotError } from '../bot/errors.ts';
import { createLogger } from '../bot/logger.ts';
import { EvaluationError } from '../evals/evaluation-error.ts';
import { OutsideDataError } from '../evals/outside/outside-data-error.ts';
import { RetrievalError } from '../retrieval/errors.ts';
import { readArguments } from './evals/arguments.ts';
import { createStageProgress } from './evals/progress.ts';
import { runTask } from './evals/run-task.ts';
import { UsageError } from './evals/usage-error.ts';
import { commandWording } from './evals/wording.ts';

const ROOT = dirname(import.meta.dirname);

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever read our output (`| head`) has seen enough.
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await main(process.argv.slice(2));

/** `npm run evals`: is it any good, and is it as good as it was? */
async function main(words: readonly string[]): Promise<number> {
  try {
    // npm runs scripts in the project's folder and tells in INIT_CWD where the person is.
    const task = readArguments(words, process.env.INIT_CWD ?? process.cwd());
    if (existsSync(join(ROOT, '.env'))) process.loadEnvFile(join(ROOT, '.env'));
    const config = readConfig(process.env, ROOT);
    return await runTask(task, {
      seeds: config.SEEDS_DIR,
      model: modelSettings(config),
      embeddings: embeddingSettings(config),
      // Each reply that is not used would be a line; the report counts them.
      logger: createLogger({ level: 'error' }),
      evals: join(ROOT, 'evals'),
      progress: createStageProgress(process.stderr),
      write: (text) => process.stdout.write(text),
      say: (text) => process.stderr.write(text),
      now: () => new Date(),
      clock: () => new Date('2026-11-21T00:00:00Z'),
    });
  } catch (error) {
    return report(error);
  }
}

function report(error: unknown): number {
  const message = error instanceof Error ? error.message : String(error);
  const known = [UsageError, BotError, RetrievalError, EvaluationError, OutsideDataError].some(
    (kind) => error instanceof kind,
  );
  process.stderr.write(`${error instanceof UsageError ? message : commandWording.failed(message)}\n`);
  if (!known && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  return error instanceof UsageError ? 2 : 1;
}
