import { compose } from '../../../bot/answers/composer.ts';
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
  { dependencies }: Pick<EvalContext, 'dependencies'>,
  question: GoldenQuestion,
): Promise<AnswerRecord> {
  const { answer, candidates, result } = await compose(dependencies, toRequest(question));
  const { searcher, understanding } = dependencies;
  const { hits } =
    result ?? (await searcher.search({ text: understanding.normalise(question.question) }, HITS));
  return {
    ...answer,
    id: question.id,
    hits: hits
      .slice(0, HITS)
      .map(({ passage: { document, start, end }, score }) => ({ document, start, end, score })),
    confidence: candidates.length === 0 ? null : Math.max(...candidates.map(({ score }) => score)),
  };
}
