import { Composer } from 'grammy';
import { telegramWording } from '../../../wording/telegram.ts';
import { offerButtons } from '../buttons.ts';
import type { TelegramContext } from '../context.ts';
import { deliver, placeOf } from '../delivery.ts';
import { join, styled } from '../formatted-text.ts';
import type { Services } from '../services.ts';

/** /start: who is speaking, and first questions to tap; what was said before is forgotten. */
export function start({ assistant, conversations, offers }: Services): Composer<TelegramContext> {
  const composer = new Composer<TelegramContext>();
  composer.command('start', async (context) => {
    conversations.forget(context.arrival.conversation);
    const { greeting, body, firstQuestions, more } = telegramWording.start;
    const place = placeOf(context);
    const offer = { questions: assistant.firstQuestions(), citations: [] };
    const invitation = offer.questions.length > 0 ? [firstQuestions] : [];
    await deliver(context.api, place, join([styled('bold', greeting), body, more, ...invitation], '\n\n'), {
      buttons: offerButtons(offers.keep(place.chat, offer), offer),
    });
  });
  return composer;
}
