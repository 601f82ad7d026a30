import type { Status } from '../../answers/answer.ts';
import type { Assistant } from '../../assistant.ts';
import { type Channel, FEEDBACK_REASONS, type Feedback } from '../../conversations/store.ts';
import type { Counts, Tally } from '../../conversations/tally.ts';
import { telegramWording } from '../../wording/telegram.ts';
import { type FormattedText, join, styled } from './formatted-text.ts';

const DAYS = 7;
const CHANNELS: readonly Channel[] = ['web', 'telegram', 'terminal'];
const STATUSES: readonly Status[] = ['answered', 'clarify', 'refused', 'blocked'];

export interface Stats {
  readonly tally: Tally;
  readonly feedback: readonly Pick<Feedback, 'verdict' | 'reason' | 'comment'>[];
  readonly health: ReturnType<Assistant['health']>;
  /** Bytes. */
  readonly memory: number;
  readonly now: Date;
}

/** How things stand, in numbers; nobody's words. */
export function statsMessage({ tally, feedback, health, memory, now }: Stats): FormattedText {
  const { since, days, opinions, state, nothing } = telegramWording.stats;
  const started = linesOf(tally.sinceStart());
  const byDay = Array.from({ length: DAYS }, (_, daysAgo) => tally.ofDay(daysAgo)).flatMap(
    ({ day, counts }) => linesOf(counts).map((line) => `${day} ${line}`),
  );
  const age = now.getTime() - Date.parse(health.indexedAt);
  return join(
    [
      section(since(now.getTime() - tally.startedAt.getTime()), started, nothing),
      section(days(DAYS), byDay, nothing),
      section(opinions.title, opinionLines(feedback), nothing),
      section(state.title, [state.index(health.passages, age), state.memory(memory)], nothing),
    ],
    '\n\n',
  );
}

function section(title: string, lines: readonly string[], nothing: string): FormattedText {
  return join([styled('bold', title), ...(lines.length > 0 ? lines : [nothing])], '\n');
}

function linesOf(counts: Counts): readonly string[] {
  const { channels, statuses } = telegramWording.stats;
  return CHANNELS.flatMap((channel) => {
    const ofChannel = counts[channel];
    if (ofChannel === undefined) return [];
    const parts = STATUSES.filter((status) => ofChannel[status] !== undefined).map(
      (status) => `${statuses[status]}${ofChannel[status]}`,
    );
    return [`${channels[channel]}：${parts.join('，')}`];
  });
}

function opinionLines(feedback: Stats['feedback']): readonly string[] {
  if (feedback.length === 0) return [];
  const { counts } = telegramWording.stats.opinions;
  const { reasons: labels } = telegramWording.feedback;
  const good = feedback.filter(({ verdict }) => verdict === 'good').length;
  const bad = feedback.filter(({ verdict }) => verdict === 'bad').length;
  const words = feedback.filter(({ comment }) => comment !== null).length;
  const reasons = FEEDBACK_REASONS.map((reason) => ({
    label: labels[reason],
    count: feedback.filter((row) => row.reason === reason).length,
  })).filter(({ count }) => count > 0);
  return [counts(good, bad, words), ...reasons.map(({ label, count }) => `· ${label}${count}`)];
}
