import { Composer } from 'grammy';
import { telegramWording } from '../../../wording/telegram.ts';
import { PASSAGE_DATA } from '../buttons.ts';
import type { TelegramContext } from '../context.ts';
import { deliver, placeOf } from '../delivery.ts';
import { notify, stopSpinner } from '../notify.ts';
import { passageMessage } from '../passage-message.ts';
import type { Services } from '../services.ts';

/** 原文: what stands around a quote in its document. */
export function passage({ assistant, offers }: Services): Composer<TelegramContext> {
  const composer = new Composer<TelegramContext>();
  composer.callbackQuery(PASSAGE_DATA, async (context, next) => {
    const [, key = '', place] = context.match;
    const citation = offers.find(context.chatId ?? 0, key)?.citations[Number(place)];
    if (citation === undefined) return next();
    const document = assistant.document(citation.document);
    if (document === undefined) return notify(context, telegramWording.passage.gone);
    await stopSpinner(context);
    const answerShown = { ...placeOf(context), replyTo: context.msg?.message_id };
    await deliver(context.api, answerShown, passageMessage(citation, document));
  });
  return composer;
}
