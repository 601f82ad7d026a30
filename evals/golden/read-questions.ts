import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EvaluationError } from '../evaluation-error.ts';
import { type GoldenQuestion, goldenQuestion } from './question.ts';

/** Questions to tune on, and questions that nobody looks at while tuning. */
export type Part = 'tuned' | 'aside';

export interface GoldenSet {
  readonly tuned: readonly GoldenQuestion[];
  readonly aside: readonly GoldenQuestion[];
  /** Questions that no right answer can pass: they prove that the judge says no. */
  readonly mustFail: readonly GoldenQuestion[];
}

const MUST_FAIL = 'must-fail.jsonl';

/** Reads `*.tuned.jsonl`, `*.aside.jsonl` and `must-fail.jsonl`. Throws with file and line on a faulty one, never with its words. */
export function readGoldenSet(folder: string): GoldenSet {
  const names = readdirSync(folder).sort();
  const part = (ending: string): GoldenQuestion[] =>
    names.filter((name) => name.endsWith(ending)).flatMap((name) => readQuestions(join(folder, name)));
  return {
    tuned: part('.tuned.jsonl'),
    aside: part('.aside.jsonl'),
    mustFail: names.includes(MUST_FAIL) ? readQuestions(join(folder, MUST_FAIL)) : [],
  };
}

function readQuestions(path: string): GoldenQuestion[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .map((line, index) => ({ line, number: index + 1 }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, number }) => readLine(line, `${path}:${number}`));
}

function readLine(line: string, place: string): GoldenQuestion {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new EvaluationError(`${place}: no JSON`);
  }
  const result = goldenQuestion.safeParse(value);
  if (result.success) return result.data;
  const fields = result.error.issues.map(({ path, code }) => `${path.join('.') || 'line'} (${code})`);
  throw new EvaluationError(`${place}: ${fields.join(', ')}`);
}
