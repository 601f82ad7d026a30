import { createHash } from 'node:crypto';
import type { Candidate } from '../../bot/answers/candidates.ts';
import { findCandidates } from '../../bot/answers/candidates.ts';
import type { ComposerDependencies } from '../../bot/answers/composer.ts';
import { askedOf, readPart } from '../../bot/answers/speaks-for.ts';
import { toldFeatures } from '../../bot/answers/told.ts';
import { SENTENCE_WEIGHTS } from '../../bot/answers/weights.ts';
import { type Understanding, understand } from '../../bot/questions/understanding.ts';
import type { GoldenQuestion } from '../../evals/golden/question.ts';
import { coversHalf } from '../../evals/metrics/folded-text.ts';
import { toRequest } from '../../evals/suites/request.ts';
import type { IndexedSentence } from '../../retrieval/passages/passage.ts';
import type { Example } from './regression.ts';

/** A sentence that was found for a question; of one question in the order found. */
export interface Rival extends Example {
  readonly question: string;
  /** Where the right sentence stands; what is of one place is held out together. */
  readonly place: string;
}

/** Sentences looked at for a question. */
const RIVALS = 6;
/** An everyday question has many rivals and was written for one sentence, though another may answer it as well. */
const EVERYDAY_WEIGHT = 0.05;
/** Share of the everyday questions whose rivals are looked at: more of them teach nothing new. */
const EVERYDAY_SHARE = 0.4;

/** The sentences found for the tuned golden questions, right ones and others. */
export async function goldenRivals(
  dependencies: ComposerDependencies,
  questions: readonly GoldenQuestion[],
): Promise<Rival[]> {
  const rivals: Rival[] = [];
  for (const question of questions) {
    if (!question.answerable || (question.history ?? []).length > 0) continue;
    const understood = understand(toRequest(question), {
      ...dependencies.understanding,
      now: dependencies.clock(),
    });
    const isRight = ({ document, text }: IndexedSentence): boolean =>
      question.evidence.some(({ seed, quote }) => seed === document && coversHalf(quote, text));
    rivals.push(...(await rivalsOf(dependencies, understood, question.id, isRight, 1)));
  }
  return rivals;
}

/** The sentences found for everyday questions beside the one that a question was written for. */
export async function everydayRivals(dependencies: ComposerDependencies): Promise<Rival[]> {
  const rivals: Rival[] = [];
  for (const { name, questions } of dependencies.index.documents.values())
    for (const { text, start, end } of questions) {
      if (shareOf(text) >= EVERYDAY_SHARE) continue;
      const understood = understand(
        { question: text },
        { ...dependencies.understanding, now: dependencies.clock() },
      );
      if (understood.towns.length > 0 || understood.years.length > 0) continue;
      const isRight = (sentence: IndexedSentence): boolean =>
        sentence.document === name && sentence.start < end && start < sentence.end;
      const found = await rivalsOf(dependencies, understood, text, isRight, EVERYDAY_WEIGHT);
      // The right ones are among the examples already.
      rivals.push(...found.filter(({ positive }) => !positive));
    }
  return rivals;
}

/** Nothing where the right sentence is not found: what stands in its place may be as right. */
async function rivalsOf(
  dependencies: ComposerDependencies,
  understood: Understanding,
  question: string,
  isRight: (sentence: IndexedSentence) => boolean,
  weight: number,
): Promise<Rival[]> {
  const [aspect, ...others] = understood.aspects;
  if (aspect === undefined || others.length > 0) return [];
  const { index, questions } = dependencies;
  const persons = index.vocabulary.names.flatMap(({ kind, name }) => (kind === 'person' ? [name] : []));
  const { candidates } = await findCandidates({ ...dependencies, persons }, understood, aspect, {
    ...SENTENCE_WEIGHTS,
    told: 0,
  });
  const found = candidates.slice(0, RIVALS);
  const right = found.find(({ sentence }) => isRight(sentence));
  if (right === undefined) return [];
  const part = readPart(dependencies, { ...understood, text: aspect.text });
  const featuresOf = ({ sentence, signs }: Candidate): Example['features'] => {
    const before = questions.of(sentence).filter(({ text }) => text !== question);
    return toldFeatures(askedOf(dependencies, part, sentence, signs.type, before));
  };
  return found
    .filter(({ sentence }) => sentence.kind !== 'headline' && sentence.kind !== 'heading')
    .map((candidate) => ({
      question,
      features: featuresOf(candidate),
      positive: isRight(candidate.sentence),
      weight,
      place: `${right.sentence.document}#${right.sentence.id}`,
    }));
}

/** Between 0 and 1, the same at every run. */
function shareOf(text: string): number {
  return Number.parseInt(createHash('sha256').update(text).digest('hex').slice(0, 8), 16) / 2 ** 32;
}
