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
  readonly connect: () => Promise<void>;
  readonly logger: Logger;
  readonly patience: Patience;
  readonly maintainers: readonly number[];
  readonly signal: AbortSignal;
}

/**
 * Settles how updates come, by `connect`, and puts the commands into the menu. Tries on while Telegram cannot be
 * reached; throws what else `connect` comes to.
 */
export async function prepare(
  bot: TelegramBot,
  { connect, logger, patience, maintainers, signal }: Preparation,
): Promise<void> {
  for (let failures = 0; !signal.aborted; failures += 1) {
    try {
      await connect();
      break;
    } catch (error) {
      if (!isPassing(error)) throw error;
      logger.warn(describeFault(error), 'telegram did not settle how updates come, trying again');
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

/** Takes away a webhook, which would keep updates from polling. */
export async function removeWebhook(bot: TelegramBot, logger: Logger, signal: AbortSignal): Promise<void> {
  try {
    await bot.api.deleteWebhook({}, asSignal(signal));
  } catch (error) {
    if (isPassing(error)) throw error;
    // Polling will tell what is wrong.
    logger.warn(describeFault(error), 'webhook could not be taken away');
  }
}
