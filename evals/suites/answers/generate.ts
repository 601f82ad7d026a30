import type { Answer } from '../../../bot/answers/answer.ts';
import { type ComposerDependencies, compose, type Explained } from '../../../bot/answers/composer.ts';
import { judge } from '../../../bot/answers/confidence.ts';
import type { EvalContext } from '../../context.ts';
import type { GoldenQuestion } from '../../golden/question.ts';
import type { AnswerRecord } from '../../runs/answer-record.ts';
import { toRequest } from '../request.ts';

const HITS = 10;

/** Asks every question, and those that must fail, the way `ask --batch --hits 10` does. */
export async function generateAnswers(
  context: EvalContext,
  onProgress: (done: number, total: number) => void,
): Promise<AnswerRecord[]> {
  const asked = [...context.questions.map(({ question }) => question), ...context.mustFail];
  const answers: AnswerRecord[] = [];
  for (const question of asked) {
    answers.push(await answerOf(context, question));
    onProgress(answers.length, asked.length);
  }
  return answers;
}

/** One question's answer with its best passages and how sure the assistant may be of it. */
export async function answerOf(
  context: Pick<EvalContext, 'dependencies'>,
  question: GoldenQuestion,
): Promise<AnswerRecord> {
  return (await composeRecord(context, question)).record;
}

/** The same, with the answer as it goes out. */
export async function composeRecord(
  { dependencies }: Pick<EvalContext, 'dependencies'>,
  question: GoldenQuestion,
): Promise<{ readonly answer: Answer; readonly record: AnswerRecord }> {
  const explained = await compose(dependencies, toRequest(question));
  const { answer, result } = explained;
  const { searcher, understanding } = dependencies;
  const { hits } =
    result ?? (await searcher.search({ text: understanding.normalise(question.question) }, HITS));
  const record = {
    ...answer,
    id: question.id,
    hits: hits
      .slice(0, HITS)
      .map(({ passage: { document, start, end }, score }) => ({ document, start, end, score })),
    confidence: confidenceOf(dependencies, explained),
  };
  return { answer, record };
}

/** The confidence in the best candidate of the right town and year; null when there is none. */
function confidenceOf(
  dependencies: ComposerDependencies,
  { candidates, understanding }: Explained,
): number | null {
  const best = candidates.find(({ signs }) => signs.town === 0 && signs.year > -1);
  if (best === undefined || understanding === null) return null;
  return judge(dependencies, understanding, best, candidates).confidence;
}
