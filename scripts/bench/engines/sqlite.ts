import Database from 'better-sqlite3';
import { type Engine, RESULTS } from './engine.ts';

/** SQLite's FTS5 (BM25) in memory, our tokens set apart by blanks. */
export function createSqlite(): Engine {
  const database = new Database(':memory:');
  database.exec(
    `CREATE VIRTUAL TABLE passages USING fts5(tokens, content='', tokenize="unicode61 remove_diacritics 0 tokenchars '=%.'")`,
  );
  const insert = database.prepare('INSERT INTO passages(rowid, tokens) VALUES (?, ?)');
  const select = database.prepare(
    `SELECT rowid AS id FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ${RESULTS}`,
  );
  return {
    add: (passages) =>
      database.transaction(() => {
        for (const { id, tokens } of passages) insert.run(id, tokens);
      })(),
    search: ({ tokens }) => {
      const words = [...new Set(tokens.split(' '))].map((token) => `"${token}"`);
      return (select.all(words.join(' OR ')) as { id: number }[]).map(({ id }) => id);
    },
  };
}
