import { Searcher } from '../../../retrieval/hits/search.ts';
import type { EvalContext } from '../../context.ts';
import type { AnswerRecord } from '../../runs/answer-record.ts';
import { answerOf } from '../answers/generate.ts';
import { partsOf } from '../parts.ts';
import { MOST_CASES, oneFactOut } from './facts-out.ts';
import { replaceContent } from './without-fact.ts';

/** The answer to a question whose fact was taken out of the documents. */
export interface LeftOutRow extends AnswerRecord {
  readonly removed: { readonly sentences: number; readonly passages: number; readonly questions: number };
}

/**
 * Leave-one-out: for questions whose fact stands in one place only, the fact is taken out, the question asked again,
 * and the fact put back. Of the tuned ones the first `MOST_CASES`, which the confidence was not fitted on; all that
 * were set aside. The index is as before afterwards.
 */
export async function generateLeftOut(
  context: EvalContext,
  onProgress: (done: number, total: number) => void,
): Promise<LeftOutRow[]> {
  const { index } = context;
  const { tuned = [], aside = [] } = Object.fromEntries(
    partsOf(context.questions).map(([part, asked]) => [part, asked.map(({ question }) => question)]),
  );
  const cases = [...oneFactOut(index, tuned).slice(0, MOST_CASES), ...oneFactOut(index, aside)];
  const rows: LeftOutRow[] = [];
  for (const { question, before, after } of cases) {
    await replaceContent(index, before, after);
    // A searcher remembers the passages it was made for; all else of the assistant asks the index itself.
    const dependencies = { ...context.dependencies, searcher: new Searcher(index) };
    const answer = await answerOf({ dependencies }, question);
    await replaceContent(index, after, before);
    const left = new Set(after.passages.map(({ id }) => id));
    rows.push({
      ...answer,
      removed: {
        sentences: before.sentences.length - after.sentences.length,
        passages: before.passages.filter(({ id }) => !left.has(id)).length,
        questions: before.questions.length - after.questions.length,
      },
    });
    onProgress(rows.length, cases.length);
  }
  return rows;
}

/** Asks every near miss: a question about a thing that the documents tell of, for something that they do not tell. */
export async function generateNearMisses(
  context: EvalContext,
  onProgress: (done: number, total: number) => void,
): Promise<AnswerRecord[]> {
  const { nearMisses } = context;
  const answers: AnswerRecord[] = [];
  for (const { question } of nearMisses) {
    answers.push(await answerOf(context, question));
    onProgress(answers.length, nearMisses.length);
  }
  return answers;
}
