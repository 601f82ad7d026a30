import type { AskedQuestion, EvalContext } from '../../context.ts';
import { strictVerdict, type Verdict } from '../../metrics/strict-verdict.ts';
import type { AnswerRecord } from '../../runs/answer-record.ts';

/** A question with its answer, if it has one, and the verdict on it. */
export interface Judged extends AskedQuestion {
  readonly answer: AnswerRecord | undefined;
  readonly verdict: Verdict;
}

/** Judges every question of the context; one without an answer line fails. */
export function judgeAll({ questions, texts }: EvalContext, stored: readonly AnswerRecord[]): Judged[] {
  const answers = new Map(stored.map((answer) => [answer.id, answer]));
  return questions.map((asked) => {
    const answer = answers.get(asked.question.id);
    return { ...asked, answer, verdict: strictVerdict(asked.question, answer, texts) };
  });
}

export function isRefused({ answer }: Pick<Judged, 'answer'>): boolean {
  return answer?.status === 'refused' || answer?.status === 'blocked';
}

export function isSaid({ answer }: Pick<Judged, 'answer'>): boolean {
  return answer?.status === 'answered' || answer?.status === 'clarify';
}
