import { Composer } from 'grammy';
import { telegramWording } from '../../../wording/telegram.ts';
import { TOWN_DAYS } from '../chat-towns.ts';
import type { TelegramContext } from '../context.ts';
import { MINUTES_KEPT, TURNS_KEPT } from '../conversations.ts';
import { deliver, placeOf } from '../delivery.ts';
import { join, styled } from '../formatted-text.ts';
import { HOURS_KEPT } from '../offers.ts';
import type { Services } from '../services.ts';

/** /privacy: what happens to a message, as it is in the code. */
export function privacy({ languageModel, retentionDays }: Services): Composer<TelegramContext> {
  const composer = new Composer<TelegramContext>();
  composer.command('privacy', async (context) => {
    const { title, lines, languageModel: model } = telegramWording.privacy;
    const all = [
      ...lines({
        turns: TURNS_KEPT,
        minutes: MINUTES_KEPT,
        hours: HOURS_KEPT,
        townDays: TOWN_DAYS,
        retentionDays,
      }),
      ...(languageModel ? [model] : []),
    ];
    const message = join([styled('bold', title), ...all.map((line) => `· ${line}`)], '\n');
    await deliver(context.api, placeOf(context), message);
  });
  return composer;
}
