import type { BotCommand, BotCommandScope } from 'grammy/types';
import { telegramWording } from '../../wording/telegram.ts';

/** The commands that everybody may give, in the menu's order. */
export const COMMANDS: readonly BotCommand[] = listOf(telegramWording.commands);

/** The commands of maintainers; nobody else hears of them. */
const MAINTAINER_COMMANDS: readonly BotCommand[] = listOf(telegramWording.maintainerCommands);

/** A menu and who sees it. */
export interface Menu {
  readonly scope: BotCommandScope;
  readonly commands: readonly BotCommand[];
}

/** The menus: chats with one person, groups, and the chats of maintainers, whose ids are their chats' too. */
export function menus(maintainers: readonly number[]): readonly Menu[] {
  return [
    { scope: { type: 'all_private_chats' }, commands: COMMANDS },
    // A group has no beginning to go back to.
    { scope: { type: 'all_group_chats' }, commands: COMMANDS.filter(({ command }) => command !== 'start') },
    ...maintainers.map((id) => ({
      scope: { type: 'chat', chat_id: id } as const,
      commands: [...COMMANDS, ...MAINTAINER_COMMANDS],
    })),
  ];
}

function listOf(wording: Readonly<Record<string, string>>): readonly BotCommand[] {
  return Object.entries(wording).map(([command, description]) => ({ command, description }));
}
