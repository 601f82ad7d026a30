import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readConfig } from '../bot/config.ts';
import { knownQuestions } from './attack/known-questions.ts';
import { endingOf } from './desk/end.ts';
import { readArguments } from './load/arguments.ts';
import { loadFaults, renderReport } from './load/render-report.ts';
import { runLoad } from './load/run-load.ts';
import { loadWording } from './load/wording.ts';

const ROOT = dirname(import.meta.dirname);

/** `npm run load`: many people at once on the page and on Telegram; how fast, how steady, how much memory. */
async function main(): Promise<number> {
  const task = readArguments(process.argv.slice(2));
  if (task.kind === 'help') {
    process.stdout.write(task.text);
    return 0;
  }
  if (existsSync(join(ROOT, '.env'))) process.loadEnvFile(join(ROOT, '.env'));
  const seeds = readConfig(process.env, ROOT).SEEDS_DIR;
  const index = mkdtempSync(join(tmpdir(), 'wenqiao-load-'));
  try {
    const report = await runLoad({
      ...{ people: task.people, minutes: task.minutes, seeds, index },
      questions: knownQuestions(join(ROOT, 'evals', 'golden'), seeds),
      onMinute: ({ minute, residentMb }, answered, errors) =>
        process.stderr.write(`${loadWording.minute(minute.toFixed(1), answered, errors, residentMb)}\n`),
    });
    process.stdout.write(task.json ? `${JSON.stringify(report, null, 2)}\n` : renderReport(report));
    return loadFaults(report).length === 0 ? 0 : 1;
  } finally {
    for (const folder of [index, `${index}-store`]) rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = await endingOf(main);
