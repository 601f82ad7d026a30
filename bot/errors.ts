/** Why the bot could not start or go on; every reason is something an operator can act on. */
export type BotReason =
  | 'configuration_invalid'
  | 'no_channel'
  | 'port_taken'
  | 'backup_failed'
  | 'store_broken'
  | 'store_foreign'
  | 'store_missing'
  | 'store_newer'
  | 'store_unavailable'
  | 'telegram_token_wrong'
  | 'telegram_unreachable'
  | 'telegram_webhook_refused';

/** A known failure: `message` says in one line what is wrong and what to do. */
export class BotError extends Error {
  readonly reason: BotReason;

  constructor(reason: BotReason, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'BotError';
    this.reason = reason;
  }
}

/** Where an error happened, at most five places; never its message, which may quote what a person wrote. */
export function placesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  const { stack = '', message } = error;
  // The stack repeats the message, and a message may have lines that look like places.
  const places = message === '' ? stack : stack.slice(stack.indexOf(message) + message.length);
  return places
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 5)
    .map((line) => line.trim());
}
