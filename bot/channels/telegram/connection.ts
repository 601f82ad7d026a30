import type { Bot } from 'grammy';
import type { Logger } from '../../logger.ts';
import { menus } from './commands.ts';
import type { TelegramContext } from './context.ts';
import { describeFault, faultOf } from './faults.ts';
import type { Patience } from './patience.ts';
import { asSignal } from './signal.ts';

type TelegramBot = Bot<TelegramContext>;

/** Asks Telegram who the bot is. False when Telegram cannot be reached; throws when it does not take the token. */
export async function introduce(bot: TelegramBot, logger: Logger, signal: AbortSignal): Promise<boolean> {
  try {
    bot.botInfo = await bot.api.getMe(asSignal(signal));
    return true;
  } catch (error) {
    if (faultOf(error) === 'token_refused') throw error;
    logger.warn(describeFault(error), 'telegram cannot be reached, trying again');
    return false;
  }
}

export interface Preparation {
  readonly logger: Logger;
  readonly patience: Patience;
  readonly maintainers: readonly number[];
  readonly signal: AbortSignal;
}

/** Takes away a webhook, which would keep updates from polling, and puts the commands into the menu. */
export async function prepare(
  bot: TelegramBot,
  { logger, patience, maintainers, signal }: Preparation,
): Promise<void> {
  for (let failures = 0; !signal.aborted; failures += 1) {
    try {
      await bot.api.deleteWebhook({}, asSignal(signal));
      break;
    } catch (error) {
      logger.warn(describeFault(error), 'webhook could not be taken away');
      if (!isPassing(error)) break;
      await patience.wait(failures, 0, signal);
    }
  }
  // The menu can come later: nobody has to wait for it to ask.
  for (const { commands, scope } of menus(maintainers)) {
    bot.api.setMyCommands(commands, { scope }).catch((error) => {
      // A maintainer who has never written to the bot has no chat with it yet.
      logger.warn({ ...describeFault(error), scope: scope.type }, 'commands could not be put into the menu');
    });
  }
}

function isPassing(error: unknown): boolean {
  return ['network', 'server', 'too_many_requests'].includes(faultOf(error));
}
