import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ComposerDependencies, compose } from '../bot/answers/composer.ts';
import { CONFIDENCE, type ConfidenceSigns, type Judged } from '../bot/answers/confidence.ts';
import { dependenciesOf } from '../bot/answers/dependencies.ts';
import type { GoldenQuestion } from '../evals/golden/question.ts';
import { readGoldenSet } from '../evals/golden/read-questions.ts';
import { coversHalf } from '../evals/metrics/folded-text.ts';
import { MOST_CASES, oneFactOut } from '../evals/suites/refusal/facts-out.ts';
import { replaceContent } from '../evals/suites/refusal/without-fact.ts';
import { toRequest } from '../evals/suites/request.ts';
import { loadStaticEmbeddings } from '../retrieval/embeddings/static-embeddings.ts';
import { Searcher } from '../retrieval/hits/search.ts';
import { ingest } from '../retrieval/indexes/ingest.ts';

/*
 * Fits CONFIDENCE and CONFIDENCE_WITHOUT_QUESTIONS of `bot/answers/confidence.ts` (the latter on the same pages with
 * their everyday questions taken away): a logistic regression with a small L2 penalty over the signs of the candidate
 * that every tuned question would be answered with. Right is one that holds the evidence of an answerable question;
 * wrong is any other, and whatever comes when the fact is taken out of the documents (but for the cases that the
 * refusal suite measures). Prints the weights and the curve; nothing is written.
 */

interface Case {
  readonly signs: ConfidenceSigns;
  readonly right: boolean;
  readonly answerable: boolean;
}

const KEYS = (Object.keys(CONFIDENCE) as (keyof typeof CONFIDENCE)[]).filter(
  (key): key is keyof ConfidenceSigns => key !== 'bias',
);
const project = fileURLToPath(new URL('..', import.meta.url));

async function readCases(seeds: string, directory: string): Promise<Case[]> {
  const clock = (): Date => new Date('2026-11-21T00:00:00Z');
  const { index } = await ingest({ seeds, directory, embeddings: loadStaticEmbeddings(), clock });
  const dependencies = dependenciesOf(index, clock);
  const { tuned: questions } = readGoldenSet(join(project, 'evals', 'golden'));
  const cases: Case[] = [];
  for (const question of questions) {
    const judged = await toldFor(dependencies, question);
    if (judged === undefined) continue;
    const right = question.answerable && holdsEvidence(judged, question);
    cases.push({ signs: judged.signs, right, answerable: question.answerable });
  }
  for (const { question, before, after } of oneFactOut(index, questions).slice(MOST_CASES)) {
    await replaceContent(index, before, after);
    const judged = await toldFor({ ...dependencies, searcher: new Searcher(index) }, question);
    await replaceContent(index, after, before);
    if (judged !== undefined) cases.push({ signs: judged.signs, right: false, answerable: false });
  }
  return cases;
}

/** The candidate that the first part of a question is answered with, or would be if confidence were no matter. */
async function toldFor(
  dependencies: ComposerDependencies,
  question: GoldenQuestion,
): Promise<Judged | undefined> {
  const { choices } = await compose(dependencies, toRequest(question));
  return choices[0]?.judged;
}

function holdsEvidence({ candidate: { sentence } }: Judged, { evidence }: GoldenQuestion): boolean {
  return evidence.some(({ seed, quote }) => seed === sentence.document && coversHalf(quote, sentence.text));
}

function fitted(cases: readonly Case[]): { bias: number; weights: number[] } {
  const weights = KEYS.map(() => 0);
  let bias = 0;
  for (let step = 0; step < 6_000; step++) {
    const gradient = KEYS.map(() => 0);
    let biasGradient = 0;
    for (const { signs, right } of cases) {
      const sum = KEYS.reduce((total, key, position) => total + weights[position]! * signs[key], bias);
      const error = 1 / (1 + Math.exp(-sum)) - (right ? 1 : 0);
      biasGradient += error;
      for (const [position, key] of KEYS.entries()) gradient[position]! += error * signs[key];
    }
    for (const position of weights.keys())
      weights[position]! -= 2 * (gradient[position]! / cases.length + 0.002 * weights[position]!);
    bias -= (2 * biasGradient) / cases.length;
  }
  return { bias, weights };
}

/** Prints the weights fitted on the golden questions over one folder of documents, and the curve. */
async function report(name: string, seeds: string, directory: string): Promise<void> {
  const cases = await readCases(seeds, directory);
  const { bias, weights } = fitted(cases);
  process.stdout.write(
    `${name}, ${cases.length} cases\nbias ${bias.toFixed(2)} ${KEYS.map((key, position) => `${key} ${weights[position]!.toFixed(2)}`).join(' ')}\n`,
  );
  const probability = ({ signs }: Case): number =>
    1 / (1 + Math.exp(-KEYS.reduce((total, key, position) => total + weights[position]! * signs[key], bias)));
  for (let threshold = 0.1; threshold < 0.9; threshold += 0.05) {
    const kept = cases.filter((item) => probability(item) >= threshold);
    const wrongly = cases.filter((item) => item.right && probability(item) < threshold).length;
    const refused = cases.filter((item) => !item.answerable && probability(item) < threshold).length;
    const misled = kept.filter((item) => !item.right).length;
    process.stdout.write(
      `${threshold.toFixed(2)} right but refused ${wrongly}, wrong candidate said ${misled}, unanswerable refused ${refused}/${cases.filter((item) => !item.answerable).length}\n`,
    );
  }
}

const folder = mkdtempSync(join(tmpdir(), 'fit-confidence-'));
try {
  const plain = join(folder, 'seeds');
  cpSync(join(project, 'seeds'), plain, {
    recursive: true,
    filter: (path) => basename(path) !== 'questions',
  });
  await report('CONFIDENCE', join(project, 'seeds'), join(folder, 'index'));
  await report('CONFIDENCE_WITHOUT_QUESTIONS', plain, join(folder, 'plain-index'));
} finally {
  rmSync(folder, { recursive: true });
}
