import { createHash } from 'node:crypto';
import { Composer } from 'grammy';
import { telegramWording } from '../../../wording/telegram.ts';
import { questionIn } from '../address.ts';
import { answerQuestion } from '../ask.ts';
import { offerButtons } from '../buttons.ts';
import type { TelegramContext } from '../context.ts';
import { deliver, placeOf } from '../delivery.ts';
import { join } from '../formatted-text.ts';
import type { Services } from '../services.ts';

const MOST_MESSAGES = 5_000;
/** A message can be edited for two days. */
const EDITABLE_MS = 48 * 3_600_000;

/**
 * A question in text. An edited message is answered anew when its words have changed: who mends a slip of the
 * finger waits for the answer to what they meant, and Telegram also reports edits that change no word.
 */
export function question(services: Services): Composer<TelegramContext> {
  const composer = new Composer<TelegramContext>();
  const asked = services.remember<string>('asked', { most: MOST_MESSAGES, lifetimeMs: EDITABLE_MS });
  composer.on(['message:text', 'edited_message:text'], async (context, next) => {
    const words = questionIn(context.msg, context.me);
    if (words.startsWith('/')) return next();
    if (words === '') return askForQuestion(context, services);
    const message = `${context.chat.id}:${context.msg.message_id}`;
    const digest = digestOf(words);
    if (context.editedMessage && asked.get(message) === digest) return;
    const lead = context.editedMessage ? telegramWording.answer.edited : undefined;
    await answerQuestion(context, services, words, lead);
    // Only now: what was cut off before its answer has not been dealt with.
    asked.set(message, digest);
  });
  return composer;
}

/** Enough to tell a changed word; the words themselves are not kept that long. */
function digestOf(words: string): string {
  return createHash('sha256').update(words).digest('base64');
}

/** Only the bot's name was written. */
async function askForQuestion(context: TelegramContext, { assistant, offers }: Services): Promise<void> {
  const place = placeOf(context);
  const offer = { questions: assistant.firstQuestions(), citations: [] };
  const buttons = offerButtons(offers.keep(place.chat, offer), offer);
  await deliver(context.api, place, join([telegramWording.emptyQuestion]), { buttons });
}
