import type { Context } from 'grammy';
import type { Logger } from '../../logger.ts';

/** What is known of an update before any feature sees it. */
export interface Arrival {
  /** Bound to this update; knows the chat by its hash only. */
  readonly logger: Logger;
  /** When it was taken in. */
  readonly at: Date;
  /** Whose turns belong together: the chat, its topic, and in a group the person. */
  readonly conversation: string;
  /** Who is asking, for limits: a person, or a group that speaks as itself. */
  readonly asker: string;
}

export type TelegramContext = Context & { arrival: Arrival };
