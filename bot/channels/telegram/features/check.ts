import { Composer } from 'grammy';
import { telegramWording } from '../../../wording/telegram.ts';
import { WaitingLine } from '../../waiting-line.ts';
import { offerButtons } from '../buttons.ts';
import { checkMessage } from '../check-message.ts';
import type { TelegramContext } from '../context.ts';
import { deliver, placeOf } from '../delivery.ts';
import { join } from '../formatted-text.ts';
import { inTime } from '../in-time.ts';
import { knownTowns, type Services } from '../services.ts';
import { whileTyping } from '../typing.ts';

/** A check is dozens of look-ups; more at once would keep questions waiting. */
const AT_ONCE = { places: 2, waiting: 20 };

/** /check: a text is compared with the documents figure by figure; the text stands behind it or is replied to. */
export function check(services: Services): Composer<TelegramContext> {
  const composer = new Composer<TelegramContext>();
  const line = new WaitingLine(AT_ONCE);
  composer.command('check', async (context) => {
    const place = placeOf(context);
    const say = (text: string): Promise<void> => deliver(context.api, place, join([text]));
    const text = context.match.trim() || repliedText(context);
    if (text === '') return say(telegramWording.check.missing);
    const { assistant, chatTowns, offers, answerTimeoutMs } = services;
    const town = chatTowns.of(place.chat, knownTowns(services));
    const checked = await whileTyping(context, () =>
      inTime(answerTimeoutMs, async (signal) => {
        const leave = await line.enter(signal);
        if (leave === undefined) return 'full';
        try {
          return await assistant.desk.check(text, town === undefined ? {} : { town });
        } finally {
          leave();
        }
      }),
    );
    if (checked === undefined) return say(telegramWording.check.tookTooLong);
    if (checked === 'full') return say(telegramWording.queueFull);
    const { message, citations } = checkMessage(checked);
    const offer = { questions: [], citations };
    const buttons = offerButtons(offers.keep(place.chat, offer), offer);
    await deliver(context.api, place, message, { buttons });
    context.arrival.logger.info({ ...checked.counts }, 'text checked');
  });
  return composer;
}

/** What /check replies to: the part of it that was marked, else all of it. */
function repliedText(context: TelegramContext): string {
  const repliedTo = context.msg?.reply_to_message;
  return (context.msg?.quote?.text ?? repliedTo?.text ?? repliedTo?.caption ?? '').trim();
}
