/** A stretch of an answer with the marks that vouch for it. */
export interface Statement {
  readonly text: string;
  readonly marks: readonly number[];
}

/**
 * What an answer states, mark by mark: each run of citation marks vouches for all that stands between it and
 * the run before. What follows the last mark is a statement without marks, unless it only asks back.
 */
export function statementsOf(answer: string): Statement[] {
  const statements: Statement[] = [];
  let from = 0;
  for (const match of answer.matchAll(/(?:\[\d+\])+/g)) {
    const text = trimmed(answer.slice(from, match.index));
    if (text !== '')
      statements.push({ text, marks: [...match[0].matchAll(/\d+/g)].map(([mark]) => Number(mark)) });
    from = match.index + match[0].length;
  }
  const rest = trimmed(answer.slice(from));
  if (rest !== '' && !/[？?]$/u.test(rest)) statements.push({ text: rest, marks: [] });
  return statements;
}

function trimmed(text: string): string {
  return text.replace(/^[\s，,；;。、]+/u, '').replace(/[\s，,；;。、]+$/u, '');
}
