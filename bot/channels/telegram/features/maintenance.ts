import { Composer } from 'grammy';
import type { Gap } from '../../../conversations/gaps.ts';
import { recordsWording } from '../../../wording/records.ts';
import { telegramWording } from '../../../wording/telegram.ts';
import type { TelegramContext } from '../context.ts';
import { deliver, placeOf } from '../delivery.ts';
import { type FormattedText, join, styled } from '../formatted-text.ts';
import type { Reloaded } from '../maintenance.ts';
import { onOneLine } from '../one-line.ts';
import type { Services } from '../services.ts';
import { statsMessage } from '../stats-message.ts';
import { whileTyping } from '../typing.ts';

const MOST_GAPS = 20;
const LONGEST_QUESTION = 100;

/**
 * /stats, /gaps and /reload for maintainers, in their own chat with the bot: what people ask is nothing for a
 * group. For everybody else these commands do not exist.
 */
export function maintenance(services: Services): Composer<TelegramContext> {
  const { assistant, store, clock } = services;
  const { maintainers, tally, gaps, reload } = services.maintenance;
  const composer = new Composer<TelegramContext>();
  const own = composer.filter(
    ({ chat, from }) => chat?.type === 'private' && from !== undefined && maintainers.includes(from.id),
  );
  const say = (context: TelegramContext, message: FormattedText): Promise<void> =>
    deliver(context.api, placeOf(context), message);
  own.command('stats', (context) => {
    const memory = process.memoryUsage.rss();
    const stats = { tally, feedback: store.feedback(), health: assistant.health(), memory, now: clock() };
    return say(context, statsMessage(stats));
  });
  own.command('gaps', (context) => say(context, gapsMessage(gaps())));
  own.command('reload', async (context) => {
    const outcome = await whileTyping(context, () => reload());
    context.arrival.logger.info({ outcome: outcome.kind }, 'reload asked for');
    await say(context, join([outcomeLine(outcome)]));
  });
  return composer;
}

function gapsMessage(gaps: readonly Gap[]): FormattedText {
  const { title, none, line, unlisted } = telegramWording.gaps;
  if (gaps.length === 0) return join([none]);
  const { reasons } = recordsWording.gaps;
  const shown = gaps
    .slice(0, MOST_GAPS)
    .map(({ question, count, persons, reasons: [reason = ''], lastAsked }, place) => {
      const words = onOneLine(question).slice(0, LONGEST_QUESTION);
      return `${place + 1}. ${line(words, count, persons, reasons[reason] ?? reason, lastAsked.slice(0, 10))}`;
    });
  const more = gaps.length - shown.length;
  return join([styled('bold', title(gaps.length)), ...shown, ...(more > 0 ? [unlisted(more)] : [])], '\n');
}

function outcomeLine(outcome: Reloaded): string {
  const { unchanged, replaced, failed } = telegramWording.reload;
  switch (outcome.kind) {
    case 'unchanged':
      return unchanged(outcome.report.documents);
    case 'replaced': {
      const { added, changed, removed, documents, passages, problems } = outcome.report;
      const counts = { added: added.length, changed: changed.length, removed: removed.length };
      return replaced({ ...counts, documents, passages, problems: problems.length });
    }
    case 'failed':
      return failed(onOneLine(outcome.message));
  }
}
