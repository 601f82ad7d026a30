import type { Searcher } from '../../retrieval/hits/search.ts';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import { createThesaurus } from '../../retrieval/text/thesaurus.ts';
import { type CheckedText, checkText, type TextAbout } from './fact-check.ts';
import { factStore } from './fact-store.ts';
import { createComparison } from './fit.ts';
import { createRegister, type RegisterRow } from './register.ts';
import { filterRows, type RowFilter } from './row-filter.ts';
import { type Side, type SideBySide, sideBySide } from './side-by-side.ts';
import { createTownReader } from './towns.ts';

/** What cadres look up: the register of targets, results and works, and a text checked against the documents. */
export interface Desk {
  /** The rows that fit, in the order asked for. */
  targets(filter?: RowFilter): readonly RegisterRow[];
  /** Everything a filter can be set to. */
  choices(): { readonly towns: readonly string[]; readonly years: readonly number[] };
  /** What two sides say of the same measures. They should be apart (`areApart`), or a row could meet itself. */
  sideBySide(sides: readonly [Side, Side], measure?: string): SideBySide;
  check(text: string, about?: TextAbout): Promise<CheckedText>;
}

export interface DeskSources {
  readonly index: CorpusIndex;
  readonly searcher: Searcher;
  readonly clock: () => Date;
  readonly isStopWord: (term: string) => boolean;
}

/** The desk over an index. Facts are read when they are first needed and kept for as long as the desk is. */
export function createDesk({ index, searcher, clock, isStopWord }: DeskSources): Desk {
  const facts = factStore(index);
  const thesaurus = createThesaurus(index.vocabulary.terms);
  const documented = [...index.documents.values()].flatMap(({ description }) => description.town ?? []);
  const findTown = createTownReader(documented, index.vocabulary);
  const compare = createComparison({
    idf: (term) => index.passages.idf(term),
    thesaurus,
    isStopWord,
  });
  let rows: readonly RegisterRow[] | undefined;
  const register = (): readonly RegisterRow[] => {
    rows ??= createRegister(index, facts);
    return rows;
  };
  return {
    targets: (filter = {}) => filterRows(register(), filter, thesaurus),
    choices: () => ({
      towns: [...new Set(register().flatMap(({ town }) => town ?? []))],
      years: [...new Set(register().flatMap(({ year }) => year ?? []))].sort((one, other) => one - other),
    }),
    sideBySide: (sides, measure) => sideBySide({ rows: register(), thesaurus, compare }, sides, measure),
    check: (text, about = {}) =>
      checkText({ index, searcher, facts, compare, findTown, year: clock().getFullYear() }, text, about),
  };
}
