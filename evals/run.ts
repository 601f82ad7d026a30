import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { THRESHOLDS } from '../bot/answers/decide.ts';
import { SENTENCE_WEIGHTS } from '../bot/answers/weights.ts';
import { FUSION } from '../retrieval/hits/weights.ts';
import type { EvalContext } from './context.ts';
import type { Part } from './golden/read-questions.ts';
import type { AnswerRecord } from './runs/answer-record.ts';
import { GENERATIONS, type Generation, type RunHeader, readRun, writeRun } from './runs/run-file.ts';
import { generateAnswers } from './suites/answers/generate.ts';
import { wronglyPassed } from './suites/answers/must-fail.ts';
import { scoreAnswers } from './suites/answers/score.ts';
import { scoreCitations } from './suites/citations/score.ts';
import { type DocumentRow, generateDocuments } from './suites/documents/generate.ts';
import { scoreDocuments } from './suites/documents/score.ts';
import { partsOf } from './suites/parts.ts';
import { generateProgrammes } from './suites/programmes/generate.ts';
import { scoreProgrammes } from './suites/programmes/score.ts';
import { generateLeftOut, generateNearMisses, type LeftOutRow } from './suites/refusal/generate.ts';
import { scoreRefusal } from './suites/refusal/score.ts';
import type { SuiteName, SuiteResult } from './suites/result.ts';
import { generateRetrieval, type RetrievalRow } from './suites/retrieval/generate.ts';
import { scoreRetrieval } from './suites/retrieval/score.ts';
import { generateUnderstanding, type UnderstandingRow } from './suites/understanding/generate.ts';
import { scoreUnderstanding } from './suites/understanding/score.ts';

/** What each generation made; one that is missing was not run. */
export interface Rows {
  readonly documents?: readonly DocumentRow[];
  readonly understanding?: readonly UnderstandingRow[];
  readonly retrieval?: readonly RetrievalRow[];
  readonly answers?: readonly AnswerRecord[];
  readonly 'left-out'?: readonly LeftOutRow[];
  readonly 'near-misses'?: readonly AnswerRecord[];
  readonly programmes?: readonly AnswerRecord[];
}

export interface EvalResult {
  readonly configuration: RunHeader['configuration'];
  readonly parts: readonly Part[];
  /** The questions asked of every part, as a digest. */
  readonly questions: Readonly<Partial<Record<Part, string>>>;
  readonly suites: readonly SuiteResult[];
  /** Questions that must fail and passed: when there are any, no figure of the run can be believed. */
  readonly wronglyPassed: readonly string[];
}

export interface Progress {
  readonly update: (stage: string, done: number, total: number) => void;
}

/** What a suite is scored from; the first is needed, the others are used when they are there. */
const FEEDS: Readonly<Record<SuiteName, readonly Generation[]>> = {
  documents: ['documents'],
  understanding: ['understanding'],
  retrieval: ['retrieval'],
  answers: ['answers'],
  refusal: ['answers', 'left-out', 'near-misses'],
  citations: ['answers'],
  programmes: ['programmes'],
};

/** The first half: makes what the chosen suites are scored from, and nothing else. */
export async function generate(
  context: EvalContext,
  suites: readonly SuiteName[],
  progress: Progress,
): Promise<Rows> {
  const wanted = new Set(suites.flatMap((suite) => FEEDS[suite]));
  const step = (stage: Generation) => (done: number, total: number) => progress.update(stage, done, total);
  return {
    ...(wanted.has('documents') && { documents: generateDocuments(context) }),
    ...(wanted.has('understanding') && { understanding: generateUnderstanding(context) }),
    ...(wanted.has('retrieval') && { retrieval: await generateRetrieval(context, step('retrieval')) }),
    ...(wanted.has('answers') && { answers: await generateAnswers(context, step('answers')) }),
    ...(wanted.has('programmes') && { programmes: await generateProgrammes(context, step('programmes')) }),
    ...(wanted.has('near-misses') && {
      'near-misses': await generateNearMisses(context, step('near-misses')),
    }),
    ...(wanted.has('left-out') && { 'left-out': await generateLeftOut(context, step('left-out')) }),
  };
}

/** The second half: scores what was made, now or earlier, with nothing asked again. */
export function score(context: EvalContext, suites: readonly SuiteName[], rows: Rows): EvalResult {
  const results = suites
    .flatMap((suite) => scoreSuite(context, suite, rows) ?? [])
    // A figure over nothing says nothing: documents without a table have no rows to be right.
    .map((result) => ({ ...result, figures: result.figures.filter(({ count }) => count > 0) }));
  return {
    configuration: configurationOf(context),
    parts: [...new Set(context.questions.map(({ part }) => part))],
    questions: Object.fromEntries(partsOf(context.questions).map(([part, own]) => [part, digestOf(own)])),
    suites: results,
    wronglyPassed: wronglyPassed(context, rows.answers ?? []),
  };
}

function scoreSuite(context: EvalContext, suite: SuiteName, rows: Rows): SuiteResult | undefined {
  switch (suite) {
    case 'documents':
      return rows.documents && scoreDocuments(context, rows.documents);
    case 'understanding':
      return rows.understanding && scoreUnderstanding(context, rows.understanding);
    case 'retrieval':
      return rows.retrieval && scoreRetrieval(context, rows.retrieval);
    case 'answers':
      return rows.answers && scoreAnswers(context, rows.answers);
    case 'refusal':
      return rows.answers && scoreRefusal(context, rows.answers, rows['left-out'], rows['near-misses']);
    case 'citations':
      return rows.answers && scoreCitations(context, rows.answers);
    case 'programmes':
      return rows.programmes && scoreProgrammes(context, rows.programmes);
  }
}

/** Suites that can be scored from a stored generation alone. */
export function suitesFrom(generation: Generation): SuiteName[] {
  return (Object.keys(FEEDS) as SuiteName[]).filter((suite) => FEEDS[suite][0] === generation);
}

/** Stores what was made as JSONL with its configuration. What belongs to the part kept aside gets a file of its own. */
export function storeRows(context: EvalContext, rows: Rows, folder: string, madeAt: Date): void {
  const aside = new Set([
    ...context.questions.filter(({ part }) => part === 'aside').map(({ question }) => question.id),
    ...context.nearMisses.filter(({ part }) => part === 'aside').map(({ question }) => question.id),
    ...context.programmes.filter(({ part }) => part === 'aside').map(({ programme }) => programme.name),
  ]);
  const configuration = configurationOf(context);
  for (const generation of GENERATIONS) {
    const made: readonly { readonly id: string }[] | undefined = rows[generation];
    if (made === undefined) continue;
    const store = (part: RunHeader['part'], own: readonly object[]): void =>
      writeRun(
        join(folder, `${generation}.${part}.jsonl`),
        { generation, part, madeAt: madeAt.toISOString(), configuration },
        own,
      );
    if (generation === 'documents') store('all', made);
    else {
      const away = made.filter(({ id }) => aside.has(id));
      const tuned = made.filter(({ id }) => !aside.has(id));
      if (tuned.length > 0) store('tuned', tuned);
      if (away.length > 0) store('aside', away);
    }
  }
}

/** Rows of a stored file, under the generation that made them; answers without a configuration are answers. */
export function readRows(path: string): {
  readonly generation: Generation;
  readonly header: RunHeader | undefined;
  readonly rows: Rows;
} {
  const { header, rows } = readRun(path);
  const generation = header?.generation ?? 'answers';
  return { generation, header, rows: { [generation]: rows } as Rows };
}

function configurationOf({ index, questions, clock }: EvalContext): RunHeader['configuration'] {
  return {
    embeddings: index.embeddings.identity,
    documents: Object.fromEntries(
      [...index.documents].map(([name, content]) => [name, content.digest.slice(0, 12)]),
    ),
    questions: Object.fromEntries(partsOf(questions).map(([part, own]) => [part, digestOf(own)])),
    fusion: FUSION,
    sentences: SENTENCE_WEIGHTS,
    thresholds: THRESHOLDS,
    clock: clock().toISOString(),
  };
}

/** How many questions a part has and what they are, so that two runs over other questions are told apart. */
function digestOf(questions: readonly object[]): string {
  const digest = createHash('sha256').update(JSON.stringify(questions)).digest('hex');
  return `${questions.length} ${digest.slice(0, 12)}`;
}
