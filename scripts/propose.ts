import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadChatModel } from '../bot/answers/model/chat-model.ts';
import { embeddingSettings, modelSettings, readConfig } from '../bot/config.ts';
import { BotError } from '../bot/errors.ts';
import { openEmbeddings } from '../retrieval/embeddings/open-embeddings.ts';
import { RetrievalError } from '../retrieval/errors.ts';
import { ingest } from '../retrieval/indexes/ingest.ts';
import { modelOfIndex } from '../retrieval/indexes/saved.ts';
import { RemoteFault } from '../retrieval/remote/remote-fault.ts';
import { readArguments } from './propose/arguments.ts';
import { proposeQuestions } from './propose/propose-questions.ts';
import { UsageError } from './propose/usage-error.ts';
import { proposeWording } from './propose/wording.ts';
import { hasProposal, writeProposal } from './propose/write-proposal.ts';

const ROOT = dirname(import.meta.dirname);
/** Nobody waits: a slow model may take its time for a passage. */
const PASSAGE_TIMEOUT_MS = 120_000;

/** `npm run propose`: everyday questions for new documents, written down for review and never into the index. */
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
    if (hasProposal(seeds, name)) {
      process.stdout.write(`${proposeWording.waiting(name)}\n`);
      continue;
    }
    const onProgress = (done: number, total: number): void => {
      if (process.stderr.isTTY)
        process.stderr.write(`\r\u001b[K${proposeWording.working(name, done, total)}`);
    };
    const proposed = await proposeQuestions(content, { model, timeoutMs: PASSAGE_TIMEOUT_MS, onProgress });
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
    const count = proposed.reduce((sum, { questions }) => sum + questions.length, 0);
    process.stdout.write(
      proposed.length === 0
        ? `${proposeWording.nothing(name)}\n`
        : `${proposeWording.written(writeProposal(seeds, name, proposed), proposed.length, count)}\n`,
    );
  }
  return 0;
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
