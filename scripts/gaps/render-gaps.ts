import { printableLine } from '../../bot/channels/terminal/printable.ts';
import type { Gap } from '../../bot/conversations/gaps.ts';
import type { Feedback, Stored } from '../../bot/conversations/store.ts';
import { feedbackReasons } from '../../bot/wording/feedback.ts';
import { recordsWording } from '../../bot/wording/records.ts';
import { columnsOf } from '../desk/columns.ts';

/** Widest columns; the last one takes what it needs. */
const GAP_LIMITS = [8, 6, 6, 10, 12];
const FEEDBACK_LIMITS = [8, 10, 6, 6, 32, 40];

/** The unanswered questions as a table on a terminal. */
export function renderGaps(gaps: readonly Gap[]): string {
  const { columns, count, none, reasons, variants } = recordsWording.gaps;
  if (gaps.length === 0) return `${none}\n`;
  const lines = gaps.map((gap) => [
    String(gap.id),
    String(gap.count),
    String(gap.persons),
    day(gap.lastAsked),
    reasons[gap.reasons[0] ?? ''] ?? gap.reasons[0] ?? '',
    variants(printableLine(gap.question), gap.variants.length),
  ]);
  const times = gaps.reduce((sum, gap) => sum + gap.count, 0);
  return `${columnsOf([columns, ...lines], GAP_LIMITS)}${count(gaps.length, times)}\n`;
}

/** What people said of answers, as a table on a terminal. */
export function renderFeedback(rows: readonly Stored<Feedback>[]): string {
  const { columns, count, empty, none, verdicts } = recordsWording.feedback;
  if (rows.length === 0) return `${none}\n`;
  const lines = rows.map(({ id, at, verdict, reason, comment, question, answer }) => [
    String(id),
    day(at),
    verdict === null ? empty : verdicts[verdict],
    reason === null ? empty : feedbackReasons[reason],
    ...[comment, question, answer].map((text) => printableLine(text ?? empty)),
  ]);
  const of = (wanted: 'good' | 'bad'): number => rows.filter(({ verdict }) => verdict === wanted).length;
  return `${columnsOf([columns, ...lines], FEEDBACK_LIMITS)}${count(of('good'), of('bad'))}\n`;
}

/** The day as it was here. */
function day(at: string): string {
  const time = new Date(at);
  const parts = [time.getFullYear(), time.getMonth() + 1, time.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}
