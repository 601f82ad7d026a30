import type { Bot } from 'grammy';
import type { Message, Update } from 'grammy/types';
import type { Logger } from '../../logger.ts';
import { telegramWording } from '../../wording/telegram.ts';
import type { Reception } from '../webhook.ts';
import { isAddressed } from './address.ts';
import type { TelegramContext } from './context.ts';
import { describeFault } from './faults.ts';
import type { Inbox, LeftOver } from './inbox.ts';
import type { Patience } from './patience.ts';

/** At most so many updates are dealt with at a time. */
export const MOST_AT_ONCE = 500;

export interface IntakeOptions {
  readonly inbox: Inbox;
  readonly logger: Logger;
  readonly patience: Patience;
  /** How long a stop waits for what is being answered, in milliseconds. */
  readonly graceMs: number;
}

/** Where updates come in, whichever way Telegram brings them. */
export interface Intake {
  /** Deals with an update, which is kept until then; resolves when that is done, and never rejects. */
  take(update: Update): Promise<void>;
  /** Keeps what a webhook was sent and says so before it is dealt with. */
  receive(update: unknown): Reception;
  /** Takes up what the last process left undone. */
  takeUp(): void;
  /** Lets what runs finish, for as long as the grace lasts; what is unfinished then is left to the next start. */
  settle(): Promise<void>;
}

export function createIntake(bot: Bot<TelegramContext>, options: IntakeOptions): Intake {
  const { inbox, logger, patience } = options;
  const handling = new Set<Promise<void>>();
  let isAbandoned = false;

  function handle(update: Update, place: number | undefined, work = () => bot.handleUpdate(update)) {
    const handled = work()
      .catch((error) => logger.error(describeFault(error), 'update failed outside its boundary'))
      .finally(() => {
        handling.delete(handled);
        // What was cut off at the end is not done, whatever it came to.
        if (place !== undefined && !isAbandoned) inbox.remove(place);
      });
    handling.add(handled);
    return handled;
  }

  /** What people in a group say to each other is none of our business, and is not written down. */
  function isForBot(update: Update): boolean {
    const message: Message | undefined = update.message ?? update.edited_message;
    if (message === undefined) return update.callback_query !== undefined;
    return message.chat.type === 'private' || isAddressed(message, bot.botInfo);
  }

  function take(update: Update): Promise<void> {
    return handle(update, isForBot(update) ? inbox.keep(update) : undefined);
  }

  /** Whatever ended two processes will end a third: the person is told instead. */
  async function apologise({ update }: LeftOver): Promise<void> {
    const chat = (update.message ?? update.edited_message ?? update.callback_query?.message)?.chat;
    logger.error({ update: update.update_id }, 'update given up: it was not answered at two starts');
    if (chat !== undefined) await bot.api.sendMessage(chat.id, telegramWording.givenUp);
  }

  return {
    take,
    receive(update) {
      if (!isUpdate(update)) return 'malformed';
      if (isAbandoned || inbox.isFull || handling.size >= MOST_AT_ONCE) return 'busy';
      void take(update);
      return 'taken';
    },
    takeUp() {
      const left = inbox.takeUp();
      if (left.length > 0) logger.info({ left: left.length }, 'taking up what was left unanswered');
      for (const leftOver of left) {
        const { update, place, isSecondTime } = leftOver;
        void (isSecondTime ? handle(update, place, () => apologise(leftOver)) : handle(update, place));
      }
    },
    async settle() {
      await Promise.race([Promise.allSettled([...handling]), patience.pause(options.graceMs)]);
      isAbandoned = true;
      if (handling.size > 0) logger.warn({ unfinished: handling.size }, 'stopped before all was answered');
    },
  };
}

function isUpdate(value: unknown): value is Update {
  return (
    typeof value === 'object' &&
    value !== null &&
    'update_id' in value &&
    Number.isSafeInteger(value.update_id)
  );
}
