import type { Database, Statement } from 'better-sqlite3';
import { copyInto } from './backup.ts';
import { keptComment, keptFeedback, keptUnanswered } from './kept-text.ts';
import type { Feedback, Store, Stored, Unanswered } from './store.ts';
import { guarded } from './store-faults.ts';

const LONG_AGO = '';

interface Statements {
  readonly addFeedback: Statement<[Feedback & { at: string }]>;
  readonly oneFeedback: Statement<[number], Stored<Feedback>>;
  readonly amendFeedback: Statement<[Stored<Feedback>]>;
  readonly feedbackSince: Statement<[string], Stored<Feedback>>;
  readonly addUnanswered: Statement<[Unanswered & { at: string }]>;
  readonly unansweredSince: Statement<[string], Stored<Unanswered>>;
  readonly value: Statement<[string, string, string], { value: string }>;
  readonly setValue: Statement<[string, string, string, string]>;
  readonly deleteValue: Statement<[string, string]>;
  readonly prunes: readonly Statement<[{ olderThan: string; now: string }]>[];
}

/**
 * The store in one SQLite file. Every write is a transaction that is on disk when the method returns. Throws
 * `store_unavailable` when the disk is full or somebody else holds the file, `store_broken` when it is damaged.
 */
export function createSqliteStore(database: Database, clock: () => Date): Store {
  const file = database.name;
  const statements = guarded(file, () => prepare(database));
  const now = (): string => clock().toISOString();
  return {
    addFeedback: (feedback) =>
      guarded(file, () => {
        const row = { ...keptFeedback(feedback), at: now() };
        const { lastInsertRowid } = statements.addFeedback.run(row);
        return { ...row, id: Number(lastInsertRowid) };
      }),
    amendFeedback: (id, change) =>
      guarded(file, () =>
        database
          .transaction(() => {
            const known = statements.oneFeedback.get(id);
            if (known === undefined) return undefined;
            const { comment } = change;
            const kept = comment === undefined ? {} : { comment: keptComment(comment) };
            statements.amendFeedback.run({ ...known, ...change, ...kept });
            return known;
          })
          .immediate(),
      ),
    feedback: (since) => guarded(file, () => statements.feedbackSince.all(since?.toISOString() ?? LONG_AGO)),
    addUnanswered: (unanswered) =>
      guarded(file, () => {
        const row = { ...keptUnanswered(unanswered), at: now() };
        const { lastInsertRowid } = statements.addUnanswered.run(row);
        return { ...row, id: Number(lastInsertRowid) };
      }),
    unanswered: (since) =>
      guarded(file, () => statements.unansweredSince.all(since?.toISOString() ?? LONG_AGO)),
    value: <Value>(namespace: string, key: string): Value | undefined =>
      guarded(file, () => {
        const row = statements.value.get(namespace, key, now());
        return row === undefined ? undefined : (JSON.parse(row.value) as Value);
      }),
    setValue: (namespace, key, value, expiresAt) =>
      guarded(file, () => {
        statements.setValue.run(namespace, key, JSON.stringify(value), expiresAt.toISOString());
      }),
    deleteValue: (namespace, key) =>
      guarded(file, () => {
        statements.deleteValue.run(namespace, key);
      }),
    backup: (target) => copyInto(database, target),
    prune: (olderThan) => guarded(file, () => prune(database, statements, olderThan, now())),
    close: () => {
      database.close();
    },
  };
}

function prune(database: Database, { prunes }: Statements, olderThan: Date, now: string): number {
  const bounds = { olderThan: olderThan.toISOString(), now };
  const removed = database
    .transaction(() => prunes.reduce((sum, statement) => sum + statement.run(bounds).changes, 0))
    .immediate();
  // What was removed would stand in the write-ahead log until it is used again.
  if (removed > 0) database.pragma('wal_checkpoint(TRUNCATE)');
  return removed;
}

function prepare(database: Database): Statements {
  return {
    addFeedback: database.prepare(
      `INSERT INTO feedback (at, channel, person, verdict, reason, comment, question, answer)
       VALUES (@at, @channel, @person, @verdict, @reason, @comment, @question, @answer)`,
    ),
    oneFeedback: database.prepare('SELECT * FROM feedback WHERE id = ?'),
    amendFeedback: database.prepare(
      'UPDATE feedback SET verdict = @verdict, reason = @reason, comment = @comment WHERE id = @id',
    ),
    feedbackSince: database.prepare('SELECT * FROM feedback WHERE at >= ? ORDER BY id'),
    addUnanswered: database.prepare(
      `INSERT INTO unanswered (at, channel, person, question, reason, answer)
       VALUES (@at, @channel, @person, @question, @reason, @answer)`,
    ),
    unansweredSince: database.prepare('SELECT * FROM unanswered WHERE at >= ? ORDER BY id'),
    value: database.prepare(
      'SELECT value FROM kept_value WHERE namespace = ? AND key = ? AND expires_at > ?',
    ),
    setValue: database.prepare(
      `INSERT INTO kept_value (namespace, key, value, expires_at) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET value = excluded.value, expires_at = excluded.expires_at`,
    ),
    deleteValue: database.prepare('DELETE FROM kept_value WHERE namespace = ? AND key = ?'),
    prunes: [
      database.prepare('DELETE FROM feedback WHERE at < @olderThan'),
      database.prepare('DELETE FROM unanswered WHERE at < @olderThan'),
      database.prepare('DELETE FROM kept_value WHERE expires_at <= @now'),
    ],
  };
}
