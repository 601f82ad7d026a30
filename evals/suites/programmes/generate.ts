import type { EvalContext } from '../../context.ts';
import { questionAbout } from '../../programmes/programme.ts';
import type { AnswerRecord } from '../../runs/answer-record.ts';
import { answerOf } from '../answers/generate.ts';

/** Asks of every programme what it is. */
export async function generateProgrammes(
  context: EvalContext,
  onProgress: (done: number, total: number) => void,
): Promise<AnswerRecord[]> {
  const { programmes } = context;
  const answers: AnswerRecord[] = [];
  for (const { programme } of programmes) {
    answers.push(await answerOf(context, questionAbout(programme)));
    onProgress(answers.length, programmes.length);
  }
  return answers;
}
