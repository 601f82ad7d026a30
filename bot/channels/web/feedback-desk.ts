import type { Context } from 'hono';
import type { Answer } from '../../answers/answer.ts';
import type { Secrets } from '../../conversations/pseudonym.ts';
import type { Feedback, Store } from '../../conversations/store.ts';
import type { Logger } from '../../logger.ts';
import { countedFeedback } from '../../metrics/counted-feedback.ts';
import type { Metrics } from '../../metrics/metrics.ts';
import { clientAddress } from './client-address.ts';
import type { FailureCode } from './failures.ts';
import type { WebLimits } from './limits.ts';
import type { GivenFeedback } from './read-feedback.ts';
import { type CheckedReceipt, createReceipts } from './receipts.ts';

export interface FeedbackDesk {
  /** Who asks, as a pseudonym of the address; everybody on this machine, and behind a silent proxy, is one person. */
  personOf(c: Context): string;
  /** What feedback on an answer is sent with; null for endings that nobody needs to judge. */
  receiptFor(answer: Answer): string | null;
  /** Returns once it is on disk, or why it is not there. */
  keep(given: GivenFeedback, person: string): 'kept' | FailureCode;
}

export interface FeedbackDeskDependencies {
  readonly store: Store;
  readonly secrets: Secrets;
  readonly limits: WebLimits;
  readonly now: () => number;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/** Where the store remembers which row a receipt was used for. */
const USED = 'web.receipts';

/**
 * Takes what people say of answers. One receipt is one row, however often it is sent: a second verdict, a reason
 * or a comment changes the first. So who wants to forge a hundred rows has to ask a hundred questions, which the
 * limit of questions bounds.
 */
export function createFeedbackDesk(dependencies: FeedbackDeskDependencies): FeedbackDesk {
  const { store, secrets, limits, now, logger, metrics } = dependencies;
  const book = countedFeedback(store, metrics);
  const receipts = createReceipts(secrets.key('feedback receipts'), now);

  function write({ id, expiresAt }: CheckedReceipt, given: GivenFeedback, person: string): void {
    const { verdict, question, answer } = given;
    const change = changeOf(given);
    const row = store.value<number>(USED, id);
    if (row !== undefined && book.amendFeedback(row, { verdict, ...change })) return;
    const none = { reason: null, comment: null };
    const added = book.addFeedback({
      channel: 'web',
      person,
      verdict,
      question,
      answer,
      ...none,
      ...change,
    });
    // A kill between the two writes makes a second row of a second verdict: better twice than not at all.
    store.setValue(USED, id, added.id, expiresAt);
  }

  return {
    personOf: (c) => secrets.pseudonym('web', clientAddress(c, limits.clientAddressHeader) ?? 'nearby'),
    receiptFor: (answer) => (answer.status === 'blocked' ? null : receipts.give(answer)),
    keep(given, person) {
      const receipt = receipts.check(given.receipt, given);
      if (receipt === null) return 'receipt_wrong';
      try {
        write(receipt, given, person);
        return 'kept';
      } catch (error) {
        logger.error({ err: error }, 'feedback not kept');
        return 'feedback_not_kept';
      }
    },
  };
}

/** A good answer has no reason to be bad; what was not sent stays as it was. */
function changeOf({
  verdict,
  reason,
  comment,
}: GivenFeedback): Partial<Pick<Feedback, 'reason' | 'comment'>> {
  return {
    ...(verdict === 'good' ? { reason: null } : reason === undefined ? {} : { reason }),
    ...(comment === undefined ? {} : { comment }),
  };
}
