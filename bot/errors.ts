/** Why the bot could not start or go on; every reason is something an operator can act on. */
export type BotReason =
  | 'configuration_invalid'
  | 'no_channel'
  | 'port_taken'
  | 'telegram_token_wrong'
  | 'telegram_unreachable';

/** A known failure: `message` says in one line what is wrong and what to do. */
export class BotError extends Error {
  readonly reason: BotReason;

  constructor(reason: BotReason, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'BotError';
    this.reason = reason;
  }
}
