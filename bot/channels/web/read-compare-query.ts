import { areApart, type Side } from '../../desk/side-by-side.ts';
import { deskWording } from '../../wording/desk.ts';

/** The form's fields as they were sent, to be shown again. */
export interface TypedSides {
  readonly town: string;
  readonly year: string;
  readonly against: string;
  readonly againstYear: string;
  readonly measure: string;
}

export interface CompareQuery {
  readonly typed: TypedSides;
  /** `unset` before anything was chosen; `not_apart` where a row could belong to both sides. */
  readonly sides: readonly [Side, Side] | 'unset' | 'not_apart';
  /** Names of the fields that made no sense and were left out. */
  readonly ignored: readonly string[];
}

const LONGEST_FIELD = 60;

/** Reads the two sides out of an address. What makes no sense does not narrow, and is named. */
export function readCompareQuery(
  query: Readonly<Record<string, string>>,
  choices: { readonly towns: readonly string[]; readonly years: readonly number[] },
): CompareQuery {
  const field = (name: string): string => (query[name] ?? '').trim().slice(0, LONGEST_FIELD);
  const typed = {
    town: field('town'),
    year: field('year'),
    against: field('against'),
    againstYear: field('againstYear'),
    measure: field('measure'),
  };
  const { comparePage: names } = deskWording;
  const ignored: string[] = [];
  const sideOf = (town: 'town' | 'against', year: 'year' | 'againstYear'): Side => {
    const knownTown = choices.towns.find((choice) => choice === typed[town]);
    const knownYear = choices.years.find((choice) => String(choice) === typed[year]);
    if (typed[town] !== '' && knownTown === undefined) ignored.push(names[town]);
    if (typed[year] !== '' && knownYear === undefined) ignored.push(names[year]);
    return {
      ...(knownTown === undefined ? {} : { town: knownTown }),
      ...(knownYear === undefined ? {} : { year: knownYear }),
    };
  };
  const sides = [sideOf('town', 'year'), sideOf('against', 'againstYear')] as const;
  if (Object.values(typed).every((text) => text === '')) return { typed, sides: 'unset', ignored };
  return { typed, sides: areApart(...sides) ? sides : 'not_apart', ignored };
}
