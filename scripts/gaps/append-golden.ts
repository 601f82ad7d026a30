import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordsWording } from '../../bot/wording/records.ts';
import { EvaluationError } from '../../evals/evaluation-error.ts';
import type { GoldenQuestion } from '../../evals/golden/question.ts';
import { readGoldenSet } from '../../evals/golden/read-questions.ts';
import { FileError } from '../ask/file-error.ts';
import { createOutputFile } from '../ask/output-file.ts';
import type { Review } from './arguments.ts';
import { goldenQuestionOf, nextId } from './golden-question.ts';

const PREFIX = 'gaps';
/** Who reviewed a question has looked at it: it can't stand aside. */
const FILE = `${PREFIX}.tuned.jsonl`;

export interface Appended {
  readonly file: string;
  readonly ids: readonly string[];
}

/** Adds reviewed questions to the golden ones, all of them or none. Throws a `FileError`. */
export async function appendGolden(
  questions: readonly string[],
  review: Review,
  { golden, seeds }: { golden: string; seeds: string },
): Promise<Appended> {
  const known = readKnown(golden);
  const texts = readTexts(seeds);
  const added: GoldenQuestion[] = [];
  for (const question of questions) {
    const twin = [...known, ...added].find((other) => other.question === question);
    if (twin !== undefined) throw new FileError(recordsWording.golden.known(question, twin.id), undefined);
    added.push(goldenQuestionOf(nextId(PREFIX, [...known, ...added]), question, review, texts));
  }
  const path = join(golden, FILE);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const file = await createOutputFile(path);
  await file.write(`${before}${before === '' || before.endsWith('\n') ? '' : '\n'}`);
  await file.write(added.map((question) => `${JSON.stringify(question)}\n`).join(''));
  await file.complete();
  return { file: path, ids: added.map(({ id }) => id) };
}

function readKnown(folder: string): readonly GoldenQuestion[] {
  try {
    const { tuned, aside, mustFail } = readGoldenSet(folder);
    return [...tuned, ...aside, ...mustFail];
  } catch (error) {
    const { message } = error as Error;
    const isKnown = error instanceof EvaluationError || 'code' in (error as NodeJS.ErrnoException);
    throw isKnown ? new FileError(recordsWording.golden.unreadable(message), error) : error;
  }
}

/** The documents as the validator of the golden questions reads them: their quotes point into plain text. */
function readTexts(folder: string): ReadonlyMap<string, string> {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : [];
  return new Map(
    names.map((name) => [name, readFileSync(join(folder, name), 'utf8').replace(/^\ufeff/, '')]),
  );
}
