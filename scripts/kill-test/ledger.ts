import type { StoreReader } from '../../bot/conversations/open-store.ts';

/** What the server has confirmed to its clients, and must therefore have. */
export interface Ledger {
  /** Every question that was sent at all. */
  readonly sent: Set<string>;
  /** Questions that were refused: they are recorded before the answer goes out. */
  readonly refused: Set<string>;
  /** Questions whose answer was judged, with the comment that was confirmed, if one was. */
  readonly judged: Map<string, string | null>;
}

export function emptyLedger(): Ledger {
  return { sent: new Set(), refused: new Set(), judged: new Map() };
}

/** How many writes were confirmed: a comment is a write of its own. */
export function confirmedWrites({ refused, judged }: Ledger): number {
  return refused.size + judged.size + [...judged.values()].filter((comment) => comment !== null).length;
}

/** What is wrong with a store by the ledger: confirmed rows that are not there, rows that nobody sent. */
export function faultsOf(store: Pick<StoreReader, 'feedback' | 'unanswered'>, ledger: Ledger): string[] {
  const unanswered = new Set(store.unanswered().map(({ question }) => question));
  const feedback = store.feedback();
  const comments = new Map(feedback.map(({ question, comment }) => [question, comment]));
  const all = [...unanswered, ...feedback.map(({ question }) => question ?? '')];
  return [
    ...[...ledger.refused]
      .filter((question) => !unanswered.has(question))
      .map((row) => `lost question ${row}`),
    ...[...ledger.judged.keys()]
      .filter((question) => !comments.has(question))
      .map((row) => `lost verdict ${row}`),
    ...[...ledger.judged]
      .filter(([question, comment]) => comment !== null && comments.get(question) !== comment)
      .map(([question]) => `lost comment on ${question}`),
    ...all.filter((question) => !ledger.sent.has(question)).map((question) => `nobody sent ${question}`),
  ];
}
