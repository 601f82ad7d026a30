import { existsSync, writeFileSync } from 'node:fs';
import { BotError } from '../errors.ts';
import { keptComment, keptFeedback, keptUnanswered } from './kept-text.ts';
import type { Feedback, Store, Stored, Unanswered } from './store.ts';

/** For tests of what writes into the store: the same promises, kept in memory. */
export function fakeStore(clock: () => Date = () => new Date()): Store {
  let feedback: readonly Stored<Feedback>[] = [];
  let unanswered: readonly Stored<Unanswered>[] = [];
  const values = new Map<string, { readonly value: string; readonly until: string }>();
  let lastId = 0;
  const stored = <Kept>(row: Kept): Stored<Kept> => {
    lastId += 1;
    return { ...row, id: lastId, at: clock().toISOString() };
  };
  const from = <Kept>(rows: readonly Stored<Kept>[], since: Date | undefined): readonly Stored<Kept>[] =>
    rows.filter(({ at }) => since === undefined || at >= since.toISOString());
  const nameOf = (namespace: string, key: string): string => JSON.stringify([namespace, key]);

  return {
    addFeedback(given) {
      const row = stored(keptFeedback(given));
      feedback = [...feedback, row];
      return row;
    },
    amendFeedback(id, change) {
      const { comment } = change;
      const kept = comment === undefined ? {} : { comment: keptComment(comment) };
      const known = feedback.find((row) => row.id === id);
      feedback = feedback.map((row) => (row.id === id ? { ...row, ...change, ...kept } : row));
      return known;
    },
    feedback: (since) => from(feedback, since),
    addUnanswered(given) {
      const row = stored(keptUnanswered(given));
      unanswered = [...unanswered, row];
      return row;
    },
    unanswered: (since) => from(unanswered, since),
    value: <Value>(namespace: string, key: string) => {
      const entry = values.get(nameOf(namespace, key));
      if (entry === undefined || entry.until <= clock().toISOString()) return undefined;
      return JSON.parse(entry.value) as Value;
    },
    setValue: (namespace, key, value, expiresAt) => {
      values.set(nameOf(namespace, key), { value: JSON.stringify(value), until: expiresAt.toISOString() });
    },
    deleteValue: (namespace, key) => {
      values.delete(nameOf(namespace, key));
    },
    async backup(file) {
      if (existsSync(file))
        throw new BotError('backup_failed', `no backup was made: ${file} is there already`);
      writeFileSync(file, JSON.stringify({ feedback, unanswered }), { mode: 0o600 });
    },
    prune(olderThan) {
      const before = feedback.length + unanswered.length + values.size;
      feedback = from(feedback, olderThan);
      unanswered = from(unanswered, olderThan);
      for (const [name, { until }] of values) if (until <= clock().toISOString()) values.delete(name);
      return before - feedback.length - unanswered.length - values.size;
    },
    close: () => undefined,
  };
}
