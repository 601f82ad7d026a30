import { understand } from '../../../bot/questions/understanding.ts';
import type { SearchQuery } from '../../../retrieval/hits/search.ts';
import type { EvalContext } from '../../context.ts';
import type { GoldenQuestion } from '../../golden/question.ts';
import { evidenceFound } from '../../metrics/evidence-rank.ts';
import type { HitRecord } from '../../runs/answer-record.ts';
import { toRequest } from '../request.ts';
import { ARMS, type Arm, createArms } from './arms.ts';

/** The best passages of every arm for one question. */
export interface RetrievalRow {
  readonly id: string;
  /** How many passages of the index hold evidence: what an ideal ranking would put first. */
  readonly relevant: number;
  readonly arms: Readonly<Record<Arm, readonly HitRecord[]>>;
}

const DEPTH = 10;

/** Asks every arm every answerable question, in the words that the assistant itself searches with. */
export async function generateRetrieval(
  context: EvalContext,
  onProgress: (done: number, total: number) => void,
): Promise<RetrievalRow[]> {
  const arms = createArms(context.index);
  const passages = [...context.index.documents.values()].flatMap((content) => content.passages);
  const asked = context.questions.filter(({ question }) => question.answerable);
  const rows: RetrievalRow[] = [];
  for (const { question } of asked) {
    const query = queryOf(context, question);
    const found: Partial<Record<Arm, readonly HitRecord[]>> = {};
    for (const arm of ARMS) {
      const { hits } = await arms[arm].search(query, DEPTH);
      found[arm] = hits
        .filter(({ score }) => score > 0)
        .map(({ passage: { document, start, end }, score }) => ({ document, start, end, score }));
    }
    const holders = passages.filter(({ document }) =>
      question.evidence.some(({ seed }) => seed === document),
    );
    const relevant = evidenceFound(question, holders, context.texts).filter(Boolean).length;
    rows.push({ id: question.id, relevant, arms: found as RetrievalRow['arms'] });
    onProgress(rows.length, asked.length);
  }
  return rows;
}

/** The first aspect's words with what an earlier turn lends them, as the assistant searches. */
function queryOf({ dependencies, clock }: EvalContext, question: GoldenQuestion): SearchQuery {
  const { aspects, context } = understand(toRequest(question), {
    ...dependencies.understanding,
    now: clock(),
  });
  const { text, town, years } = aspects[0]!;
  return { text: context === '' ? text : `${text} ${context}`, town, years };
}
