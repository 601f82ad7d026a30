import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { basename, join } from 'node:path';
import { readGoldenSet } from '../../evals/golden/read-questions.ts';
import { createRandom } from '../../evals/metrics/random.ts';
import type { BenchTask } from './arguments.ts';
import { runChild } from './child.ts';
import { compareEngines } from './compare-engines.ts';
import { passagesOfFile, passagesOfSeeds, queriesOf } from './corpus.ts';
import type { AskMeasurement } from './measure-ask.ts';
import { measureColdStart, measureResident } from './measure-commands.ts';
import type { TelegramMeasurement } from './measure-telegram.ts';
import { type BenchReport, ratiosOf } from './report.ts';
import { writeSharedInput } from './shared-input.ts';
import { UsageError } from './usage-error.ts';
import { benchWording } from './wording.ts';

export interface BenchServices {
  readonly seeds: string;
  /** The folder of golden questions, which the assistant is asked. */
  readonly golden: string;
  readonly onProgress: (stage: string, done: number, total: number) => void;
  readonly onFailure: (reason: string) => void;
}

const QUERIES = 120;
const SEED = 20_261_121;
const LIMIT_MS = 120_000;
const QUESTIONS_OVER_HTTP = 40;

/** Measures everything, one thing after the other; what fails is told and left out. */
export async function runBench(
  task: Extract<BenchTask, { kind: 'bench' }>,
  services: BenchServices,
): Promise<BenchReport> {
  if (task.corpus !== undefined && !existsSync(task.corpus))
    throw new UsageError(benchWording.usage.noFile(task.corpus));
  const folder = mkdtempSync(join(tmpdir(), 'wenqiao-bench-'));
  try {
    return await measureAll(task, services, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureAll(
  { corpus, sizes }: Extract<BenchTask, { kind: 'bench' }>,
  { seeds, golden, onProgress, onFailure }: BenchServices,
  folder: string,
): Promise<BenchReport> {
  const random = createRandom(SEED);
  onProgress('input', 0, 1);
  const most = Math.max(...sizes);
  const passages =
    corpus === undefined ? passagesOfSeeds(seeds, most, random) : await passagesOfFile(corpus, most);
  const fitting = sizes.filter((size) => size <= passages.length);
  // Queries come from the passages that every size holds.
  const queries = queriesOf(passages.slice(0, fitting[0] ?? 0), QUERIES, random);
  const { input, ...perPassage } = writeSharedInput(folder, passages, queries);
  onProgress('input', 1, 1);
  const engines = await compareEngines(input, passages, fitting, (done, total) =>
    onProgress('engines', done, total),
  );
  const folders = { seeds, index: join(folder, 'index') };
  const questions = readGoldenSet(golden).tuned.map(({ question }) => question);
  const child = [folders.seeds, folders.index, JSON.stringify(questions)];
  const limits = { limitMs: LIMIT_MS, onFailure };
  onProgress('assistant', 0, 3);
  const ask = await runChild<AskMeasurement>('measure-ask.ts', child, limits);
  onProgress('assistant', 1, 3);
  const coldStart = await orFailure(onFailure, () => measureColdStart(folders, questions[0]!));
  onProgress('assistant', 2, 3);
  const asked = questions.slice(0, QUESTIONS_OVER_HTTP);
  const resident = await orFailure(onFailure, async () => ({
    ...(await measureResident(folders, asked)),
    questions: asked.length,
  }));
  onProgress('assistant', 3, 3);
  onProgress('telegram', 0, 1);
  const telegram = await runChild<TelegramMeasurement>('measure-telegram.ts', child, limits);
  onProgress('telegram', 1, 1);
  return {
    ratios: {
      engines: ratiosOf(engines),
      ...(coldStart && { coldStart: coldStart.askMs / coldStart.emptyMs }),
      ...(telegram && { telegram: telegram.answersPerSecond / telegram.echoesPerSecond }),
    },
    machine: {
      processor: cpus()[0]?.model ?? '',
      cores: cpus().length,
      memoryGb: totalmem() / 1e9,
      node: process.versions.node,
    },
    corpus: {
      source: corpus === undefined ? 'seeds' : 'file',
      name: corpus === undefined ? 'seeds' : basename(corpus),
      passages: passages.length,
    },
    perPassage,
    engines,
    ...(ask && { ask }),
    ...(coldStart && { coldStart }),
    ...(resident && { resident }),
    ...(telegram && { telegram }),
  };
}

async function orFailure<T>(
  onFailure: (reason: string) => void,
  work: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    onFailure((error as Error).message.split('\n')[0]!);
    return undefined;
  }
}
