import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import { excerpt, spanOf } from '../../retrieval/text/clean.ts';
import type { Citations, Source } from './citations.ts';
import { type Clause, splitClauses } from './clauses.ts';
import type { Statement } from './statement.ts';

/** Characters up to which the clauses around what is said are quoted with it. */
const ENOUGH = 120;

/**
 * The stretch that proves a statement: its own clauses with those around them, so that a reader of the quote sees
 * whose figure it is though the answer tells no neighbour's. What is quoted already is not quoted again.
 */
export function sourceOf(index: CorpusIndex, statement: Statement, citations: Citations): Source {
  const { sentence } = statement.candidate;
  const own = {
    document: sentence.document,
    start: statement.start,
    end: statement.end,
    headline: sentence.headline,
  };
  const inDocument = citations.list.filter(({ document }) => document === own.document);
  const quoted = inDocument.find(({ start, end }) => start <= own.start && own.end <= end);
  if (quoted !== undefined) return { ...own, start: quoted.start, end: quoted.end };
  const wide = { ...own, ...around(index, statement) };
  const overlaps = inDocument.some(({ start, end }) => start < wide.end && wide.start < end);
  return overlaps ? own : wide;
}

/** The statement's clauses and as many whole ones of its sentence around them as are quoted together. */
function around(index: CorpusIndex, statement: Statement): { start: number; end: number } {
  const { sentence } = statement.candidate;
  const whole = excerpt(index.documents.get(sentence.document)!.text, sentence.start, sentence.end);
  const clauses = splitClauses(whole.text).map((clause) => ({
    ...clause,
    ...spanOf(whole, clause.start, clause.end),
  }));
  let from = clauses.findIndex(({ end }) => end > statement.start);
  let to = clauses.findLastIndex(({ start }) => start < statement.end) + 1;
  // A stretch cut within a clause stands for itself.
  if (from === -1 || to <= from) return statement;
  while (true) {
    const fits = (clause: Clause | undefined): boolean =>
      clause !== undefined && lengthOf(clauses.slice(from, to)) + clause.text.length <= ENOUGH;
    if (fits(clauses[from - 1])) from--;
    else if (fits(clauses[to])) to++;
    else break;
  }
  const { start } = clauses[from]!;
  const { end } = clauses[to - 1]!;
  return start <= statement.start && statement.end <= end ? { start, end } : statement;
}

function lengthOf(clauses: readonly Clause[]): number {
  return clauses.reduce((sum, { text }) => sum + text.length, 0);
}
