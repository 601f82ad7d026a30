import type { ChatModel } from '../../bot/answers/model/chat-model.ts';
import { createReworder, type Outcome } from '../../bot/answers/model/reworder.ts';
import type { Logger } from '../../bot/logger.ts';
import type { EvalContext } from '../context.ts';
import type { GoldenQuestion } from '../golden/question.ts';
import type { AnswerRecord } from '../runs/answer-record.ts';
import { composeRecord } from '../suites/answers/generate.ts';

/** One question in both modes. */
export interface ModeRow {
  readonly id: string;
  readonly extractive: AnswerRecord;
  /** The very same answer where the model's words were not used. */
  readonly llm: AnswerRecord;
  /** How the offer to the model ended; null where there was nothing to reword. */
  readonly outcome: Outcome | null;
  /** Kinds of faults that sentences of the model were dropped for. */
  readonly faults: readonly string[];
}

export interface ModesOptions {
  readonly model: ChatModel;
  /** Milliseconds that a person would wait for the model. */
  readonly timeoutMs: number;
  readonly logger: Logger;
  readonly onProgress: (done: number, total: number) => void;
}

/** Verified sentences and the time their checks took. */
export interface Checked {
  readonly sentencesKept: number;
  readonly sentencesDropped: number;
  readonly checkMs: number;
}

export interface Modes {
  readonly rows: readonly ModeRow[];
  readonly checked: Checked;
}

/** Questions that wait for the model at a time. */
const AT_ONCE = 4;

/** Answers every question once without and once with the model. */
export async function generateModes(context: EvalContext, options: ModesOptions): Promise<Modes> {
  const asked = [...context.questions.map(({ question }) => question), ...context.mustFail];
  const rows: ModeRow[] = [];
  const checked = { sentencesKept: 0, sentencesDropped: 0, checkMs: 0 };
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    while (next < asked.length) {
      const at = next++;
      rows[at] = await answerInBothModes(context, asked[at]!, options, checked);
      options.onProgress(++done, asked.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { rows, checked };
}

async function answerInBothModes(
  context: EvalContext,
  question: GoldenQuestion,
  { model, timeoutMs, logger }: ModesOptions,
  checked: { -readonly [Name in keyof Checked]: Checked[Name] },
): Promise<ModeRow> {
  const { answer, record } = await composeRecord(context, question);
  let outcome: Outcome | null = null;
  let faults: readonly string[] = [];
  // One for each question, so that its ending can be told from those of its neighbours.
  const reworder = createReworder(
    { baseUrl: '', model: '', timeoutMs, tokensPerDay: 0 },
    {
      logger,
      model,
      clock: context.clock,
      onOutcome: (ended, dropped) => {
        outcome = ended;
        faults = dropped;
      },
    },
  );
  const history = question.history ?? [];
  const reworded = await reworder.reword(context.index, answer, { question: question.question, history });
  const counts = reworder.counts();
  checked.sentencesKept += counts.sentencesKept;
  checked.sentencesDropped += counts.sentencesDropped;
  checked.checkMs += counts.checkMs;
  const llm = reworded === answer ? record : { ...record, ...reworded, id: record.id };
  return { id: record.id, extractive: record, llm, outcome, faults };
}
