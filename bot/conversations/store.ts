/** Where people talk to the bot. */
export type Channel = 'web' | 'telegram' | 'terminal';

/** Why an answer was no good, as people choose it: 不对, 不全, 过时, 看不懂, 没来源. */
export const FEEDBACK_REASONS = ['wrong', 'incomplete', 'outdated', 'unclear', 'no_source'] as const;
export type FeedbackReason = (typeof FEEDBACK_REASONS)[number];

/** What a person said of an answer, or in words of their own. All text is masked before it is stored. */
export interface Feedback {
  readonly channel: Channel;
  /** A pseudonym of the person (see `pseudonym.ts`), never an id that anybody else knows. */
  readonly person: string;
  /** Null for words that concern no answer. */
  readonly verdict: 'good' | 'bad' | null;
  readonly reason: FeedbackReason | null;
  readonly comment: string | null;
  readonly question: string | null;
  readonly answer: string | null;
}

/** A question that the documents could not answer. */
export interface Unanswered {
  readonly channel: Channel;
  readonly person: string;
  readonly question: string;
  /** As in `Answer.reason`. */
  readonly reason: string;
  /** What was missing, as the person was told. */
  readonly answer: string;
}

export type Stored<Kept> = Kept & { readonly id: number /** ISO time. */; readonly at: string };

/**
 * What must not be lost. Every method that writes returns only after the write is on disk, so what a person
 * is thanked for survives a kill at any moment. One process writes; others may read. A store that can't do
 * what it is asked throws a `BotError`: `store_unavailable` (disk full, held by another) or `store_broken`.
 */
export interface Store {
  addFeedback(feedback: Feedback): Stored<Feedback>;
  /** Adds to feedback given before, and returns it as it was; undefined when there is none with this number. */
  amendFeedback(
    id: number,
    change: Partial<Pick<Feedback, 'verdict' | 'reason' | 'comment'>>,
  ): Stored<Feedback> | undefined;
  feedback(since?: Date): readonly Stored<Feedback>[];

  addUnanswered(unanswered: Unanswered): Stored<Unanswered>;
  unanswered(since?: Date): readonly Stored<Unanswered>[];

  /**
   * Small values with an end, such as a conversation or an allowance; undefined once the time is over. They are
   * kept as they are given: who puts a person's words in masks them before (`maskBeforeKeeping`).
   */
  value<Value>(namespace: string, key: string): Value | undefined;
  setValue(namespace: string, key: string, value: unknown, expiresAt: Date): void;
  deleteValue(namespace: string, key: string): void;

  /** Copies the whole store, as it stands, into a new file while it goes on serving. Rejects with `backup_failed`. */
  backup(file: string): Promise<void>;
  /** Removes feedback and questions older than the retention, and values whose time is over; how many rows went. */
  prune(olderThan: Date): number;
  close(): void;
}
