import type { Assistant } from '../../assistant.ts';
import type { Logger } from '../../logger.ts';
import type { Metrics } from '../../metrics/metrics.ts';
import type { Conversations } from './conversations.ts';
import type { Offers } from './offers.ts';

/** What features work with. */
export interface Services {
  readonly assistant: Assistant;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly conversations: Conversations;
  readonly offers: Offers;
  readonly clock: () => Date;
  readonly hashChat: (chat: number) => string;
  /** Whether questions leave this machine for a language model; said in /privacy. */
  readonly languageModel: boolean;
  /** After this long a person is told that the answer took too long. */
  readonly answerTimeoutMs: number;
}
