import type { Assistant } from '../../assistant.ts';
import type { Store } from '../../conversations/store.ts';
import type { Logger } from '../../logger.ts';
import type { FeedbackBook } from '../../metrics/counted-feedback.ts';
import type { Metrics } from '../../metrics/metrics.ts';
import type { ChatTowns } from './chat-towns.ts';
import type { ClosedChats } from './closed-chats.ts';
import type { Conversations } from './conversations.ts';
import type { Maintenance } from './maintenance.ts';
import type { Offers } from './offers.ts';
import type { Remember } from './remember.ts';

/** What features work with. */
export interface Services {
  readonly assistant: Assistant;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly store: Store;
  /** Where verdicts go, which are counted on the way. */
  readonly feedbackBook: FeedbackBook;
  readonly conversations: Conversations;
  readonly offers: Offers;
  readonly chatTowns: ChatTowns;
  readonly closedChats: ClosedChats;
  readonly remember: Remember;
  readonly clock: () => Date;
  readonly hashChat: (chat: number) => string;
  /** A person's pseudonym in the store. */
  readonly personOf: (asker: string) => string;
  readonly maintenance: Maintenance;
  /** Whether questions leave this machine for a language model; said in /privacy. */
  readonly languageModel: boolean;
  /** How many days feedback and unanswered questions are kept, 0 for good; said in /privacy. */
  readonly retentionDays: number;
  /** After this long a person is told that the answer took too long. */
  readonly answerTimeoutMs: number;
}

/** The towns that the documents are about, in their order. */
export function knownTowns({ assistant }: Pick<Services, 'assistant'>): readonly string[] {
  return [...new Set(assistant.documents().flatMap(({ town }) => town ?? []))];
}
