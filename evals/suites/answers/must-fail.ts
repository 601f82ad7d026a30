import type { EvalContext } from '../../context.ts';
import { strictVerdict } from '../../metrics/strict-verdict.ts';
import type { AnswerRecord } from '../../runs/answer-record.ts';

/** Ids of questions that no right answer can pass and that the judge passed all the same: the judge can't be believed. */
export function wronglyPassed(
  { mustFail, texts }: Pick<EvalContext, 'mustFail' | 'texts'>,
  stored: readonly AnswerRecord[],
): string[] {
  return mustFail
    .filter((question) => {
      const answer = stored.find(({ id }) => id === question.id);
      return answer !== undefined && strictVerdict(question, answer, texts).passed;
    })
    .map(({ id }) => id);
}
