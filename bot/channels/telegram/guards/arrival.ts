import type { Middleware } from 'grammy';
import type { TelegramContext } from '../context.ts';
import type { Services } from '../services.ts';

/** Says once who is talking and where, before anybody else looks at the update. */
export function arrival({
  logger,
  hashChat,
  clock,
}: Pick<Services, 'logger' | 'hashChat' | 'clock'>): Middleware<TelegramContext> {
  return async (context, next) => {
    const chat = context.chat;
    if (chat === undefined) return;
    const asker = `${askerOf(context) ?? chat.id}`;
    const topic = context.msg?.is_topic_message ? (context.msg.message_thread_id ?? '') : '';
    context.arrival = {
      logger: logger.child({
        update: context.update.update_id,
        chat: hashChat(chat.id),
        chatType: chat.type,
      }),
      at: clock(),
      conversation: `${chat.id}:${topic}:${asker}`,
      asker,
    };
    await next();
  };
}

/** A group's admins may speak as the group, and a channel as itself: Telegram then names one stand-in for all. */
function askerOf(context: TelegramContext): number | undefined {
  if (context.callbackQuery) return context.callbackQuery.from.id;
  return context.msg?.sender_chat?.id ?? context.from?.id;
}
