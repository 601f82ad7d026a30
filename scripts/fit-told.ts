import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dependenciesOf } from '../bot/answers/dependencies.ts';
import { WEIGHT_FILES } from '../bot/answers/told.ts';
import { readGoldenSet } from '../evals/golden/read-questions.ts';
import { loadStaticEmbeddings } from '../retrieval/embeddings/static-embeddings.ts';
import { ingest } from '../retrieval/indexes/ingest.ts';
import { type PlacedExample, readExamples } from './fit-told/examples.ts';
import { type Example, type Fitted, fitRegression } from './fit-told/regression.ts';
import { everydayRivals, goldenRivals, type Rival } from './fit-told/rivals.ts';

/*
 * Fits the weights of `bot/answers/told.ts`: whether a sentence tells what is asked, for pages with everyday questions
 * and for pages without, and which of several does (`fit-told/rivals.ts`). Told are the
 * everyday questions of the documents and the tuned golden ones that can be answered; not told are the questions of
 * `evals/unanswered/`, the tuned ones without an answer, and those whose fact was taken out of the documents. Prints
 * what the model is worth on places that it did not learn from.
 */

/** Weight of the penalty, and fewest examples of a feature; chosen on places held out, of the tuned part alone. */
const PENALTY = 3.3;
const LEAST_TIMES = 5;
/** Weights smaller than this say nothing. */
const LEAST_WEIGHT = 0.03;
const FOLDS = 5;
const project = fileURLToPath(new URL('..', import.meta.url));

/** What is of one place is held out together. */
function foldOf({ place }: { readonly place: string }): number {
  return Number.parseInt(createHash('sha256').update(place).digest('hex').slice(0, 8), 16) % FOLDS;
}

function scoreOf({ bias, weights }: Fitted, { features }: Example): number {
  let sum = bias;
  for (const [name, value] of features) sum += (weights.get(name) ?? 0) * value;
  return sum;
}

/** How many of those that are not told fall below the score that so many of those that are told reach. */
function report(examples: readonly PlacedExample[]): void {
  const scored = Array.from({ length: FOLDS }, (_, held) => {
    const fitted = fitRegression(
      examples.filter((example) => foldOf(example) !== held),
      PENALTY,
      LEAST_TIMES,
    );
    return examples
      .filter((example) => foldOf(example) === held)
      .map((example) => ({ example, score: scoreOf(fitted, example) }));
  }).flat();
  for (const golden of [false, true]) {
    const of = scored.filter(({ example }) => example.golden === golden);
    const told = of.filter(({ example }) => example.positive).map(({ score }) => score);
    const not = of.filter(({ example }) => !example.positive).map(({ score }) => score);
    told.sort((one, other) => one - other);
    const lines = [0.005, 0.01, 0.015, 0.02, 0.03, 0.05].map((share) => {
      const least = told[Math.floor(share * told.length)]!;
      const below = not.filter((score) => score < least).length;
      return `below ${least.toFixed(2)}: ${(100 * share).toFixed(1)} % of told, ${((100 * below) / not.length).toFixed(1)} % of not told`;
    });
    process.stdout.write(
      `${golden ? 'golden questions' : 'questions written to learn from'}, places held out: ${told.length} told, ${not.length} not told\n${lines.join('\n')}\n`,
    );
  }
}

function write(file: string, { bias, weights }: Fitted): void {
  const lines = [...weights]
    .filter(([, weight]) => Math.abs(weight) >= LEAST_WEIGHT)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, weight]) => `${name}\t${weight.toFixed(2)}`);
  writeFileSync(
    join(project, 'bot', 'answers', file),
    [
      '# Weights of features that tell an answered question from a near miss (bot/answers/told.ts); written by',
      '# scripts/fit-told.ts, not by hand. The bias stands under the empty name.',
      `\t${bias.toFixed(2)}`,
      ...lines,
      '',
    ].join('\n'),
  );
  process.stdout.write(`${lines.length} weights written to ${file}\n`);
}

/** For how many tuned questions the right sentence is the first found, and how many the model would put first. */
function reportRivals(
  examples: readonly Example[],
  rivals: readonly Rival[],
  golden: readonly Rival[],
): void {
  const groups = new Map<string, Rival[]>();
  for (const rival of golden) groups.set(rival.question, [...(groups.get(rival.question) ?? []), rival]);
  let first = 0;
  let chosen = 0;
  for (let held = 0; held < FOLDS; held++) {
    const fitted = fitRegression(
      [...examples, ...rivals.filter((rival) => foldOf(rival) !== held)],
      PENALTY,
      LEAST_TIMES,
    );
    for (const own of groups.values()) {
      if (foldOf(own[0]!) !== held) continue;
      const scores = own.map((rival) => scoreOf(fitted, rival));
      if (own[0]!.positive) first++;
      if (own[scores.indexOf(Math.max(...scores))]!.positive) chosen++;
    }
  }
  process.stdout.write(
    `of ${groups.size} tuned questions, places held out: ${first} have the right sentence found first, ${chosen} would by these weights alone\n`,
  );
}

const folder = mkdtempSync(join(tmpdir(), 'fit-told-'));
try {
  const clock = (): Date => new Date('2026-11-21T00:00:00Z');
  const { index } = await ingest({
    seeds: join(project, 'seeds'),
    directory: join(folder, 'index'),
    embeddings: loadStaticEmbeddings(),
    clock,
  });
  const evals = join(project, 'evals');
  const examples = await readExamples(index, evals, clock);
  const unasked = examples.map((example) => ({ ...example, features: example.unasked }));
  const reports = !process.argv.includes('--no-report');
  for (const [file, own] of [
    [WEIGHT_FILES.asked, examples],
    [WEIGHT_FILES.unasked, unasked],
  ] as const) {
    if (reports) report(own);
    write(file, fitRegression(own, PENALTY, LEAST_TIMES));
  }
  const dependencies = dependenciesOf(index, clock);
  const golden = await goldenRivals(dependencies, readGoldenSet(join(evals, 'golden')).tuned);
  const rivals = [...golden, ...(await everydayRivals(dependencies))];
  if (reports) {
    // A tuned question is an example as well as a rival: held out as one, it must not be learnt as the other.
    reportRivals(
      examples.filter((example) => !example.golden),
      rivals,
      golden,
    );
  }
  write(WEIGHT_FILES.which, fitRegression([...examples, ...rivals], PENALTY, LEAST_TIMES));
} finally {
  rmSync(folder, { recursive: true });
}
