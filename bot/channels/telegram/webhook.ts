import type { Bot } from 'grammy';
import type { Webhook } from '../webhook.ts';
import type { TelegramContext } from './context.ts';
import type { Intake } from './intake.ts';
import { ALLOWED_UPDATES, type Listening } from './listening.ts';
import { asSignal } from './signal.ts';

/** Tells Telegram where to send updates to, and what to show with them. */
export async function registerWebhook(
  bot: Bot<TelegramContext>,
  webhook: Webhook,
  signal: AbortSignal,
): Promise<void> {
  const options = { secret_token: webhook.secret, allowed_updates: ALLOWED_UPDATES };
  await bot.api.setWebhook(webhook.url, options, asSignal(signal));
}

/** Takes in what comes through the webhook; Telegram keeps it and sends it again while nobody does. */
export function listenAtWebhook(webhook: Webhook, intake: Intake): Listening {
  let end = (): void => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  webhook.open((update) => intake.receive(update));
  return {
    ended,
    async stop() {
      webhook.close();
      await intake.settle();
      end();
    },
  };
}
