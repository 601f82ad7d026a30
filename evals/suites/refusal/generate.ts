import { dependenciesOf } from '../../../bot/open.ts';
import type { EvalContext } from '../../context.ts';
import type { AnswerRecord } from '../../runs/answer-record.ts';
import { answerOf } from '../answers/generate.ts';
import { replaceContent, takeFactOut } from './without-fact.ts';

/** The answer to a question whose fact was taken out of the documents. */
export interface LeftOutRow extends AnswerRecord {
  readonly removed: { readonly sentences: number; readonly passages: number; readonly questions: number };
}

/**
 * Leave-one-out: for every tuned question whose fact stands in one place only, the fact is taken out, the
 * question asked again, and the fact put back. The index is as before afterwards.
 */
export async function generateLeftOut(
  context: EvalContext,
  onProgress: (done: number, total: number) => void,
): Promise<LeftOutRow[]> {
  const { index, clock } = context;
  const cases = context.questions.flatMap(({ part, question }) => {
    const taken = part === 'tuned' && question.answerable ? takeFactOut(index, question) : undefined;
    return taken === undefined ? [] : [{ question, ...taken }];
  });
  const rows: LeftOutRow[] = [];
  for (const { question, before, after } of cases) {
    await replaceContent(index, before, after);
    const answer = await answerOf({ dependencies: dependenciesOf(index, clock) }, question);
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
