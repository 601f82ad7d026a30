import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadChatModel } from '../bot/answers/model/chat-model.ts';
import { embeddingSettings, modelSettings, readConfig } from '../bot/config.ts';
import { BotError } from '../bot/errors.ts';
import { openEmbeddings } from '../retrieval/embeddings/open-embeddings.ts';
import { RetrievalError } from '../retrieval/errors.ts';
import type { DocumentContent } from '../retrieval/indexes/content.ts';
import { ingest } from '../retrieval/indexes/ingest.ts';
import { modelOfIndex } from '../retrieval/indexes/saved.ts';
import { RemoteFault } from '../retrieval/remote/remote-fault.ts';
import { readArguments } from './propose/arguments.ts';
import type { ProposeOptions } from './propose/ask-model.ts';
import { proposeQuestions } from './propose/propose-questions.ts';
import { proposeTitles } from './propose/propose-titles.ts';
import { UsageError } from './propose/usage-error.ts';
import { proposeWording } from './propose/wording.ts';
import { hasProposal, writeProposal } from './propose/write-proposal.ts';

const ROOT = dirname(import.meta.dirname);
/** Nobody waits: a slow model may take its time for a passage. */
const PASSAGE_TIMEOUT_MS = 120_000;

/** `npm run propose`: everyday questions and missing titles for new documents, written down for review and never into the index. */
async function main(): Promise<number> {
  const task = readArguments(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
  if (task.kind === 'help') {
    process.stdout.write(task.text);
    return 0;
  }
  if (existsSync(join(ROOT, '.env'))) process.loadEnvFile(join(ROOT, '.env'));
  const config = readConfig(process.env, ROOT);
  const settings = modelSettings(config);
  if (settings === undefined) throw new BotError('configuration_invalid', proposeWording.noModel);
  const seeds = task.seeds ?? config.SEEDS_DIR;
  const directory = task.index ?? config.INDEX_DIR;
  const embeddings = await openEmbeddings(embeddingSettings(config), {
    known: modelOfIndex(directory),
  });
  const { index } = await ingest({
    seeds,
    directory,
    embeddings,
    clock: () => new Date(),
    keepOtherModel: true,
  });
  const model = await loadChatModel(settings);
  for (const content of index.documents.values()) {
    const { name } = content;
    const onProgress = (done: number, total: number): void => {
      if (process.stderr.isTTY)
        process.stderr.write(`\r\u001b[K${proposeWording.working(name, done, total)}`);
    };
    const options = { model, timeoutMs: PASSAGE_TIMEOUT_MS, onProgress };
    const say = (line: string): void => {
      if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
      process.stdout.write(`${line}\n`);
    };
    say(await questionsFor(seeds, content, options));
    say(await titlesFor(seeds, content, options));
  }
  return 0;
}

async function questionsFor(
  seeds: string,
  content: DocumentContent,
  options: ProposeOptions,
): Promise<string> {
  const { name } = content;
  const { waiting, nothing, written } = proposeWording;
  if (hasProposal(seeds, 'questions', name)) return waiting.questions(name);
  const proposed = await proposeQuestions(content, options);
  if (proposed.length === 0) return nothing.questions(name);
  const count = proposed.reduce((sum, { questions }) => sum + questions.length, 0);
  return written.questions(writeProposal(seeds, 'questions', name, proposed), proposed.length, count);
}

async function titlesFor(seeds: string, content: DocumentContent, options: ProposeOptions): Promise<string> {
  const { name } = content;
  const { waiting, nothing, written } = proposeWording;
  if (hasProposal(seeds, 'titles', name)) return waiting.titles(name);
  const proposed = await proposeTitles(content, options);
  if (proposed.length === 0) return nothing.titles(name);
  return written.titles(writeProposal(seeds, 'titles', name, proposed), proposed.length);
}

function report(error: unknown): number {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
  const message =
    error instanceof RemoteFault ? proposeWording.modelAway(error.reason) : (error as Error).message;
  process.stderr.write(`${proposeWording.failed(message)}\n`);
  const known = [RemoteFault, RetrievalError, BotError].some((kind) => error instanceof kind);
  if (!known) throw error;
  return 1;
}

process.exitCode = await main().catch(report);
