import type { Answer } from '../answers/answer.ts';
import type { Channel, Feedback } from '../conversations/store.ts';
import { Counter } from './counter.ts';
import { exposition, type Family, type Sample } from './exposition.ts';
import { Histogram } from './histogram.ts';
import { createProcessFamilies } from './process-families.ts';

/** Why somebody was turned away without an answer: too fast, too many waiting, too much text, too long a wait. */
export type Limit = 'rate' | 'queue' | 'size' | 'time';

/** What is known of the index that is being answered from. */
export interface IndexState {
  readonly ready: boolean;
  /** ISO time. */
  readonly indexedAt: string;
  readonly passages: number;
  readonly problems: number;
  /** Why the index is older than the documents; null when it is not. */
  readonly fault: string | null;
}

/** What is counted of feedback: no words. */
export type Opinion = Pick<Feedback, 'verdict' | 'reason'>;

/** What operators watch. Every label comes from a closed list of ours; nothing a person wrote can get in. */
export interface Metrics {
  questionEnded(
    channel: Channel,
    answer: Pick<Answer, 'status' | 'reason' | 'timings'>,
    seconds: number,
  ): void;
  /** A question that ended in an error instead of an answer. */
  questionFailed(channel: Channel, seconds: number): void;
  turnedAway(channel: Channel, limit: Limit): void;
  /** A verdict or words of one's own; `before` is what the same person had said of the same answer. */
  feedbackKept(channel: Channel, given: Opinion, before?: Opinion): void;
  reloaded(outcome: 'unchanged' | 'replaced' | 'failed'): void;
  /** How an answer that was offered to the language model ended; a member of the reworder's own list. */
  modelEnded(outcome: string): void;
  /** Asks, at every reading, how many wait in a channel; another watcher of the same channel takes its place. */
  watchWaiting(channel: Channel, waiting: () => number): void;
  watchIndex(state: () => IndexState): void;
  /** All of it in Prometheus's text format. */
  read(): string;
}

/** From a cached word to the longest that anybody waits. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

export function createMetrics({ now = Date.now }: { readonly now?: () => number } = {}): Metrics {
  const questions = new Counter({
    name: 'wenqiao_questions_total',
    help: 'Questions by channel and by how they ended.',
    labels: ['channel', 'status', 'reason'],
  });
  const whole = new Histogram({
    name: 'wenqiao_question_seconds',
    help: 'Seconds from a question to its whole answer, without the wait for a turn.',
    labels: ['channel'],
    bounds: BOUNDS,
  });
  const stages = new Histogram({
    name: 'wenqiao_question_stage_seconds',
    help: 'Seconds of a question spent on finding passages and on making the answer.',
    labels: ['stage'],
    bounds: BOUNDS,
  });
  const turnedAway = new Counter({
    name: 'wenqiao_turned_away_total',
    help: 'Requests that a limit left without an answer.',
    labels: ['channel', 'limit'],
  });
  const feedback = new Counter({
    name: 'wenqiao_feedback_total',
    help: 'Verdicts on answers, and words of their own; who changes their mind counts at both.',
    labels: ['channel', 'verdict'],
  });
  const feedbackReasons = new Counter({
    name: 'wenqiao_feedback_reasons_total',
    help: 'Reasons why an answer was no good, where people chose one.',
    labels: ['channel', 'reason'],
  });
  const reloads = new Counter({
    name: 'wenqiao_reloads_total',
    help: 'Updates of the index while running, by how they ended.',
    labels: ['outcome'],
  });
  const model = new Counter({
    name: 'wenqiao_model_outcomes_total',
    help: 'Answers that could have been reworded by the language model, by what came of it.',
    labels: ['outcome'],
  });
  const waiting = new Map<Channel, () => number>();
  const processFamilies = createProcessFamilies();
  let index: (() => IndexState) | undefined;

  return {
    questionEnded(channel, { status, reason, timings }, seconds) {
      questions.add({ channel, status, reason: reason ?? 'none' });
      whole.observe({ channel }, seconds);
      // What was screened away has no stages.
      if (status === 'blocked') return;
      stages.observe({ stage: 'retrieve' }, timings.retrieveMs / 1_000);
      stages.observe({ stage: 'answer' }, timings.answerMs / 1_000);
    },
    questionFailed(channel, seconds) {
      questions.add({ channel, status: 'failed', reason: 'none' });
      whole.observe({ channel }, seconds);
    },
    turnedAway: (channel, limit) => turnedAway.add({ channel, limit }),
    feedbackKept(channel, { verdict, reason }, before) {
      if (before === undefined || before.verdict !== verdict)
        feedback.add({ channel, verdict: verdict ?? 'words' });
      if (reason !== null && reason !== before?.reason) feedbackReasons.add({ channel, reason });
    },
    reloaded: (outcome) => reloads.add({ outcome }),
    modelEnded: (outcome) => model.add({ outcome }),
    watchWaiting: (channel, count) => void waiting.set(channel, count),
    watchIndex: (state) => {
      index = state;
    },
    read: () =>
      exposition([
        ...[questions, whole, stages, turnedAway, feedback, feedbackReasons, reloads, model].map((part) =>
          part.family(),
        ),
        gauge(
          'wenqiao_waiting_questions',
          'Questions that wait for their turn or their answer.',
          [...waiting].map(([channel, count]) => ({ labels: { channel }, value: count() })),
        ),
        ...(index === undefined ? [] : indexFamilies(index(), now())),
        ...processFamilies(),
      ]),
  };
}

function indexFamilies({ ready, indexedAt, passages, problems, fault }: IndexState, now: number): Family[] {
  const one = (name: string, help: string, value: number): Family =>
    gauge(name, help, [{ labels: {}, value }]);
  return [
    one('wenqiao_ready', 'Whether questions are answered: 1 or 0.', Number(ready)),
    one(
      'wenqiao_index_age_seconds',
      'Seconds since the index was made.',
      Math.max(0, (now - Date.parse(indexedAt)) / 1_000),
    ),
    one('wenqiao_index_passages', 'Passages in the index.', passages),
    one('wenqiao_index_problems', 'Problems found in the documents.', problems),
    one(
      'wenqiao_index_outdated',
      'Whether the index is older than the documents and could not be renewed: 1 or 0.',
      Number(fault !== null),
    ),
  ];
}

function gauge(name: string, help: string, samples: readonly Sample[]): Family {
  return { name, help, type: 'gauge', samples };
}
