import type { Outcome } from '../../bot/answers/model/reworder.ts';
import type { EvalContext } from '../context.ts';
import { percentile } from '../metrics/percentile.ts';
import type { Verdict } from '../metrics/strict-verdict.ts';
import { judgeAll } from '../suites/answers/judged.ts';
import { wronglyPassed } from '../suites/answers/must-fail.ts';
import { scoreAnswers } from '../suites/answers/score.ts';
import { scoreCitations } from '../suites/citations/score.ts';
import type { Figure, SuiteResult } from '../suites/result.ts';
import type { Modes } from './generate-modes.ts';
import type { ReplyCounts } from './kept-replies.ts';

/** One figure in both modes. */
export interface ModeFigure {
  readonly suite: string;
  readonly name: string;
  readonly part: Figure['part'];
  readonly unit: Figure['unit'];
  readonly extractive: number;
  readonly llm: number;
}

/** What a million tokens cost, in the currency that the prices were given in. */
export interface Prices {
  readonly input: number;
  readonly output: number;
}

export interface ModesReport {
  readonly model: string;
  readonly questions: number;
  readonly figures: readonly ModeFigure[];
  /** How many offers to the model ended so; answers that are no offer are not counted. */
  readonly outcomes: readonly { readonly outcome: Outcome; readonly count: number }[];
  /** Kinds of faults, and in how many answers sentences were dropped for them. */
  readonly faults: readonly { readonly fault: string; readonly count: number }[];
  /** Questions that pass in one mode alone. */
  readonly gained: readonly string[];
  readonly lost: readonly string[];
  /** Questions whose answer misleads in this mode and not in the other. */
  readonly newlyMisleading: readonly string[];
  readonly checks: {
    readonly kept: number;
    readonly dropped: number;
    /** Milliseconds a sentence. */
    readonly msPerSentence: number;
  };
  readonly replies: {
    readonly asked: number;
    readonly kept: number;
    readonly inputTokens: number;
    readonly outputTokens: number;
    readonly p50Ms: number;
    readonly p95Ms: number;
    /** What all replies cost when they were made, and what this run added; null without prices. */
    readonly cost: { readonly all: number; readonly thisRun: number } | null;
  };
  readonly wronglyPassed: readonly string[];
}

/** Scores both modes by the same judge and puts them side by side. */
export function compareModes(
  context: EvalContext,
  { rows, checked }: Modes,
  { model, replies, prices }: { model: string; replies: ReplyCounts; prices: Prices | null },
): ModesReport {
  const extractive = rows.map((row) => row.extractive);
  const llm = rows.map((row) => row.llm);
  const before = [scoreAnswers(context, extractive), scoreCitations(context, extractive)];
  const after = [scoreAnswers(context, llm), scoreCitations(context, llm)];
  const others = judgeAll(context, llm);
  const judged = judgeAll(context, extractive).map(({ question, verdict }, at) => ({
    id: question.id,
    extractive: verdict,
    llm: others[at]!.verdict,
  }));
  const sentences = checked.sentencesKept + checked.sentencesDropped;
  return {
    model,
    questions: context.questions.length,
    figures: before.flatMap((suite, at) => besides(suite, after[at]!)),
    outcomes: tally(rows.flatMap(({ outcome }) => outcome ?? [])).map(([outcome, count]) => ({
      outcome,
      count,
    })),
    faults: tally(rows.flatMap(({ faults }) => faults)).map(([fault, count]) => ({ fault, count })),
    gained: idsWhere(judged, (one, other) => !one.passed && other.passed),
    lost: idsWhere(judged, (one, other) => one.passed && !other.passed),
    newlyMisleading: idsWhere(judged, (one, other) => !one.misleading && other.misleading),
    checks: {
      kept: checked.sentencesKept,
      dropped: checked.sentencesDropped,
      msPerSentence: sentences === 0 ? 0 : checked.checkMs / sentences,
    },
    replies: {
      asked: replies.asked,
      kept: replies.kept,
      inputTokens: replies.inputTokens,
      outputTokens: replies.outputTokens,
      p50Ms: percentile(replies.tookMs, 0.5),
      p95Ms: percentile(replies.tookMs, 0.95),
      cost:
        prices === null
          ? null
          : {
              all: costOf(replies.inputTokens, replies.outputTokens, prices),
              thisRun: costOf(replies.newInputTokens, replies.newOutputTokens, prices),
            },
    },
    wronglyPassed: [...new Set([extractive, llm].flatMap((answers) => wronglyPassed(context, answers)))],
  };
}

function besides(before: SuiteResult, after: SuiteResult): ModeFigure[] {
  return before.figures
    .filter(({ count, unit }) => count > 0 && unit !== 'milliseconds')
    .flatMap(({ name, part, unit, value }) => {
      const other = after.figures.find((figure) => figure.name === name && figure.part === part);
      if (other === undefined) return [];
      return [{ suite: before.suite, name, part, unit, extractive: value, llm: other.value }];
    });
}

interface JudgedTwice {
  readonly id: string;
  readonly extractive: Verdict;
  readonly llm: Verdict;
}

function idsWhere(
  judged: readonly JudgedTwice[],
  holds: (one: Verdict, other: Verdict) => boolean,
): string[] {
  return judged.filter(({ extractive, llm }) => holds(extractive, llm)).map(({ id }) => id);
}

function tally<Key extends string>(keys: readonly Key[]): [Key, number][] {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one);
}

function costOf(inputTokens: number, outputTokens: number, { input, output }: Prices): number {
  return (inputTokens * input + outputTokens * output) / 1e6;
}
