/** How much one person, one group and all together may ask for. */
export interface TelegramLimits {
  readonly personBurst: number;
  readonly personPerMinute: number;
  /** Telegram itself lets a bot send about twenty messages a minute into one group. */
  readonly groupBurst: number;
  readonly groupPerMinute: number;
  /**
   * Taken in and not yet answered, in all chats: some fifteen seconds' worth at the thirty messages a second that
   * Telegram allows. Less than the updates handled at a time, or nobody could be told.
   */
  readonly mostWaiting: number;
  readonly mostWaitingPerChat: number;
  readonly answerTimeoutMs: number;
}

export const DEFAULT_LIMITS: TelegramLimits = {
  personBurst: 10,
  personPerMinute: 12,
  groupBurst: 20,
  groupPerMinute: 20,
  mostWaiting: 400,
  mostWaitingPerChat: 8,
  answerTimeoutMs: 60_000,
};
