import type { Chance } from './chance.ts';
import { type Fragment, fragment, type PrintedLine, wrap } from './printed.ts';
import type { Story } from './story.ts';

/** How a page sets its text. */
export interface TextStyle {
  /** Characters a line; null where every paragraph is one line. */
  readonly width: number | null;
  readonly indent: string;
  /** The blanks before a paragraph are gone, yet its first line is as much shorter. */
  readonly lostIndent: boolean;
  readonly blankBetween: boolean;
  readonly blankAroundHeadings: boolean;
  /** Columns a body is cut into. */
  readonly columns: number;
  readonly cutsOff: boolean;
}

export function pickTextStyle(chance: Chance): TextStyle {
  const wrapped = chance.likely(0.65);
  return {
    width: wrapped ? chance.whole(13, 34) : null,
    indent: chance.pick(['', '　　', '　　', '  ']),
    lostIndent: chance.likely(0.5),
    blankBetween: chance.likely(wrapped ? 0.6 : 0.75),
    blankAroundHeadings: chance.likely(0.7),
    columns: chance.pick([1, 1, 2, 3]),
    cutsOff: chance.likely(0.12),
  };
}

/** The columns of a story's body, from its author line to its last words; an empty line is a blank one. */
export function setBody(chance: Chance, story: Story, index: number, style: TextStyle): PrintedLine[][] {
  const lines: PrintedLine[] = [];
  if (story.signature.line !== '') lines.push([fragment(story.signature.line, 'byline', index)]);
  const lead = story.signature.line !== '' && chance.likely(0.6);
  if (lead) lines.push([]);
  for (const [part, block] of story.blocks.entries()) {
    const last = part === story.blocks.length - 1;
    if (part > 0 && style.blankBetween) lines.push([]);
    if (block.kind === 'heading') {
      const apart = style.blankAroundHeadings && !style.blankBetween;
      if (apart) lines.push([]);
      lines.push(...setLines([fragment(block.text, 'heading', index, part)], { ...style, indent: '' }));
      if (apart) lines.push([]);
      continue;
    }
    const text = last && style.cutsOff ? cutOff(chance, block.text) : block.text;
    const words: Fragment[] = [];
    if (part === 0 && story.signature.prefix !== '')
      words.push(fragment(story.signature.prefix, 'byline', index));
    words.push(fragment(text, 'body', index, part));
    if (last && story.signature.suffix !== '') words.push(fragment(story.signature.suffix, 'byline', index));
    lines.push(...setLines(words, style));
  }
  return cutColumns(chance, lines, style);
}

function setLines(words: readonly Fragment[], { width, indent, lostIndent }: TextStyle): PrintedLine[] {
  const whole = indent === '' ? words : [fragment(indent, 'blank'), ...words];
  const lines = width === null ? [whole] : wrap(whole, width);
  if (!lostIndent) return lines;
  return lines.map((line) => line.filter(({ role }) => role !== 'blank'));
}

/** The page ends in mid-sentence. */
function cutOff(chance: Chance, text: string): string {
  if (text.length < 50) return text;
  return text.slice(0, chance.whole(text.length - 18, text.length - 6)).replace(/[。，、；：“”！？]+$/, '');
}

function cutColumns(chance: Chance, lines: readonly PrintedLine[], style: TextStyle): PrintedLine[][] {
  const columns: PrintedLine[][] = [];
  let rest = [...lines];
  for (let left = style.columns; left > 1; left--) {
    const cut = style.width === null ? cutParagraph(chance, rest) : cutBetween(chance, rest, left);
    if (cut === undefined) break;
    columns.push(cut[0]);
    rest = cut[1];
  }
  return [...columns, rest];
}

function cutBetween(
  chance: Chance,
  lines: PrintedLine[],
  left: number,
): [PrintedLine[], PrintedLine[]] | undefined {
  if (lines.length < 8) return undefined;
  const middle = Math.round(lines.length / left);
  const at = Math.min(lines.length - 3, Math.max(4, middle + chance.whole(-1, 1)));
  // A heading is never left behind at the foot of a column.
  if ([at - 1, at - 2].some((line) => lines[line]?.[0]?.role === 'heading')) return undefined;
  return [lines.slice(0, at), lines.slice(at)];
}

/** Cuts a long paragraph in mid-sentence. */
function cutParagraph(chance: Chance, lines: PrintedLine[]): [PrintedLine[], PrintedLine[]] | undefined {
  const long = lines.flatMap((line, index) => ((line.at(-1)?.text.length ?? 0) > 70 ? [index] : []));
  if (long.length === 0) return undefined;
  const at = chance.pick(long);
  const line = lines[at]!;
  const body = line.findIndex(({ role, text }) => role === 'body' && text.length > 70);
  if (body === -1) return undefined;
  const { text } = line[body]!;
  const place = chance.whole(30, text.length - 25);
  if (/[，。、；：“”！？]/.test(text[place]!)) return undefined;
  const head = [...line.slice(0, body), { ...line[body]!, text: text.slice(0, place) }];
  const tail = [{ ...line[body]!, text: text.slice(place) }, ...line.slice(body + 1)];
  return [
    [...lines.slice(0, at), head],
    [tail, ...lines.slice(at + 1)],
  ];
}
