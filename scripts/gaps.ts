import { dirname, join } from 'node:path';
import { gapsOf } from '../bot/conversations/gaps.ts';
import type { StoreReader } from '../bot/conversations/open-store.ts';
import { createEssence } from '../bot/conversations/sameness.ts';
import { maskBeforeKeeping } from '../bot/questions/mask.ts';
import { recordsWording } from '../bot/wording/records.ts';
import { readVocabulary } from '../retrieval/documents/vocabulary.ts';
import { FileError } from './ask/file-error.ts';
import { endingOf } from './desk/end.ts';
import { appendGolden } from './gaps/append-golden.ts';
import { readGapsArguments } from './gaps/arguments.ts';
import { openRecords, readSettings } from './gaps/open-records.ts';
import { renderFeedback, renderGaps } from './gaps/render-gaps.ts';

const ROOT = dirname(import.meta.dirname);

process.exitCode = await endingOf(main);

/** `npm run gaps`: what people asked and the documents could not answer; a reviewed one becomes a golden question. */
async function main(): Promise<number> {
  // npm runs scripts in the project's folder and tells in INIT_CWD where the person is.
  const task = readGapsArguments(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
  if (task.kind === 'help') {
    process.stdout.write(task.text);
    return 0;
  }
  const config = readSettings(ROOT);
  const seeds = task.seeds ?? config.SEEDS_DIR;
  const directory = task.store ?? config.STORE_DIR;
  const store = openRecords(directory);
  if (store === null) process.stderr.write(`${recordsWording.gaps.noStore(directory)}\n`);
  try {
    if (task.kind === 'golden') {
      const golden = task.golden ?? join(ROOT, 'evals/golden');
      const questions = questionsOf(task.words, store);
      const { ids, file } = await appendGolden(questions, task.review, { golden, seeds });
      const { added, toDo } = recordsWording.golden;
      process.stdout.write(`${[added(ids.join('、'), file), ...toDo].join('\n')}\n`);
      return 0;
    }
    if (task.kind === 'feedback') {
      const rows = store?.feedback(task.since) ?? [];
      process.stdout.write(task.json ? json(rows) : renderFeedback(rows));
      return 0;
    }
    const gaps = gapsOf(store?.unanswered(task.since) ?? [], createEssence(readVocabulary(seeds)));
    process.stdout.write(task.json ? json(gaps) : renderGaps(gaps));
    return 0;
  } finally {
    store?.close();
  }
}

/** A number stands for the question of that row; anything else is a question as it was asked. */
function questionsOf(words: readonly string[], store: StoreReader | null): readonly string[] {
  const rows = store?.unanswered() ?? [];
  return words.map((word) => {
    if (!/^\d+$/.test(word)) return maskBeforeKeeping(word.trim());
    const row = rows.find(({ id }) => id === Number(word));
    if (row === undefined) throw new FileError(recordsWording.golden.unknown(word), undefined);
    return row.question;
  });
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
