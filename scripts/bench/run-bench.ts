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
  readonly onProgress: (stage: string, done: number, total: number, what?: string) => void;
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
  const clear = (): void => rmSync(folder, { recursive: true, force: true });
  process.once('exit', clear);
  try {
    return await measureAll(task, services, folder);
  } finally {
    process.off('exit', clear);
    clear();
  }
}

async function measureAll(
  { corpus, sizes, limitSeconds }: Extract<BenchTask, { kind: 'bench' }>,
  { seeds, golden, onProgress, onFailure }: BenchServices,
  folder: string,
): Promise<BenchReport> {
  const random = createRandom(SEED);
  const most = Math.max(...sizes);
  onProgress('input', 0, most);
  const passages = await (corpus === undefined
    ? passagesOfSeeds(seeds, most, random)
    : passagesOfFile(corpus, most));
  if (passages.length === 0) throw new UsageError(benchWording.usage.noText(corpus ?? seeds));
  const fitting = sizes.filter((size) => size <= passages.length);
  // A corpus smaller than every size asked for is measured as it is.
  if (fitting.length === 0) fitting.push(passages.length);
  // Queries come from the passages that every size holds.
  const queries = queriesOf(passages.slice(0, fitting[0]), QUERIES, random);
  const { input, ...perPassage } = writeSharedInput(folder, passages, queries, (done) =>
    onProgress('input', done, passages.length, quarter(done, passages.length)),
  );
  const engines = await compareEngines({
    input,
    passages,
    sizes: fitting,
    limitSeconds,
    onProgress: (done, total, what) => onProgress('engines', done, total, what),
  });
  const folders = { seeds, index: join(folder, 'index') };
  const questions = readGoldenSet(golden).tuned.map(({ question }) => question);
  const child = [folders.seeds, folders.index, JSON.stringify(questions)];
  const program = async <T>(name: string): Promise<T | undefined> => {
    const { value, fault } = await runChild<T>(name, child, { limitMs: LIMIT_MS });
    if (fault !== undefined) onFailure(benchWording.programFailed(name, fault));
    return value;
  };
  onProgress('assistant', 0, 3, 'ask');
  const ask = await program<AskMeasurement>('measure-ask.ts');
  onProgress('assistant', 1, 3, 'cold start');
  const coldStart = await orFailure(onFailure, () => measureColdStart(folders, questions[0]!));
  onProgress('assistant', 2, 3, 'resident memory');
  const asked = questions.slice(0, QUESTIONS_OVER_HTTP);
  const resident = await orFailure(onFailure, async () => ({
    ...(await measureResident(folders, asked)),
    questions: asked.length,
  }));
  onProgress('telegram', 0, 1);
  const telegram = await program<TelegramMeasurement>('measure-telegram.ts');
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
    limitSeconds,
    perPassage,
    engines,
    ...(ask && { ask }),
    ...(coldStart && { coldStart }),
    ...(resident && { resident }),
    ...(telegram && { telegram }),
  };
}

/** Where there is no bar, every quarter is a line. */
function quarter(done: number, total: number): string {
  return `${Math.floor((done / total) * 4) * 25}%`;
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
