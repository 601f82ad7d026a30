import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createReworder } from '../bot/answers/model/reworder.ts';
import type { Assistant } from '../bot/assistant.ts';
import { chat } from '../bot/channels/terminal/chat.ts';
import { styleFor } from '../bot/channels/terminal/style.ts';
import { readTypedLines } from '../bot/channels/terminal/typed-lines.ts';
import { embeddingSettings, modelSettings, readConfig, rerankSettings } from '../bot/config.ts';
import { BotError } from '../bot/errors.ts';
import { createLogger } from '../bot/logger.ts';
import { openAssistant } from '../bot/open.ts';
import { terminalWording } from '../bot/wording/terminal.ts';
import { RetrievalError } from '../retrieval/errors.ts';
import { type Asking, readArguments } from './ask/arguments.ts';
import { FileError } from './ask/file-error.ts';
import { runTask } from './ask/run-task.ts';
import { UsageError } from './ask/usage-error.ts';

const ROOT = dirname(import.meta.dirname);

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever read our output (`| head`) has seen enough.
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await main(process.argv.slice(2));

async function main(words: readonly string[]): Promise<number> {
  try {
    // npm runs scripts in the project's folder and tells in INIT_CWD where the person is.
    const task = readArguments(words, process.env.INIT_CWD ?? process.cwd());
    return await runTask(task, createServices());
  } catch (error) {
    return report(error);
  }
}

function createServices(): Parameters<typeof runTask>[1] {
  if (existsSync(join(ROOT, '.env'))) process.loadEnvFile(join(ROOT, '.env'));
  const config = readConfig(process.env, ROOT);
  // A person at a terminal wants answers; what a server logs day by day is left out.
  const level = config.LOG_LEVEL === 'info' ? 'warn' : config.LOG_LEVEL;
  const logger = createLogger({ level, userText: config.LOG_USER_TEXT });
  const clock = (): Date => new Date();
  const model = modelSettings(config);
  const reworder = model === undefined ? undefined : createReworder(model, { logger, clock });
  const style = styleFor(process.stdout.isTTY, process.env);
  const onFailure = (error: unknown) => logger.error({ err: error }, 'question failed');
  const write = (text: string) => process.stdout.write(text);

  async function converse(assistant: Assistant, asking: Asking): Promise<void> {
    const interactive = process.stdin.isTTY && process.stdout.isTTY;
    const { lines, prompt, signal, close } = readTypedLines({
      input: process.stdin,
      output: process.stdout,
      interactive,
    });
    const { town, year, hits } = asking;
    const person = { lines, write, prompt, style, greet: interactive, signal };
    await chat({
      ...person,
      assistant,
      onFailure,
      filters: { town, year },
      ...(hits !== undefined && { hits }),
    });
    close();
  }

  return {
    open: ({ seeds = config.SEEDS_DIR, index = config.INDEX_DIR }) =>
      openAssistant({
        seeds,
        index,
        logger,
        clock,
        embeddings: embeddingSettings(config),
        reranker: rerankSettings(config),
        onProgress: showProgress,
        ...(reworder === undefined ? {} : { reworder }),
      }),
    converse,
    input: process.stdin,
    write: writeOut,
    say: (line) => process.stderr.write(`${line}\n`),
    onFailure,
    style,
    outputIsTerminal: process.stdout.isTTY,
  };
}

/** One line that comes and goes on a terminal; nothing in a log file. */
function showProgress(done: number, total: number): void {
  if (!process.stderr.isTTY) return;
  const line = done < total ? terminalWording.command.building(done, total) : '';
  process.stderr.write(`\r\u001b[K${line}`);
}

/** Resolves once the text is handed on, so that a long batch does not pile up in memory. */
function writeOut(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

function report(error: unknown): number {
  const message = error instanceof Error ? error.message : String(error);
  const known = [UsageError, FileError, BotError, RetrievalError].some((kind) => error instanceof kind);
  process.stderr.write(`${error instanceof UsageError ? message : terminalWording.failed(message)}\n`);
  if (!known && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  return error instanceof UsageError ? 2 : 1;
}
