import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readConfig } from '../bot/config.ts';
import { BotError } from '../bot/errors.ts';
import { RetrievalError } from '../retrieval/errors.ts';
import { readArguments } from './bench/arguments.ts';
import { createBenchProgress } from './bench/progress.ts';
import { renderReport } from './bench/render-report.ts';
import { runBench } from './bench/run-bench.ts';
import { UsageError } from './bench/usage-error.ts';
import { benchWording } from './bench/wording.ts';

const ROOT = dirname(import.meta.dirname);

process.exitCode = await main(process.argv.slice(2));

/** `npm run bench`: how fast, how large, compared with what? */
async function main(words: readonly string[]): Promise<number> {
  try {
    // npm runs scripts in the project's folder and tells in INIT_CWD where the person is.
    const task = readArguments(words, process.env.INIT_CWD ?? process.cwd());
    if (task.kind === 'help') {
      process.stdout.write(task.text);
      return 0;
    }
    if (existsSync(join(ROOT, '.env'))) process.loadEnvFile(join(ROOT, '.env'));
    // Leaving through `exit` lets what runs and what lies about be cleared away.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
    const failures: string[] = [];
    const progress = createBenchProgress(process.stderr);
    const report = await runBench(task, {
      seeds: readConfig(process.env, ROOT).SEEDS_DIR,
      golden: join(ROOT, 'evals', 'golden'),
      onProgress: progress.update,
      onFailure: (reason) => failures.push(reason),
    });
    progress.stop();
    const json = `${JSON.stringify(report, null, 2)}\n`;
    if (task.json !== null && task.json !== 'stdout') writeFileSync(task.json.file, json);
    process.stdout.write(task.json === 'stdout' ? json : renderReport(report, task.sizes));
    for (const reason of failures) process.stderr.write(`${benchWording.failed(reason)}\n`);
    return failures.length === 0 ? 0 : 1;
  } catch (error) {
    return tell(error);
  }
}

function tell(error: unknown): number {
  const message = error instanceof Error ? error.message : String(error);
  const known = [UsageError, BotError, RetrievalError].some((kind) => error instanceof kind);
  process.stderr.write(`${error instanceof UsageError ? message : benchWording.failed(message)}\n`);
  if (!known && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  return error instanceof UsageError ? 2 : 1;
}
