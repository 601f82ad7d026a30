import { analyze } from '../../retrieval/text/analyzer.ts';
import type { AnswerKind } from '../questions/kinds.ts';
import type { Understanding } from '../questions/understanding.ts';
import type { StatementNeeds } from './statement.ts';

/** What the search and the vocabulary give; the rest follows from the question. */
export type GivenNeeds = Pick<StatementNeeds, 'terms' | 'persons'>;

/** Room for one statement, by the sort of answer: contract.md allows 160 for a fact, 400 for a list. */
const ROOM: Readonly<Record<AnswerKind, number>> = {
  number: 90,
  date: 80,
  place: 90,
  person: 90,
  yesno: 100,
  fact: 100,
  list: 190,
  definition: 150,
  howto: 170,
  reason: 170,
  comparison: 90,
  wording: 190,
};

/** More room for a statement when several things are asked for at once. */
const SEVERAL = 30;

/** Sorts of answers that are one figure or name: what stands beside it may be another's. */
const TIGHT: ReadonlySet<AnswerKind> = new Set([
  'number',
  'date',
  'place',
  'person',
  'fact',
  'yesno',
  'comparison',
]);
/** Sorts of answers that may need a second sentence. */
export const LONG: ReadonlySet<AnswerKind> = new Set(['list', 'howto', 'reason', 'comparison', 'definition']);

const ASKS_ALL = /统统|全都?|都|所有|一个不[落漏]|个个/;

/** How far several things have come: of the rest, too. */
const HOW_FAR = /哪一?步|进展|进度|什么程度|怎么样了/;

/** What a statement must be like to answer a question. */
export function needsOf(understanding: Understanding, given: GivenNeeds): StatementNeeds {
  // Of a list of persons elected only those in the offices asked for are meant.
  const tight = TIGHT.has(understanding.kind) || understanding.offices.length > 0;
  return {
    ...given,
    attributes: understanding.attributes,
    wants: understanding.wants,
    offices: understanding.offices,
    ofSeveral: understanding.aspects.length >= 2,
    asksAll:
      (understanding.kind === 'yesno' && ASKS_ALL.test(understanding.text)) ||
      HOW_FAR.test(understanding.text),
    limit:
      understanding.code !== null
        ? ROOM.list
        : ROOM[understanding.kind] + (understanding.wants >= 2 && tight ? SEVERAL : 0),
    tight: tight && understanding.code === null,
    // The parts of a code are figures all over the sentence; an enumeration in it tells something else.
    items:
      understanding.kind === 'list'
        ? (understanding.items ?? (understanding.code === null ? 3 : undefined))
        : undefined,
  };
}

/** What a statement must be like that tells one of several things side by side, known by its own `words`. */
export function memberNeeds(given: GivenNeeds, words: string, limit: number): StatementNeeds {
  const terms = new Map(analyze(words).map((term) => [term, 1]));
  return { ...given, terms, attributes: [], wants: 1, offices: [], limit, tight: true };
}
