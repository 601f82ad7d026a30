import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadChatModel } from '../../bot/answers/model/chat-model.ts';
import type { ChatModelSettings } from '../../bot/config.ts';
import { BotError } from '../../bot/errors.ts';
import type { Logger } from '../../bot/logger.ts';
import { readBaseline, updatedBaseline, writeBaseline } from '../../evals/baseline/baseline.ts';
import { compareWithBaseline } from '../../evals/baseline/compare.ts';
import { type EvalContext, openContext } from '../../evals/context.ts';
import type { Part } from '../../evals/golden/read-questions.ts';
import { compareModes } from '../../evals/modes/compare-modes.ts';
import { generateModes } from '../../evals/modes/generate-modes.ts';
import { keepReplies } from '../../evals/modes/kept-replies.ts';
import { renderModes } from '../../evals/modes/render-modes.ts';
import { makeReport } from '../../evals/rendering/report.ts';
import { renderTerminal } from '../../evals/rendering/terminal.ts';
import { evalWording } from '../../evals/rendering/wording.ts';
import { type EvalResult, generate, readRows, score, storeRows, suitesFrom } from '../../evals/run.ts';
import type { EmbeddingSettings } from '../../retrieval/embeddings/embedding-settings.ts';
import type { EvalTask, JsonOutput } from './arguments.ts';
import type { StageProgress } from './progress.ts';
import { UsageError } from './usage-error.ts';
import { commandWording } from './wording.ts';
import { writeReports } from './write-reports.ts';

export interface EvalServices {
  readonly seeds: string;
  /** The project's `evals` folder. */
  readonly evals: string;
  readonly progress: StageProgress;
  /** Standard output, and a way to say what is no output. */
  readonly write: (text: string) => void;
  readonly say: (text: string) => void;
  /** The chat model of the settings, and what makes the vectors. */
  readonly model: ChatModelSettings | undefined;
  readonly embeddings: EmbeddingSettings;
  readonly logger: Logger;
  readonly now: () => Date;
  /** The calendar of those who ask. */
  readonly clock: () => Date;
}

/** Does what the command line asks for; returns the exit code. */
export async function runTask(task: EvalTask, services: EvalServices): Promise<number> {
  switch (task.kind) {
    case 'help':
      services.write(task.text);
      return 0;
    case 'suites':
      return runSuites(task, services);
    case 'modes':
      return runModes(task, services);
    case 'score':
      return scoreStored(task, services);
    case 'beir':
    case 'squad':
      return runOutside(task, services);
  }
}

async function runSuites(
  task: Extract<EvalTask, { kind: 'suites' }>,
  services: EvalServices,
): Promise<number> {
  const started = performance.now();
  const context = await open(task.parts, services);
  const rows = await generate(context, task.suites, services.progress);
  services.progress.stop();
  storeRows(context, rows, reportsOf(services), services.now());
  const result = score(context, task.suites, rows);
  const code = await tell(result, task.json, started, services);
  if (!task.updateBaseline) return code;
  const path = join(reportsOf(services), 'baseline.json');
  writeBaseline(path, updatedBaseline(readBaseline(path), result));
  services.say(`${evalWording.baseline.updated}\n`);
  return result.wronglyPassed.length === 0 ? 0 : 1;
}

/** Every question without and with the model, side by side; 1 when the model or the judge can't be believed. */
async function runModes(task: Extract<EvalTask, { kind: 'modes' }>, services: EvalServices): Promise<number> {
  const { model: settings, logger, progress } = services;
  if (settings === undefined) throw new BotError('configuration_invalid', commandWording.noModel);
  const context = await open(task.parts, services);
  const kept = keepReplies(
    await loadChatModel(settings),
    settings.model,
    join(reportsOf(services), 'model-replies.jsonl'),
  );
  const { timeoutMs } = settings;
  const onProgress = (done: number, total: number): void => progress.update('modes', done, total);
  const modes = await generateModes(context, { model: kept.model, timeoutMs, logger, onProgress });
  progress.stop();
  const report = compareModes(context, modes, {
    model: settings.model,
    replies: kept.counts(),
    prices: task.prices,
  });
  const [first] = report.outcomes;
  if (
    report.replies.asked > 0 &&
    report.replies.inputTokens + report.checks.kept + report.checks.dropped === 0
  )
    throw new BotError('configuration_invalid', commandWording.modelAway(first?.outcome ?? ''));
  if (task.json === null) services.write(renderModes(report));
  else {
    services.say(renderModes(report));
    writeJson(report, task.json, services);
  }
  return report.wronglyPassed.length === 0 ? 0 : 1;
}

async function scoreStored(
  task: Extract<EvalTask, { kind: 'score' }>,
  services: EvalServices,
): Promise<number> {
  if (!existsSync(task.file)) throw new UsageError(commandWording.usage.noFile(task.file));
  const started = performance.now();
  const { header, generation, rows } = readRows(task.file);
  const own: readonly Part[] =
    header === undefined || header.part === 'all' ? ['tuned', 'aside'] : [header.part];
  const context = await open(task.parts ?? own, services);
  services.progress.stop();
  const result = score(context, task.suites ?? suitesFrom(generation), rows);
  return tell(result, task.json, started, services);
}

async function open(
  parts: readonly Part[],
  { seeds, evals, progress, clock, embeddings }: EvalServices,
): Promise<EvalContext> {
  return openContext({
    seeds,
    // The index of another model stands beside, so that neither is built anew for the other.
    index: join(evals, embeddings.kind === 'static' ? 'reports/index' : 'reports/index-of-model'),
    embeddings,
    evals,
    parts,
    clock,
    onIngest: (done, total) => progress.update('index', done, total),
  });
}

/** Writes the reports and says how it went; 1 when a figure dropped or the judge can't be believed. */
async function tell(
  result: EvalResult,
  json: JsonOutput,
  started: number,
  services: EvalServices,
): Promise<number> {
  const folder = reportsOf(services);
  const baseline = readBaseline(join(folder, 'baseline.json'));
  const comparison = baseline === undefined ? undefined : compareWithBaseline(baseline, result);
  const report = makeReport(result, comparison, services.now(), (performance.now() - started) / 1000);
  await writeReports(folder, report);
  const table = renderTerminal(report);
  if (json === null) services.write(table);
  else {
    services.say(table);
    writeJson(report, json, services);
  }
  services.say(`${commandWording.reports(folder)}\n`);
  return report.passed ? 0 : 1;
}

async function runOutside(
  task: Extract<EvalTask, { kind: 'beir' | 'squad' }>,
  services: EvalServices,
): Promise<number> {
  const onProgress = (done: number, total: number): void => services.progress.update('outside', done, total);
  const report = await (task.kind === 'beir'
    ? measureBeir(task, onProgress)
    : measureSquad(task, onProgress));
  services.progress.stop();
  writeJson(report, task.json ?? 'stdout', services);
  return 0;
}

/** Loaded on demand: outside data need nothing of the suites, nor they of it. */
async function measureBeir(
  { directory, run }: Extract<EvalTask, { kind: 'beir' }>,
  onProgress: (done: number, total: number) => void,
): Promise<object> {
  if (!existsSync(directory) || !statSync(directory).isDirectory())
    throw new UsageError(commandWording.usage.noFolder(directory));
  const { runBeir } = await import('../../evals/outside/beir.ts');
  return runBeir({ directory, ...(run === undefined ? {} : { run }), onProgress });
}

async function measureSquad(
  { file }: Extract<EvalTask, { kind: 'squad' }>,
  onProgress: (done: number, total: number) => void,
): Promise<object> {
  if (!existsSync(file)) throw new UsageError(commandWording.usage.noFile(file));
  const { runSquad } = await import('../../evals/outside/squad.ts');
  return runSquad({ file, onProgress });
}

function writeJson(value: object, output: Exclude<JsonOutput, null>, { write }: EvalServices): void {
  const text = `${JSON.stringify(value, null, 2)}\n`;
  if (output === 'stdout') write(text);
  else writeFileSync(output.file, text);
}

function reportsOf({ evals }: EvalServices): string {
  return join(evals, 'reports');
}
