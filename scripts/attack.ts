import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readConfig } from '../bot/config.ts';
import { createLogger } from '../bot/logger.ts';
import { openAssistant } from '../bot/open.ts';
import { readArguments } from './attack/arguments.ts';
import { attackInputs, type InputReport } from './attack/attack-inputs.ts';
import { attackServer } from './attack/attack-server.ts';
import { knownQuestions } from './attack/known-questions.ts';
import { type AttackReport, defeats, renderReport } from './attack/render-report.ts';
import { attackWording } from './attack/wording.ts';
import { endingOf } from './desk/end.ts';
import { startProgram } from './program/start-program.ts';

const ROOT = dirname(import.meta.dirname);
/** Enough for a person to see that it goes on. */
const TELL_EVERY = 500;

/** `npm run attack`: tries to break the assistant and a service of its own on this machine, and counts. */
async function main(): Promise<number> {
  const task = readArguments(process.argv.slice(2), Date.now() % 1_000_000_000);
  if (task.kind === 'help') {
    process.stdout.write(task.text);
    return 0;
  }
  if (existsSync(join(ROOT, '.env'))) process.loadEnvFile(join(ROOT, '.env'));
  const seeds = readConfig(process.env, ROOT).SEEDS_DIR;
  const index = mkdtempSync(join(tmpdir(), 'wenqiao-attack-'));
  const questions = knownQuestions(join(ROOT, 'evals', 'golden'), seeds);
  try {
    const inputs = await askAll(seeds, index, questions, task);
    process.stderr.write(`${attackWording.serving}\n`);
    const program = await startProgram({
      ...{ SEEDS_DIR: seeds, INDEX_DIR: index, STORE_DIR: `${index}-store` },
      // As behind a proxy: else attackers and bystanders would be one person whom nothing limits.
      WEB_CLIENT_ADDRESS_HEADER: 'x-forwarded-for',
    });
    const server = await attackServer(program.address, questions).catch(async (error: unknown) => {
      await program.stop();
      throw error;
    });
    const report: AttackReport = { inputs, server, exitCode: await program.stop() };
    process.stdout.write(task.json ? `${JSON.stringify(report, null, 2)}\n` : renderReport(report));
    return defeats(report).length === 0 ? 0 : 1;
  } finally {
    for (const folder of [index, `${index}-store`]) rmSync(folder, { recursive: true, force: true });
  }
}

async function askAll(
  seeds: string,
  index: string,
  questions: readonly string[],
  { inputs: count, seed }: { inputs: number; seed: number },
): Promise<InputReport> {
  const logger = createLogger({ level: 'error' });
  const assistant = await openAssistant({ seeds, index, logger, clock: () => new Date() });
  const towns = [...new Set(assistant.documents().flatMap(({ town }) => town ?? []))];
  const onProgress = (done: number, total: number): void => {
    if (done % TELL_EVERY === 0) process.stderr.write(`${attackWording.progress(done, total)}\n`);
  };
  try {
    return await attackInputs({ assistant, questions, towns, count, seed, onProgress });
  } finally {
    assistant.close();
  }
}

process.exitCode = await endingOf(main);
