import { Composer } from 'grammy';
import { telegramWording } from '../../../wording/telegram.ts';
import { answerQuestion } from '../ask.ts';
import { QUESTION_DATA } from '../buttons.ts';
import type { TelegramContext } from '../context.ts';
import { stopSpinner } from '../notify.ts';
import type { Services } from '../services.ts';

/** A suggested question, asked by tapping it; it stands above its answer, since nobody has typed it. */
export function followUp(services: Services): Composer<TelegramContext> {
  const composer = new Composer<TelegramContext>();
  composer.callbackQuery(QUESTION_DATA, async (context, next) => {
    const [, key = '', place] = context.match;
    const question = services.offers.find(context.chatId ?? 0, key)?.questions[Number(place)];
    if (question === undefined) return next();
    await stopSpinner(context);
    await answerQuestion(context, services, question, `${telegramWording.answer.asked}${question}`);
  });
  return composer;
}
