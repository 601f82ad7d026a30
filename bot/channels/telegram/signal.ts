import type { Bot } from 'grammy';

export type TelegramSignal = NonNullable<Parameters<Bot['api']['getMe']>[0]>;

/** grammY types its signals after an older stand-in for the platform's own, and takes either. */
export function asSignal(signal: AbortSignal): TelegramSignal {
  return signal as unknown as TelegramSignal;
}
