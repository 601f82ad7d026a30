import type { Span } from './article.ts';

/** A physical line without its line end; `text` is trimmed, the span covers the trimmed text. */
export interface Line extends Span {
  readonly text: string;
  /** The untrimmed line, for tables whose first cells are empty. */
  readonly raw: string;
  readonly rawStart: number;
}

/** All lines of a text, blank ones included (empty `text`). */
export function splitLines(source: string): Line[] {
  const lines: Line[] = [];
  for (const match of source.matchAll(/[^\r\n]*(?:\r\n|\r|\n|$)/g)) {
    if (match[0] === '' && match.index === source.length) break;
    const raw = match[0].replace(/[\r\n]+$/, '');
    const lead = raw.length - raw.trimStart().length;
    const text = raw.trim();
    const start = match.index + lead;
    lines.push({ text, raw, rawStart: match.index, start, end: start + text.length });
  }
  return lines;
}

/** Runs of lines between blank lines; a table line starts and ends a run of its own. */
export function splitBlocks(lines: readonly Line[]): Line[][] {
  const blocks: Line[][] = [];
  let current: Line[] = [];
  const close = (): void => {
    if (current.length > 0) blocks.push(current);
    current = [];
  };
  for (const line of lines) {
    if (line.text === '') {
      close();
      continue;
    }
    const table = line.raw.includes('\t');
    if (current.length > 0 && current[0]!.raw.includes('\t') !== table) close();
    current.push(line);
  }
  close();
  return blocks;
}
