import type { Store } from '../conversations/store.ts';
import type { Metrics } from './metrics.ts';

/** The part of the store that keeps what people say of answers. */
export type FeedbackBook = Pick<Store, 'addFeedback' | 'amendFeedback'>;

/** The same book for every channel; what was kept in it is counted, what could not be kept is not. */
export function countedFeedback(store: FeedbackBook, metrics: Pick<Metrics, 'feedbackKept'>): FeedbackBook {
  return {
    addFeedback(feedback) {
      const row = store.addFeedback(feedback);
      metrics.feedbackKept(row.channel, row);
      return row;
    },
    amendFeedback(id, change) {
      const before = store.amendFeedback(id, change);
      if (before !== undefined) metrics.feedbackKept(before.channel, { ...before, ...change }, before);
      return before;
    },
  };
}
