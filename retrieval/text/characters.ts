import { Converter } from 'opencc-js/t2cn';

let toSimplified: ((text: string) => string) | undefined;

/** Traditional characters to Simplified, one for one; other text is left alone. */
export function simplify(text: string): string {
  toSimplified ??= Converter({ from: 't', to: 'cn' });
  return toSimplified(text);
}

/**
 * The one form in which text is compared: NFKC (full width to half width, compatibility forms),
 * Simplified characters, lower case. Length may change, so spans are never taken from it.
 */
export function fold(text: string): string {
  return simplify(text.normalize('NFKC')).toLowerCase();
}

/** Folded text with letters, digits, CJK characters, `%` and decimal points only: what a quotation is compared by. */
export function bare(text: string): string {
  return fold(text)
    .replace(/(?<=\d),(?=\d{3})|(?<!\d)\.|\.(?!\d)/g, '')
    .replace(/[^0-9a-z\u3400-\u9fff%.]/g, '');
}

export function isHan(character: string): boolean {
  return /^[\u3400-\u9fff]$/.test(character);
}

/** Overlapping pairs of characters of a text without white space and punctuation. */
export function characterPairs(text: string): string[] {
  const letters = bare(text);
  const pairs: string[] = [];
  for (let i = 0; i + 1 < letters.length; i++) pairs.push(letters.slice(i, i + 2));
  return pairs;
}
