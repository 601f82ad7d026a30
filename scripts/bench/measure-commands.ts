import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { percentile } from '../../evals/metrics/percentile.ts';
import { NODE_ARGUMENTS } from './child.ts';

const execute = promisify(execFile);
const SCRIPTS = join(import.meta.dirname, '..');
const RUNS = 5;

export interface ColdStart {
  readonly askMs: number;
  readonly emptyMs: number;
}

interface Folders {
  readonly seeds: string;
  readonly index: string;
}

/** Median times of `ask` with one question and of an empty script, run in turn. */
export async function measureColdStart({ seeds, index }: Folders, question: string): Promise<ColdStart> {
  const asks: number[] = [];
  const empties: number[] = [];
  const time = async (words: readonly string[]): Promise<number> => {
    const begun = performance.now();
    await execute(process.execPath, [...NODE_ARGUMENTS, ...words], { cwd: join(SCRIPTS, '..') });
    return performance.now() - begun;
  };
  for (let run = 0; run < RUNS; run++) {
    asks.push(await time([join(SCRIPTS, 'ask.ts'), question, '--seeds', seeds, '--index', index]));
    empties.push(await time([join(import.meta.dirname, 'empty-script.ts')]));
  }
  return { askMs: percentile(asks, 0.5), emptyMs: percentile(empties, 0.5) };
}

export interface ResidentMemory {
  readonly startedMb: number;
  readonly afterQuestionsMb: number;
}

const START_LIMIT_MS = 30_000;

/** Resident memory of the running bot with its web channel: once it serves, and after it was asked. */
export async function measureResident(
  { seeds, index }: Folders,
  questions: readonly string[],
): Promise<ResidentMemory> {
  const settings = {
    HOST: '127.0.0.1',
    PORT: '0',
    SEEDS_DIR: seeds,
    INDEX_DIR: index,
    LOG_LEVEL: 'fatal',
    TELEGRAM_BOT_TOKEN: '',
    WEB_ASKS_PER_MINUTE: '10000',
  };
  const bot = spawn(process.execPath, [...NODE_ARGUMENTS, join(SCRIPTS, '..', 'bot', 'main.ts')], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    const address = await addressOf(bot.stdout);
    await fetch(`${address}/healthz`);
    const startedMb = await residentMb(bot.pid!);
    for (const question of questions) {
      const body = JSON.stringify({ question });
      const headers = { 'content-type': 'application/json' };
      await (await fetch(`${address}/api/ask`, { method: 'POST', headers, body })).text();
    }
    return { startedMb, afterQuestionsMb: await residentMb(bot.pid!) };
  } finally {
    bot.kill();
    if (bot.exitCode === null) await once(bot, 'exit');
  }
}

async function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  const lines = createInterface({ input: output });
  const limit = setTimeout(() => lines.close(), START_LIMIT_MS);
  try {
    for await (const line of lines) {
      const address = /https?:\/\/[^\s/]+/u.exec(line)?.[0];
      if (address !== undefined) return address;
    }
  } finally {
    clearTimeout(limit);
  }
  throw new Error('the bot did not print its address');
}

async function residentMb(pid: number): Promise<number> {
  const { stdout } = await execute('ps', ['-o', 'rss=', '-p', String(pid)]);
  return Number(stdout) / 1_000;
}
