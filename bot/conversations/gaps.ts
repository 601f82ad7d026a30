import type { Essence } from './sameness.ts';
import { isNear } from './sameness.ts';
import type { Channel, Stored, Unanswered } from './store.ts';

/** A question that people asked and the documents could not answer, in all the ways in which it was asked. */
export interface Gap {
  /** The number of its first row, by which it is named until that row is past the retention. */
  readonly id: number;
  /** As it was asked most often; of equals the latest. */
  readonly question: string;
  /** Other wordings of it. */
  readonly variants: readonly string[];
  readonly count: number;
  /** How many different people; all who did not say who they are count as one. */
  readonly persons: number;
  readonly channels: readonly Channel[];
  /** Why it was refused, the most frequent reason first. */
  readonly reasons: readonly string[];
  /** ISO times. */
  readonly firstAsked: string;
  readonly lastAsked: string;
}

/** Groups questions that ask the same; what most people asked comes first. */
export function gapsOf(
  rows: readonly Stored<Unanswered>[],
  essenceOf: (question: string) => Essence,
): readonly Gap[] {
  return grouped(rows, essenceOf)
    .map(gapOf)
    .sort(
      (one, other) =>
        other.persons - one.persons ||
        other.count - one.count ||
        other.lastAsked.localeCompare(one.lastAsked),
    );
}

interface Group {
  readonly first: Essence;
  readonly rows: Stored<Unanswered>[];
}

/**
 * Each question joins the first group whose first question it is near to. Compared with the first one only: a
 * chain of small differences would lead anywhere.
 */
function grouped(
  rows: readonly Stored<Unanswered>[],
  essenceOf: (question: string) => Essence,
): readonly (readonly Stored<Unanswered>[])[] {
  const groups: Group[] = [];
  const byText = new Map<string, Group>();
  const byTerm = new Map<string, Group[]>();
  for (const row of rows) {
    const essence = essenceOf(row.question);
    const keys = [...essence.terms].map((term) => `${essence.particulars}\n${term}`);
    const alike = byText.get(essence.text) ?? near(essence, keys, byTerm);
    const group = alike ?? { first: essence, rows: [] };
    group.rows.push(row);
    byText.set(essence.text, group);
    if (alike !== undefined) continue;
    groups.push(group);
    for (const key of keys) {
      const known = byTerm.get(key);
      if (known === undefined) byTerm.set(key, [group]);
      else known.push(group);
    }
  }
  return groups.map((group) => group.rows);
}

/** Only groups that share a word and all particulars can be near: all others need no look. */
function near(
  essence: Essence,
  keys: readonly string[],
  byTerm: ReadonlyMap<string, readonly Group[]>,
): Group | undefined {
  const candidates = new Set(keys.flatMap((key) => byTerm.get(key) ?? []));
  return [...candidates].find(({ first }) => isNear(first, essence));
}

function gapOf(rows: readonly Stored<Unanswered>[]): Gap {
  const [question = '', ...variants] = byFrequency(rows.map((row) => row.question));
  const times = rows.map(({ at }) => at).sort();
  return {
    id: Math.min(...rows.map(({ id }) => id)),
    question,
    variants,
    count: rows.length,
    persons: new Set(rows.map(({ person }) => person)).size,
    channels: byFrequency(rows.map(({ channel }) => channel)),
    reasons: byFrequency(rows.map(({ reason }) => reason)),
    firstAsked: times[0] ?? '',
    lastAsked: times.at(-1) ?? '',
  };
}

/** Each value once, the most frequent first, of equals the latest. */
function byFrequency<Value>(values: readonly Value[]): Value[] {
  const counts = new Map<Value, { count: number; latest: number }>();
  for (const [latest, value] of values.entries())
    counts.set(value, { count: (counts.get(value)?.count ?? 0) + 1, latest });
  return [...counts]
    .sort(([, one], [, other]) => other.count - one.count || other.latest - one.latest)
    .map(([value]) => value);
}
