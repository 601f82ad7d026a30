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

/** Clauses below this share of the best one's score bring nothing of their own to a tight window. */
const LEAST_SHARE = 0.4;
/** A clause with a figure of its own must bring more: the figure is likely another's. */
const LEAST_SHARE_OF_FIGURES = 0.6;
/** What such a clause costs when it stands between two that count, as a share of the same. */
const BRIDGE = 0.25;
/** A window shorter than this seldom says of what it speaks. */
const TOO_SHORT = 40;

/**
 * The best run of clauses that fits into `limit` characters. A `tight` window holds only the clauses that
 * count and the fewest between them; `tells` says whether one holds what is asked; otherwise it is filled with what stands around, since a list or a
 * procedure goes on where the question's words end.
 */
export function bestWindow(
  clauses: readonly Clause[],
  scores: readonly number[],
  limit: number,
  tight = false,
  shortest = TOO_SHORT,
  tells: (window: Window) => boolean = () => false,
): Window {
  const best = Math.max(...scores);
  const cut = LEAST_SHARE * best;
  const worth = scores.map((score, index) => {
    const needed = tight && /\d/.test(clauses[index]!.text) ? LEAST_SHARE_OF_FIGURES * best : cut;
    return score >= needed ? score - cut + 1e-6 : -BRIDGE * cut;
  });
  const peak = scores.indexOf(best);
  let chosen: Window = { from: peak, to: peak + 1 };
  let most = worth[peak]!;
  for (let from = 0; from <= peak; from++) {
    let sum = 0;
    for (let to = from + 1; to <= clauses.length; to++) {
      sum += worth[to - 1]!;
      if (to <= peak || lengthOf(clauses, { from, to }) > limit) continue;
      if (sum > most) {
        most = sum;
        chosen = { from, to };
      }
    }
  }
  return grow(clauses, scores, chosen, limit, tight ? shortest : limit, tells);
}

/** A figure that is no date. */
const ANOTHER_FIGURE = /\d(?![\d年月日])/;

/**
 * Grows a window while it is shorter than `wanted`, to the side that brings more, first to the left. One that
 * tells what is asked takes in no further figures: they are another's.
 */
function grow(
  clauses: readonly Clause[],
  scores: readonly number[],
  window: Window,
  limit: number,
  wanted: number,
  tells: (window: Window) => boolean,
): Window {
  let { from, to } = window;
  const told = tells(window);
  while (lengthOf(clauses, { from, to }) < wanted) {
    const fits = (index: number): boolean =>
      clauses[index] !== undefined &&
      !(told && ANOTHER_FIGURE.test(clauses[index].text)) &&
      lengthOf(clauses, { from, to }) + clauses[index].text.length <= limit;
    const left = fits(from - 1) ? scores[from - 1]! : -1;
    const right = fits(to) ? scores[to]! : -1;
    if (left < 0 && right < 0) break;
    // What stands before names the subject; what stands after must bring clearly more to come first.
    if (left >= 0 && left * 1.5 >= right) from--;
    else if (right >= 0) to++;
    else from--;
  }
  return { from, to };
}

function lengthOf(clauses: readonly Clause[], { from, to }: Window): number {
  return clauses[to - 1]!.end - clauses[from]!.start;
}
