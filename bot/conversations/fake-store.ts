import type { Feedback, Store, Stored, Unanswered } from './store.ts';

/** A store in memory, for tests; `break` makes every write fail as a full disk would. */
export interface FakeStore extends Store {
  break(): void;
  mend(): void;
}

export function fakeStore(clock: () => Date = () => new Date()): FakeStore {
  const feedback: Stored<Feedback>[] = [];
  const unanswered: Stored<Unanswered>[] = [];
  const values = new Map<string, { readonly json: string; readonly until: number }>();
  let broken = false;
  let last = 0;
  const write = (): void => {
    if (broken) throw new Error('database or disk is full');
  };
  const stored = <Kept>(kept: Kept): Stored<Kept> => {
    write();
    last += 1;
    return { ...kept, id: last, at: clock().toISOString() };
  };
  const since = <Row extends { readonly at: string }>(rows: readonly Row[], day: Date | undefined): Row[] =>
    rows.filter(({ at }) => day === undefined || at >= day.toISOString());
  return {
    break: () => {
      broken = true;
    },
    mend: () => {
      broken = false;
    },
    addFeedback: (given) => {
      const row = stored(given);
      feedback.push(row);
      return row;
    },
    amendFeedback: (id, change) => {
      write();
      const place = feedback.findIndex((row) => row.id === id);
      const row = feedback[place];
      if (row === undefined) return false;
      feedback[place] = { ...row, ...change };
      return true;
    },
    feedback: (day) => since(feedback, day),
    addUnanswered: (question) => {
      const row = stored(question);
      unanswered.push(row);
      return row;
    },
    unanswered: (day) => since(unanswered, day),
    value: <Value>(namespace: string, key: string): Value | undefined => {
      const entry = values.get(`${namespace}/${key}`);
      return entry !== undefined && entry.until > clock().getTime()
        ? (JSON.parse(entry.json) as Value)
        : undefined;
    },
    setValue: (namespace, key, value, expiresAt) => {
      write();
      values.set(`${namespace}/${key}`, { json: JSON.stringify(value), until: expiresAt.getTime() });
    },
    deleteValue: (namespace, key) => {
      write();
      values.delete(`${namespace}/${key}`);
    },
    backup: async () => {},
    prune: () => 0,
    close: () => {},
  };
}
