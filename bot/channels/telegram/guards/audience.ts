import type { Middleware } from 'grammy';
import { isAddressed } from '../address.ts';
import type { TelegramContext } from '../context.ts';

/** Lets through what is meant for the bot: in a group only when it is named or replied to, and never another bot. */
export function audience(): Middleware<TelegramContext> {
  return async (context, next) => {
    const message = context.message ?? context.editedMessage;
    if (message === undefined) return next();
    const isRobot = message.from?.is_bot === true && message.sender_chat === undefined;
    if (isRobot || message.is_automatic_forward) return;
    if (message.chat.type === 'private' || isAddressed(message, context.me)) await next();
  };
}
