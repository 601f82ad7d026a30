import { fold } from '../../retrieval/text/characters.ts';
import type { Stored, Unanswered } from './store.ts';

/** Questions that say the same and that nobody answered. */
export interface Gap {
  /** As it was asked last. */
  readonly question: string;
  readonly reason: string;
  readonly count: number;
  /** How many different people asked. */
  readonly people: number;
  /** ISO time of the last. */
  readonly last: string;
}

/** Gathers questions that differ in width, case, punctuation and politeness only; the most asked first, then the latest. */
export function gapsIn(unanswered: readonly Stored<Unanswered>[]): readonly Gap[] {
  const groups = new Map<string, Stored<Unanswered>[]>();
  for (const row of unanswered) {
    const key = coreOf(row.question);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()]
    .map((rows) => {
      const latest = rows.reduce((one, other) => (other.at >= one.at ? other : one));
      const { question, reason, at: last } = latest;
      const people = new Set(rows.map(({ person }) => person)).size;
      return { question, reason, count: rows.length, people, last };
    })
    .sort((one, other) => other.count - one.count || other.last.localeCompare(one.last));
}

const POLITE = /^(?:请问|问一下|你好|您好|想问一下|想问|麻烦问一下|帮我查一下|帮我查)+|[吗呢啊呀嘛吧了]+$/g;

function coreOf(question: string): string {
  const bare = fold(question).replace(/[\p{P}\p{S}\s]+/gu, '');
  return bare.replace(POLITE, '') || bare;
}
