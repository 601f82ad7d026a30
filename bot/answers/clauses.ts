/** Clauses of a sentence and windows of neighbouring clauses. Indexes are into the clean text. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Cuts at commas, colons and semicolons that stand outside quotation marks and brackets. */
export function splitClauses(text: string): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    if ('“「（(《‘'.includes(character)) depth++;
    if ('”」）)》’'.includes(character)) depth = Math.max(0, depth - 1);
    if (depth === 0 && /[，,；;：:。！？!?]/.test(character) && !isNumberComma(text, i)) {
      clauses.push({ start: from, end: i + 1, text: text.slice(from, i + 1) });
      from = i + 1;
    }
  }
  if (from < text.length) clauses.push({ start: from, end: text.length, text: text.slice(from) });
  return clauses;
}

function isNumberComma(text: string, index: number): boolean {
  return /[,:：]/.test(text[index]!) && /\d/.test(text[index - 1] ?? '') && /\d/.test(text[index + 1] ?? '');
}

/** A run of clauses [from, to). */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** A neighbour that brings less than this share of the best clause's score is left out of a tight window. */
const LEAST_SHARE = 0.3;
/** A window shorter than this seldom says of what it speaks. */
const TOO_SHORT = 26;

/**
 * The best run of clauses that fits into `limit` characters: it holds the clause with the highest score
 * and grows to the side that brings more, first towards the subject on its left when both bring the same.
 * A `tight` window stops growing when neither neighbour brings much and it can stand alone.
 */
export function bestWindow(clauses: readonly Clause[], scores: readonly number[], limit: number, tight = false): Window {
  let best = 0;
  for (const [index, score] of scores.entries()) if (score > scores[best]!) best = index;
  let from = best;
  let to = best + 1;
  const length = (): number => clauses[to - 1]!.end - clauses[from]!.start;
  for (;;) {
    const fits = (index: number): boolean => {
      const clause = clauses[index];
      if (clause === undefined || length() + clause.text.length > limit) return false;
      return !tight || length() < TOO_SHORT || scores[index]! >= LEAST_SHARE * scores[best]!;
    };
    const fitsLeft = fits(from - 1);
    const fitsRight = fits(to);
    if (!fitsLeft && !fitsRight) return { from, to };
    const gainLeft = fitsLeft ? scores[from - 1]! : -1;
    const gainRight = fitsRight ? scores[to]! : -1;
    if (fitsLeft && gainLeft >= gainRight) from--;
    else to++;
  }
}
