import type { CitationRecord } from '../runs/answer-record.ts';
import { characterPairs, fold } from './folded-text.ts';
import { numberTokens } from './number-tokens.ts';
import { statementsOf } from './statements.ts';

export interface CitationScores {
  /** For every statement of the answer: is it supported by what it cites? */
  readonly recall: readonly boolean[];
  /** For every citation of a statement: is it needed or does it support the statement alone? */
  readonly precision: readonly boolean[];
}

/** Share of a statement's character pairs that its sources must hold: room for resolved dates and mended glyphs. */
const QUOTED = 0.7;

/**
 * Citation recall and precision after ALCE (Gao et al. 2023, "Enabling Large Language Models to Generate Text
 * with Citations", §3.3), with quotation in place of entailment. A statement is recalled when all it cites,
 * put together, supports it. A citation is precise when its statement is recalled and it either supports the
 * statement alone or the others don't without it.
 */
export function citationScores(
  answer: string,
  citations: readonly CitationRecord[],
  frames: readonly string[] = [],
): CitationScores {
  const recall: boolean[] = [];
  const precision: boolean[] = [];
  for (const { text, marks } of statementsOf(answer, frames)) {
    const cited = marks.map((mark) => citations.filter((citation) => citation.mark === mark));
    const recalled =
      marks.length > 0 && cited.every((found) => found.length > 0) && supports(cited.flat(), text);
    recall.push(recalled);
    for (const [position, own] of cited.entries()) {
      const others = cited.filter((_, other) => other !== position).flat();
      precision.push(recalled && (supports(own, text) || !supports(others, text)));
    }
  }
  return { recall, precision };
}

/** Do citations hold a statement in their own words? Their town, period and title count as theirs. */
function supports(citations: readonly CitationRecord[], statement: string): boolean {
  const source = citations
    .map(({ quote, title, town, period }) => [quote, title, town, period].join('\n'))
    .join('\n');
  const given = new Set(characterPairs(source));
  const wanted = characterPairs(statement);
  const held = wanted.filter((pair) => given.has(pair)).length;
  return citations.length > 0 && held >= QUOTED * wanted.length && sharesNumber(source, statement);
}

/** A statement of figures needs at least one of them in its source; whether all are there is `faithfulness`. */
function sharesNumber(source: string, statement: string): boolean {
  const wanted = numberTokens(fold(statement));
  const given = new Set(numberTokens(fold(source)).map(({ value }) => value));
  return wanted.length === 0 || wanted.some(({ value }) => given.has(value));
}
