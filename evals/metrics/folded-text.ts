/** What Python's `\s` matches in text; JavaScript's differs in three control characters and U+FEFF. */
const WHITE_SPACE = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/gu;

/** Text without white space. */
export function withoutSpace(text: string): string {
  return text.replace(WHITE_SPACE, '');
}

/**
 * The form in which answers are compared with what they must and must not hold: NFKC, no white space, no
 * separators of thousands, no middle dots, lower case. Source: the judging rules of the golden questions.
 */
export function fold(text: string): string {
  return withoutSpace(text.normalize('NFKC'))
    .replace(/(?<=\p{Nd}),(?=\p{Nd}{3})/gu, '')
    .replace(/[·•・]/gu, '')
    .toLowerCase();
}

/** Folded text with letters, digits, CJK characters, `%` and `.` only: how quotations are compared. */
export function bare(text: string): string {
  return fold(text).replace(/[^0-9a-z\u3400-\u9fff%.]/g, '');
}

const GRAM = 4;

/** The runs of four characters of a text, each once; a shorter text is one run. */
export function grams(text: string): Set<string> {
  const letters = bare(text);
  const runs = new Set<string>();
  for (let start = 0; start < Math.max(1, letters.length - GRAM + 1); start++) {
    runs.add(letters.slice(start, start + GRAM));
  }
  return runs;
}

/** The pairs of neighbouring characters of a text, as often as they occur. */
export function characterPairs(text: string): string[] {
  const letters = bare(text);
  return Array.from({ length: Math.max(0, letters.length - 1) }, (_, start) =>
    letters.slice(start, start + 2),
  );
}

/** Does a text hold at least half of a quote's runs of four characters? */
export function coversHalf(quote: string, text: string): boolean {
  const wanted = grams(quote);
  const given = grams(text);
  let shared = 0;
  for (const run of wanted) if (given.has(run)) shared += 1;
  return shared >= 0.5 * wanted.size;
}

/** A path's last part: the name under which a document is known. */
export function documentName(path: string): string {
  return path.replace(/\/+$/, '').split('/').at(-1) ?? '';
}
