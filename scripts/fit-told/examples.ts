import { existsSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { type ComposerDependencies, compose } from '../../bot/answers/composer.ts';
import { dependenciesOf } from '../../bot/answers/dependencies.ts';
import { askedOf, readPart } from '../../bot/answers/speaks-for.ts';
import { type AskedOf, toldFeatures } from '../../bot/answers/told.ts';
import { typeFit } from '../../bot/answers/type-fit.ts';
import { understand } from '../../bot/questions/understanding.ts';
import type { GoldenQuestion } from '../../evals/golden/question.ts';
import { readGoldenSet } from '../../evals/golden/read-questions.ts';
import { coversHalf } from '../../evals/metrics/folded-text.ts';
import { MOST_CASES, oneFactOut } from '../../evals/suites/refusal/facts-out.ts';
import { replaceContent } from '../../evals/suites/refusal/without-fact.ts';
import { toRequest } from '../../evals/suites/request.ts';
import { Searcher } from '../../retrieval/hits/search.ts';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import type { IndexedSentence } from '../../retrieval/passages/passage.ts';
import { readQuestions } from '../../retrieval/passages/questions.ts';
import type { Example } from './regression.ts';

/** A golden question is worth several of those that were only written to learn from. */
const GOLDEN_WEIGHT = 3;

/** An example with the place it was taken from; what is of one place is held out together. */
export interface PlacedExample extends Example {
  /** Its features as if nobody had written down what people ask. */
  readonly unasked: Example['features'];
  readonly place: string;
  readonly golden: boolean;
}

/** Every question that the model learns from beside the sentence that would be told. */
export async function readExamples(
  index: CorpusIndex,
  evals: string,
  clock: () => Date,
): Promise<PlacedExample[]> {
  const dependencies = dependenciesOf(index, clock);
  const { tuned } = readGoldenSet(join(evals, 'golden'));
  const nearMisses = readGoldenSet(join(evals, 'near-misses')).tuned;
  return [
    ...everydayExamples(index, dependencies),
    ...unansweredExamples(index, dependencies, join(evals, 'unanswered')),
    ...(await goldenExamples(index, dependencies, [...tuned, ...nearMisses])),
  ];
}

function everydayExamples(index: CorpusIndex, dependencies: ComposerDependencies): PlacedExample[] {
  return [...index.documents.values()].flatMap(({ questions, sentences }) =>
    questions.flatMap(({ text, start, end }) => {
      const sentence = sentenceAt(sentences, start, end);
      return sentence === undefined ? [] : [exampleOf(dependencies, text, sentence, true)];
    }),
  );
}

function unansweredExamples(
  index: CorpusIndex,
  dependencies: ComposerDependencies,
  folder: string,
): PlacedExample[] {
  return [...index.documents.values()].flatMap(({ name, text, sentences }) => {
    const path = join(folder, `${basename(name, extname(name))}.yaml`);
    if (!existsSync(path)) return [];
    return readQuestions(path, text).found.flatMap(({ start, end, questions }) => {
      const sentence = sentenceAt(sentences, start, end);
      if (sentence === undefined) return [];
      return questions
        .filter((question) => !leansOnPlaceOrTime(dependencies, question))
        .map((question) => exampleOf(dependencies, question, sentence, false));
    });
  });
}

/** Another year's or town's figure is refused for its year or town; the words of such a question are innocent. */
function leansOnPlaceOrTime({ understanding, clock }: ComposerDependencies, question: string): boolean {
  const { years, towns, unknownTowns } = understand({ question }, { ...understanding, now: clock() });
  return years.length > 0 || towns.length > 0 || unknownTowns.length > 0;
}

/**
 * The tuned questions with the sentence that the assistant comes upon, and those whose fact was taken out of the
 * documents with the one that it comes upon then. The cases that the refusal suite measures are left out.
 */
async function goldenExamples(
  index: CorpusIndex,
  dependencies: ComposerDependencies,
  questions: readonly GoldenQuestion[],
): Promise<PlacedExample[]> {
  const out = oneFactOut(index, questions);
  const measured = new Set(out.slice(0, MOST_CASES).map(({ question }) => question.id));
  const examples: PlacedExample[] = [];
  for (const question of questions) {
    if (measured.has(question.id)) continue;
    const asked = await toldFor(dependencies, question);
    if (asked === undefined || (question.answerable && !holdsEvidence(asked.sentence, question))) continue;
    examples.push({
      ...featured(asked.of, asked.sentence, question.answerable),
      weight: GOLDEN_WEIGHT,
      golden: true,
    });
  }
  for (const { question, before, after } of out.slice(MOST_CASES)) {
    await replaceContent(index, before, after);
    const asked = await toldFor({ ...dependencies, searcher: new Searcher(index) }, question);
    await replaceContent(index, after, before);
    if (asked !== undefined) examples.push({ ...featured(asked.of, asked.sentence, false), golden: true });
  }
  return examples;
}

/** The sentence that the first part of a question is answered with, or that comes nearest to it. */
async function toldFor(
  dependencies: ComposerDependencies,
  question: GoldenQuestion,
): Promise<{ readonly of: AskedOf; readonly sentence: IndexedSentence } | undefined> {
  const { choices, understanding } = await compose(dependencies, toRequest(question));
  const [choice] = choices;
  if (choice === undefined || understanding === null || (question.history ?? []).length > 0) return undefined;
  const candidate =
    choice.judged?.candidate ??
    (choice.kind === 'refusal' ? choice.nearest?.candidate : choice.statements[0]?.candidate);
  if (candidate === undefined) return undefined;
  const aspect = understanding.aspects[0]!;
  const part = { ...understanding, ...aspect.asked, text: aspect.text };
  const { sentence, signs } = candidate;
  const before = dependencies.questions.of(sentence);
  return { sentence, of: askedOf(dependencies, readPart(dependencies, part), sentence, signs.type, before) };
}

function exampleOf(
  dependencies: ComposerDependencies,
  question: string,
  sentence: IndexedSentence,
  positive: boolean,
): PlacedExample {
  const { index, understanding, clock, questions } = dependencies;
  const persons = index.vocabulary.names.flatMap(({ kind, name }) => (kind === 'person' ? [name] : []));
  const understood = understand({ question }, { ...understanding, now: clock() });
  const type = typeFit(understood, sentence.text, persons);
  // A question is not its own likeness.
  const before = questions.of(sentence).filter(({ text }) => text !== question);
  return featured(
    askedOf(dependencies, readPart(dependencies, understood), sentence, type, before),
    sentence,
    positive,
  );
}

function featured(of: AskedOf, { document, id }: IndexedSentence, positive: boolean): PlacedExample {
  const unasked = toldFeatures({ ...of, alike: [], nearness: undefined });
  return {
    features: toldFeatures(of),
    unasked,
    positive,
    weight: 1,
    place: `${document}#${id}`,
    golden: false,
  };
}

function sentenceAt(
  sentences: readonly IndexedSentence[],
  start: number,
  end: number,
): IndexedSentence | undefined {
  const overlapping = sentences.filter((sentence) => sentence.start < end && start < sentence.end);
  return overlapping.find(({ kind }) => kind !== 'headline') ?? overlapping[0];
}

function holdsEvidence({ document, text }: IndexedSentence, { evidence }: GoldenQuestion): boolean {
  return evidence.some(({ seed, quote }) => seed === document && coversHalf(quote, text));
}
