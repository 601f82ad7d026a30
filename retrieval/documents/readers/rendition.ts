import type { Excerpt } from '../../text/clean.ts';
import { type LayoutBlock, type LayoutLine, layoutOf } from './layout.ts';

/** A line of a rendition, with what is known of it as a line of the layout. */
export interface RenditionLine extends Omit<LayoutLine, 'start' | 'end'> {
  readonly text: string;
}

export interface RenditionBlock {
  readonly kind: LayoutBlock['kind'];
  readonly lines: readonly RenditionLine[];
}

/** Blocks as plain text, parted by blank lines, with how its layout should be read. */
export function renderBlocks(blocks: readonly RenditionBlock[]): { text: string; layout: Excerpt } {
  let text = '';
  const placed: LayoutBlock[] = [];
  for (const { kind, lines } of blocks) {
    const filled = lines.filter((line) => line.text.trim() !== '');
    if (filled.length === 0) continue;
    if (text !== '') text += kind === 'list' && placed.at(-1)?.kind === 'paragraph' ? '\n' : '\n\n';
    const spans: LayoutLine[] = [];
    for (const [position, line] of filled.entries()) {
      if (position > 0) text += '\n';
      const start = text.length;
      text += line.text;
      const { text: _words, ...known } = line;
      spans.push({ ...known, start, end: text.length });
    }
    placed.push({ kind, lines: spans });
  }
  return { text: text === '' ? '' : `${text}\n`, layout: layoutOf(text, placed) };
}
