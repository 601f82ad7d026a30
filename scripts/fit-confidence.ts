import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findCandidates } from '../bot/answers/candidates.ts';
import { type ConfidenceSigns, confidenceSigns } from '../bot/answers/confidence.ts';
import { dependenciesOf } from '../bot/answers/dependencies.ts';
import { understand } from '../bot/questions/understanding.ts';
import { loadStaticEmbeddings } from '../retrieval/embeddings/static-embeddings.ts';
import { ingest } from '../retrieval/indexes/ingest.ts';

/**
 * Fits CONFIDENCE and CONFIDENCE_WITHOUT_QUESTIONS of `bot/answers/confidence.ts` (the latter on the same
 * pages with their everyday questions taken away): a logistic regression with a small L2 penalty over
 * the signs of every tuned question's best candidate. Right is a candidate that holds the evidence of an
 * answerable question; wrong is any other. Prints the weights and the curve; nothing is written.
 */
interface Case {
  readonly signs: ConfidenceSigns;
  readonly right: boolean;
  readonly answerable: boolean;
}

interface Golden {
  readonly question: string;
  readonly history?: { role: 'user' | 'assistant'; text: string }[];
  readonly answerable: boolean;
  readonly type: string;
  readonly evidence: readonly { seed: string; quote: string }[];
}

const KEYS = ['like', 'votes', 'coverage', 'subject', 'unsupported', 'passage', 'type', 'meaning'] as const;
const project = fileURLToPath(new URL('..', import.meta.url));

async function readCases(seeds: string, directory: string): Promise<Case[]> {
  const clock = (): Date => new Date('2026-11-21T00:00:00Z');
  const { index } = await ingest({ seeds, directory, embeddings: loadStaticEmbeddings(), clock });
  const dependencies = dependenciesOf(index, clock);
  const persons = index.vocabulary.names.filter((name) => name.kind === 'person').map((name) => name.name);
  const folder = join(project, 'evals', 'golden');
  const questions = readdirSync(folder)
    .filter((name) => name.endsWith('.tuned.jsonl'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean))
    .map((line) => JSON.parse(line) as Golden);
  const cases: Case[] = [];
  for (const golden of questions) {
    if (
      dependencies.screen(dependencies.understanding.normalise(golden.question), golden.question) !==
      undefined
    )
      continue;
    const understanding = understand(golden, { ...dependencies.understanding, now: clock() });
    const { candidates } = await findCandidates(
      { ...dependencies, persons },
      understanding,
      understanding.aspects[0]!,
    );
    const best = candidates.find(({ signs }) => signs.town === 0 && signs.year > -1);
    if (best === undefined) continue;
    const squeezed = best.sentence.text.replace(/\s/g, '');
    const right =
      golden.answerable &&
      golden.evidence.some(
        ({ seed, quote }) => seed === best.sentence.document && overlaps(squeezed, quote.replace(/\s/g, '')),
      );
    cases.push({
      signs: confidenceSigns(dependencies, understanding, best),
      right,
      answerable: golden.answerable,
    });
    // The same question with its fact taken away: whatever comes first then is wrong.
    const other = candidates.find(
      ({ signs, sentence }) =>
        signs.town === 0 &&
        signs.year > -1 &&
        !golden.evidence.some(
          ({ seed, quote }) =>
            seed === sentence.document &&
            overlaps(sentence.text.replace(/\s/g, ''), quote.replace(/\s/g, '')),
        ),
    );
    if (golden.answerable && right && other !== undefined) {
      const signs = confidenceSigns(dependencies, understanding, other);
      cases.push({ signs, right: false, answerable: false });
    }
  }
  return cases;
}

/** Half or more of the quote's four-character pieces stand in the sentence. */
function overlaps(sentence: string, quote: string): boolean {
  const pieces = Array.from({ length: Math.max(1, quote.length - 3) }, (_, start) =>
    quote.slice(start, start + 4),
  );
  return pieces.filter((piece) => sentence.includes(piece)).length >= pieces.length / 2;
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
    `${name}\nbias ${bias.toFixed(2)} ${KEYS.map((key, position) => `${key} ${weights[position]!.toFixed(2)}`).join(' ')}\n`,
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
