import { understand } from '../../../bot/questions/understanding.ts';
import type { EvalContext } from '../../context.ts';
import { toRequest } from '../request.ts';

/** What the program reads out of a question. */
export interface UnderstandingRow {
  readonly id: string;
  readonly kind: string;
  readonly towns: readonly string[];
  readonly years: readonly number[];
}

export function generateUnderstanding({ questions, dependencies, clock }: EvalContext): UnderstandingRow[] {
  return questions.map(({ question }) => {
    const { kind, towns, years } = understand(toRequest(question), {
      ...dependencies.understanding,
      now: clock(),
    });
    return { id: question.id, kind, towns, years };
  });
}
