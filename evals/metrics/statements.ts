/** A stretch of an answer with the marks that vouch for it. */
export interface Statement {
  readonly text: string;
  readonly marks: readonly number[];
}

/**
 * What an answer states, mark by mark: each run of citation marks vouches for all that stands between it and
 * the run before. What follows the last mark is a statement without marks, unless it asks back or only says
 * that something is not there, which no quote can show. `frames` are words that introduce and claim nothing.
 */
export function statementsOf(answer: string, frames: readonly string[] = []): Statement[] {
  const plain = frames.reduce((text, frame) => text.replaceAll(frame, ''), answer);
  const statements: Statement[] = [];
  let from = 0;
  for (const match of plain.matchAll(/(?:\[\d+\])+/g)) {
    const marks = [...match[0].matchAll(/\d+/g)].map(([mark]) => Number(mark));
    const text = trimmed(plain.slice(from, match.index));
    if (text !== '') statements.push({ text, marks });
    from = match.index + match[0].length;
  }
  const rest = trimmed(plain.slice(from));
  if (rest !== '' && !/[？?]$|没有|没写|未见/u.test(rest)) statements.push({ text: rest, marks: [] });
  return statements;
}

function trimmed(text: string): string {
  return text.replace(/^[\s，,；;。、]+/u, '').replace(/[\s，,；;。、]+$/u, '');
}
