import type { BotError as UpdateError } from 'grammy';
import { telegramWording } from '../../../wording/telegram.ts';
import type { TelegramContext } from '../context.ts';
import { deliver, placeOf } from '../delivery.ts';
import { describeFault, faultOf } from '../faults.ts';
import { join } from '../formatted-text.ts';
import type { Services } from '../services.ts';

/** Around everything: whatever went wrong is logged, and the person still gets a sentence. */
export function boundary({
  logger,
  hashChat,
}: Pick<Services, 'logger' | 'hashChat'>): (failure: UpdateError<TelegramContext>) => Promise<void> {
  return async ({ error, ctx: context }) => {
    const chat = context.chatId === undefined ? undefined : hashChat(context.chatId);
    const log = logger.child({ update: context.update.update_id, chat });
    if (faultOf(error) === 'forbidden') {
      log.info(describeFault(error), 'chat is closed to the bot');
      return;
    }
    log.error(describeFault(error), 'update failed');
    if (context.chat === undefined) return;
    try {
      const line = faultOf(error) === 'network' ? telegramWording.perhapsArrived : telegramWording.failed;
      await deliver(context.api, placeOf(context), join([line]));
    } catch (second) {
      log.error(describeFault(second), 'apology failed');
    }
  };
}
