import type { Database } from 'better-sqlite3';

/** Written into every store ("wqst"), so that another program's database is never taken for one. */
export const APPLICATION_ID = 0x77717374;

/**
 * Step n brings a store from version n to n + 1. A step that was released is never changed again: another is
 * added behind it. AUTOINCREMENT: a number is never given twice, so that a late change to feedback that has
 * been pruned meanwhile cannot meet somebody else's.
 */
export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE feedback (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    channel TEXT NOT NULL,
    person TEXT NOT NULL,
    verdict TEXT CHECK (verdict IN ('good', 'bad')),
    reason TEXT,
    comment TEXT,
    question TEXT,
    answer TEXT
  ) STRICT;
  CREATE INDEX feedback_at ON feedback (at);
  CREATE TABLE unanswered (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    channel TEXT NOT NULL,
    person TEXT NOT NULL,
    question TEXT NOT NULL,
    reason TEXT NOT NULL,
    answer TEXT NOT NULL
  ) STRICT;
  CREATE INDEX unanswered_at ON unanswered (at);
  CREATE TABLE kept_value (
    namespace TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    PRIMARY KEY (namespace, key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX kept_value_expires_at ON kept_value (expires_at);`,
];

/** The version of a store's tables, from 0 for an empty file. */
export function versionOf(database: Database): number {
  return database.pragma('user_version', { simple: true }) as number;
}

/** Brings the tables up to date. All steps are one transaction: a kill leaves the old version or the new one. */
export function migrate(database: Database, migrations: readonly string[] = MIGRATIONS): void {
  database
    .transaction(() => {
      // Asked again inside: another process may have done it meanwhile.
      for (const step of migrations.slice(versionOf(database))) database.exec(step);
      database.pragma(`application_id = ${APPLICATION_ID}`);
      database.pragma(`user_version = ${migrations.length}`);
    })
    .immediate();
}
