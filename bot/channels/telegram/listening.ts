/** The kinds of updates that Telegram is asked for. */
export const ALLOWED_UPDATES = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;

/** Updates are coming in, by polling or through a webhook. */
export interface Listening {
  /** Settles when that is over; rejects when Telegram no longer takes the token. */
  readonly ended: Promise<void>;
  /** Takes nothing new, and lets what runs finish. */
  stop(): Promise<void>;
}
