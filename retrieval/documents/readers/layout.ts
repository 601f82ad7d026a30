import { bare } from '../../text/characters.ts';
import type { Excerpt } from '../../text/clean.ts';

/** A stretch of a text that is one line of its layout. */
export interface LayoutLine {
  readonly start: number;
  readonly end: number;
  /** Opens an item of a list. */
  readonly item?: 'bullet' | 'number';
  /** The file ends the line here, rather than a column that was too narrow. */
  readonly ended?: boolean;
}

/** Lines that belong together, with what the markup says they are. */
export interface LayoutBlock {
  readonly kind: 'heading' | 'paragraph' | 'list' | 'table';
  readonly lines: readonly LayoutLine[];
}

const STOPPED = /[。！？!?；;…][”’」』）)"]*$/u;
/** No statement ends so: the page broke it off, and what follows may go on with it. */
const BROKEN_OFF = /[，,、的和与及在是将要把被向对为]$/u;
/** A paragraph longer than this is no headline, even where it has neither comma nor stop. */
const LONGEST_HEADLINE = 64;
/** Items longer than this are sentences of their own, shorter ones make one list together; so it is with lines. */
const SHORT_ITEM = 30;

/**
 * A text as its layout should be read: blocks parted by blank lines, and a stop (；) after a paragraph or a long
 * item that has none, so that it is not taken for the first half of what follows. Places of added characters are
 * those of the character before them.
 */
export function layoutOf(text: string, blocks: readonly LayoutBlock[]): Excerpt {
  const characters: string[] = [];
  const offsets: number[] = [];
  const add = (added: string, place: number): void => {
    for (const character of added.split('')) {
      characters.push(character);
      offsets.push(place);
    }
  };
  const stops = !hasBrokenLines(text, blocks);
  for (const [index, block] of blocks.entries()) {
    const before = blocks[index - 1];
    // A list stays with the paragraph that introduces it.
    if (before !== undefined)
      add(before.kind === 'paragraph' && block.kind === 'list' ? '\n' : '\n\n', offsets.at(-1) ?? 0);
    for (const [position, line] of block.lines.entries()) {
      if (position > 0) add('\n', offsets.at(-1) ?? 0);
      for (let place = line.start; place < line.end; place++) {
        characters.push(text[place]!);
        offsets.push(place);
      }
      const words = text.slice(line.start, line.end).trim();
      if (words !== '' && stops && needsStop(text, block, position, words, blocks[index + 1]))
        add('；', Math.max(line.start, line.end - 1));
    }
  }
  return { text: characters.join(''), offsets };
}

function needsStop(
  text: string,
  block: LayoutBlock,
  position: number,
  words: string,
  after: LayoutBlock | undefined,
): boolean {
  if (STOPPED.test(words) || BROKEN_OFF.test(words)) return false;
  if (block.kind === 'heading' || block.kind === 'table') return false;
  const next = block.lines[position + 1];
  if (block.kind === 'list') {
    // The line below goes on with the item.
    if (next !== undefined && next.item === undefined) return false;
    return next === undefined || next.item === 'number' || isLong(text, block.lines);
  }
  if (/[：:]$/.test(words)) return false;
  if (next !== undefined) return block.lines[position]!.ended === true && words.length <= SHORT_ITEM;
  if (after?.kind === 'list') return true;
  const whole = block.lines.map(({ start, end }) => text.slice(start, end).trim()).join('');
  return whole.length > LONGEST_HEADLINE || /[，,。：:]/.test(whole);
}

function isLong(text: string, lines: readonly LayoutLine[]): boolean {
  return lines.some(({ start, end }) => bare(text.slice(start, end)).length > SHORT_ITEM);
}

/** Some files make a paragraph of every printed line: there the end of a paragraph says nothing. */
function hasBrokenLines(text: string, blocks: readonly LayoutBlock[]): boolean {
  const ends = blocks
    .filter(({ kind }) => kind === 'paragraph')
    .map(({ lines }) =>
      lines
        .map(({ start, end }) => text.slice(start, end))
        .join('')
        .trim(),
    )
    .filter((words) => words.length >= 15);
  const open = ends.filter((words) => !STOPPED.test(words) && !/[：:]$/.test(words));
  return ends.length >= 4 && open.length > ends.length / 2;
}
