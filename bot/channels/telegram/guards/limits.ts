import type { Middleware } from 'grammy';
import type { Metrics } from '../../../metrics/metrics.ts';
import { telegramWording } from '../../../wording/telegram.ts';
import type { Allowance } from '../allowance.ts';
import type { TelegramContext } from '../context.ts';
import { notify } from '../notify.ts';

/** Nobody asks faster than can be answered: a limit a person and, in groups, one for all together. */
export function limits(person: Allowance, group: Allowance, metrics: Metrics): Middleware<TelegramContext> {
  return async (context, next) => {
    if (context.myChatMember) return next();
    const isGroup = context.chat?.type !== 'private';
    const own = person.take(context.arrival.asker);
    const shared = own.allowed && isGroup ? group.take(String(context.chat?.id)) : own;
    if (shared.allowed) return next();
    metrics.turnedAway('telegram', 'rate');
    context.arrival.logger.info({ told: shared.told }, 'limit reached');
    if (shared.told && !context.callbackQuery) return;
    const wording = own.allowed ? telegramWording.tooFastInGroup : telegramWording.tooFast;
    await notify(context, wording(shared.seconds));
  };
}
