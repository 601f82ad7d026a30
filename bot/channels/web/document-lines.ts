export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Piece {
  readonly text: string;
  readonly quoted: boolean;
}

export interface DocumentLine {
  /** From 1, as citations count. */
  readonly number: number;
  readonly pieces: readonly Piece[];
}

const LINE_END = /\r?\n/g;

/** The lines of a text, each cut where the span begins and ends; a span reaching over lines marks a piece on each. */
export function documentLines(text: string, span: Span | null): readonly DocumentLine[] {
  const lines: DocumentLine[] = [];
  let from = 0;
  for (const match of text.matchAll(LINE_END)) {
    lines.push({ number: lines.length + 1, pieces: pieces(text, from, match.index, span) });
    from = match.index + match[0].length;
  }
  if (from < text.length)
    lines.push({ number: lines.length + 1, pieces: pieces(text, from, text.length, span) });
  return lines;
}

/** The line on which the quote begins to be seen, or null when nothing visible is quoted. */
export function quotedLine(lines: readonly DocumentLine[]): number | null {
  return lines.find((line) => line.pieces.some((piece) => piece.quoted))?.number ?? null;
}

function pieces(text: string, from: number, to: number, span: Span | null): readonly Piece[] {
  const whole = { text: text.slice(from, to), quoted: false };
  if (span === null) return [whole];
  const start = Math.max(from, span.start);
  const end = Math.min(to, span.end);
  if (text.slice(start, end).trim() === '') return [whole];
  return [
    { text: text.slice(from, start), quoted: false },
    { text: text.slice(start, end), quoted: true },
    { text: text.slice(end, to), quoted: false },
  ].filter((piece) => piece.text !== '');
}
