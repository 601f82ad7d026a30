import type { Middleware } from 'grammy';
import type { Metrics } from '../../../metrics/metrics.ts';
import { telegramWording } from '../../../wording/telegram.ts';
import type { TelegramContext } from '../context.ts';
import { notify } from '../notify.ts';
import type { WaitingRoom } from '../waiting-room.ts';

/** Takes in no more than can wait; whoever is turned away is told so at once. */
export function queue(room: WaitingRoom, metrics: Metrics): Middleware<TelegramContext> {
  metrics.watchWaiting('telegram', () => room.waiting);
  return async (context, next) => {
    const admission = room.enter(context.chatId ?? 0);
    if (!admission.admitted) {
      metrics.turnedAway('telegram', 'queue');
      context.arrival.logger.info({ full: admission.full, waiting: admission.waiting }, 'queue full');
      const text =
        admission.full === 'chat'
          ? telegramWording.chatQueueFull(admission.waiting)
          : telegramWording.queueFull;
      return notify(context, text);
    }
    try {
      await next();
    } finally {
      admission.leave();
    }
  };
}
