import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import { excerpt } from '../../retrieval/text/clean.ts';
import type { Choice } from './choose.ts';
import { LONGEST_QUOTE, type Statement } from './statement.ts';

/**
 * Parts of a question are often answered by one sentence: 谁部署的，分成几项. What two parts take out of it is
 * said as one run of clauses where that is short enough, and otherwise each clause once.
 */
export function withoutOverlaps(index: CorpusIndex, choices: readonly Choice[]): Choice[] {
  const told: { choice: number; place: number; statement: Statement }[] = [];
  const result = choices.map((choice) =>
    choice.kind === 'statements' ? { ...choice, statements: [...choice.statements] } : choice,
  );
  for (const [number, choice] of result.entries()) {
    if (choice.kind !== 'statements') continue;
    const kept: Statement[] = [];
    for (const statement of choice.statements) {
      const before = told.find((earlier) => touches(earlier.statement, statement));
      if (before === undefined) {
        told.push({ choice: number, place: kept.length, statement });
        kept.push(statement);
        continue;
      }
      const joined = join(index, before.statement, statement);
      if (joined !== undefined) {
        before.statement = joined;
        const owner =
          before.choice === number ? kept : (result[before.choice] as { statements: Statement[] }).statements;
        owner[before.place] = joined;
      } else {
        const rest = restOf(index, before.statement, statement);
        if (rest !== undefined) kept.push(rest);
      }
    }
    choice.statements = kept;
  }
  return result;
}

/** Of one sentence, and overlapping or side by side. */
function touches(one: Statement, other: Statement): boolean {
  const [first, second] = one.start <= other.start ? [one, other] : [other, one];
  return (
    one.candidate.sentence.document === other.candidate.sentence.document &&
    one.candidate.sentence.id === other.candidate.sentence.id &&
    second.start <= first.end + 1
  );
}

function join(index: CorpusIndex, one: Statement, other: Statement): Statement | undefined {
  const start = Math.min(one.start, other.start);
  const end = Math.max(one.end, other.end);
  if (one.start === start && one.end === end) return one;
  const { text } = excerpt(sourceOf(index, one), start, end);
  return text.length > LONGEST_QUOTE ? undefined : spanning(one, other, text, start, end);
}

/** What a statement adds behind or before another one of its sentence. */
function restOf(index: CorpusIndex, told: Statement, statement: Statement): Statement | undefined {
  const [start, end] = statement.end > told.end ? [told.end, statement.end] : [statement.start, told.start];
  if (end <= start) return undefined;
  return spanning(statement, statement, excerpt(sourceOf(index, statement), start, end).text, start, end);
}

function spanning(one: Statement, other: Statement, text: string, start: number, end: number): Statement {
  return { ...one, text, start, end, holds: (attribute) => one.holds(attribute) || other.holds(attribute) };
}

function sourceOf(index: CorpusIndex, { candidate }: Statement): string {
  return index.documents.get(candidate.sentence.document)!.text;
}
