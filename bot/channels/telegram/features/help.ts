import { Composer } from 'grammy';
import { telegramWording } from '../../../wording/telegram.ts';
import { COMMANDS } from '../commands.ts';
import type { TelegramContext } from '../context.ts';
import { deliver, placeOf } from '../delivery.ts';
import { join, styled } from '../formatted-text.ts';

/** /help: how to ask, and the commands. */
export function help(): Composer<TelegramContext> {
  const composer = new Composer<TelegramContext>();
  composer.command('help', async (context) => {
    const { title, lines, commands } = telegramWording.help;
    const message = join(
      [
        styled('bold', title),
        ...lines.map((line) => `· ${line}`),
        '',
        styled('bold', commands),
        ...COMMANDS.map(({ command, description }) => `/${command} ${description}`),
      ],
      '\n',
    );
    await deliver(context.api, placeOf(context), message);
  });
  return composer;
}
