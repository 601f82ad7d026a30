import type { BotCommand } from 'grammy/types';
import { telegramWording } from '../../wording/telegram.ts';

/** The commands of the menu, in its order. */
export const COMMANDS: readonly BotCommand[] = Object.entries(telegramWording.commands).map(
  ([command, description]) => ({ command, description }),
);
