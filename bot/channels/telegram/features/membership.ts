import { Composer } from 'grammy';
import { telegramWording } from '../../../wording/telegram.ts';
import type { TelegramContext } from '../context.ts';
import { deliver, placeOf } from '../delivery.ts';
import { join } from '../formatted-text.ts';
import type { Services } from '../services.ts';

/** Says how to ask when a group takes the bot in, and forgets a person who has blocked it. */
export function membership({ conversations, closedChats }: Services): Composer<TelegramContext> {
  const composer = new Composer<TelegramContext>();
  composer.on('my_chat_member', async (context) => {
    const { old_chat_member: before, new_chat_member: after, chat } = context.myChatMember;
    const wasOut = before.status === 'left' || before.status === 'kicked';
    const isOut = after.status === 'left' || after.status === 'kicked';
    if (isOut) {
      conversations.forget(context.arrival.conversation);
      closedChats.close(chat.id, context.arrival.at);
      context.arrival.logger.info({ status: after.status }, 'chat is closed to the bot');
    } else closedChats.open(chat.id);
    if (!isOut && wasOut && chat.type !== 'private' && chat.type !== 'channel') {
      await deliver(
        context.api,
        placeOf(context),
        join([telegramWording.group.greeting(context.me.username)]),
      );
    }
  });
  return composer;
}
