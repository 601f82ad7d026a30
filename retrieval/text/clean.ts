/**
 * A stretch of a page as it should be read, with the place of every character in the file: line breaks
 * and stray blanks removed, doubled glyphs undone. Nothing is added, so every slice of it can be quoted.
 */
export interface Excerpt {
  readonly text: string;
  /** For every character of `text` its offset (UTF-16 units) in the file. */
  readonly offsets: readonly number[];
}

/**
 * Clean text of `source[start, end)`. Blanks survive only between two Latin letters, and within a line
 * between two numbers (12345 96345): the end of a line may break a number, a blank parts two.
 */
export function excerpt(source: string, start: number, end: number): Excerpt {
  const kept: number[] = [];
  for (let i = start; i < end; i++) {
    const character = source[i]!;
    if (!/\s|\u200b|\ufeff/u.test(character)) {
      kept.push(i);
      continue;
    }
    const before = source.slice(Math.max(start, i - 2), i);
    const rest = source.slice(i, end);
    const words = /[A-Za-z]$/.test(before) && /^\s+[A-Za-z]/.test(rest);
    const numbers = /\d\d$/.test(before) && /^[^\S\r\n]+\d\d/.test(rest);
    if (words || numbers) kept.push(i);
  }
  const mended = undouble(kept.map((i) => source[i]!).join(''));
  const offsets = mended.map((index) => kept[index]!);
  return {
    text: offsets.map((offset) => (/\s/u.test(source[offset]!) ? ' ' : source[offset]!)).join(''),
    offsets,
  };
}

/** The file span [start, end) of characters [from, to) of an excerpt. */
export function spanOf(part: Excerpt, from: number, to: number): { start: number; end: number } {
  const last = part.offsets[to - 1];
  const first = part.offsets[from];
  if (first === undefined || last === undefined || to <= from) {
    throw new RangeError(`no characters [${from}, ${to}) in an excerpt of ${part.text.length}`);
  }
  return { start: first, end: last + 1 };
}

const LONGEST_DOUBLE = 12;

/**
 * Indexes of the characters that stay when doubled glyphs are undone. Some pages print a headline's
 * glyphs twice (`义桥义桥：：`, `101101周周年`). Chinese doubles characters of its own (常常, 干干净净, 2020年),
 * so only a run of at least two doubled units counts, one of them punctuation, a number of three digits
 * or more, or a phrase of five characters or more.
 */
export function undouble(text: string): number[] {
  const keep: number[] = [];
  let i = 0;
  while (i < text.length) {
    const units = doubledUnits(text, i);
    const telling = units.some(
      (unit) => /^[：:；;，,！!？?]$/u.test(unit) || /^\d{3,}$/.test(unit) || unit.length >= 5,
    );
    if (units.length >= 2 && telling) {
      for (const unit of units) {
        for (let k = 0; k < unit.length; k++) keep.push(i + k);
        i += unit.length * 2;
      }
    } else {
      keep.push(i);
      i += 1;
    }
  }
  return keep;
}

function doubledUnits(text: string, from: number): string[] {
  const units: string[] = [];
  let i = from;
  for (;;) {
    let length = Math.min(LONGEST_DOUBLE, Math.floor((text.length - i) / 2));
    while (length > 0 && !isDoubled(text, i, length)) length--;
    if (length === 0) return units;
    units.push(text.slice(i, i + length));
    i += 2 * length;
  }
}

/** A number counts only whole: 139139 in 13913900123 is no doubled 139. */
function isDoubled(text: string, from: number, length: number): boolean {
  const unit = text.slice(from, from + length);
  const end = from + 2 * length;
  if (unit !== text.slice(from + length, end)) return false;
  const opensInNumber = /^\d/.test(unit) && /\d/.test(text[from - 1] ?? '');
  const endsInNumber = /\d$/.test(unit) && /\d/.test(text[end] ?? '');
  return !opensInNumber && !endsInNumber;
}
