/** Inline markup and what stands in its place: every replacement has the length of what it replaces. */
const MARKUP: readonly (readonly [RegExp, (match: string, ...groups: string[]) => string])[] = [
  // A line break parts what stands before it from what comes after, unless that has its stop already.
  [/(?<![。！？!?；;…：:，,、\s|])<br\s*\/?>/gi, (match) => `；${blanks(match.length - 1)}`],
  [/<br\s*\/?>/gi, (match) => blanks(match.length)],
  [
    /<\/?(?:a|b|i|u|p|em|strong|span|font|sup|sub|center|div|small|big|mark)\b[^<>]*>/gi,
    (match) => blanks(match.length),
  ],
  [/^(?:&(?:nbsp|emsp|ensp);)+/i, (match) => blanks(match.length)],
  [/<(https?:\/\/[^<>\s]+)>/gi, (_match, address) => ` ${address!} `],
  // The address stays: it is of use, and letters inside a sentence can't be left out of a quotation.
  [/!?\[([^\][]*)\](?=\()/g, (match, words) => `${blanks(match.length - words!.length - 1)}${words!} `],
  [/(?<![*\\])(\*{2,3})(?![*\s])([^*\n]+?)(?<!\s)\1(?!\*)/g, (_match, mark, words) => around(mark!, words!)],
  [/(?<![*\d\\])\*(?![*\s])([^*\n]+?)(?<!\s)\*(?![*\d])/g, (_match, words) => around(' ', words!)],
  [
    /(?<![\w\\])(_{1,3})(?![_\s])([^_\n]+?)(?<![\s_])\1(?!\w)/g,
    (_match, mark, words) => around(mark!, words!),
  ],
  [/~~(?!\s)([^~\n]+?)~~/g, (_match, words) => around('  ', words!)],
  [/(`+)(?!`)([^\n]+?)(?<!`)\1(?!`)/g, (_match, mark, words) => around(mark!, words!)],
  [/\\(?=[!-/:-@[-`{-~])(?!\|)/g, () => ' '],
];

/** A line with emphasis, links, code marks and tags replaced by blanks of the same length. */
export function hideInline(line: string): string {
  return MARKUP.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), line);
}

function around(mark: string, words: string): string {
  return blanks(mark.length) + words + blanks(mark.length);
}

function blanks(count: number): string {
  return ' '.repeat(count);
}
