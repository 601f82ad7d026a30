import type { Middleware } from 'grammy';
import type { TelegramContext } from '../context.ts';
import { faultOf } from '../faults.ts';
import type { Services } from '../services.ts';

/**
 * What was waiting when its chat was closed to the bot is let go: looking for an answer would be for nobody.
 * Whoever writes after that has opened the chat again, most often with /start.
 */
export function reachable({
  closedChats,
  clock,
}: Pick<Services, 'closedChats' | 'clock'>): Middleware<TelegramContext> {
  return async (context, next) => {
    const chat = context.chatId ?? 0;
    const since = closedChats.since(chat);
    if (since !== undefined && !context.myChatMember && context.arrival.at.getTime() < since) {
      context.arrival.logger.info('chat is closed to the bot, update let go');
      return;
    }
    if (since !== undefined && !context.myChatMember) closedChats.open(chat);
    try {
      await next();
    } catch (error) {
      // Noted before the next update of this chat has its turn.
      if (faultOf(error) === 'forbidden') closedChats.close(chat, clock());
      throw error;
    }
  };
}
