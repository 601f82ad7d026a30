import { type LayoutBlock, type LayoutLine, layoutOf } from './layout.ts';
import { hideInline } from './markdown-inline.ts';
import type { Fault, Reading } from './reading.ts';
import { readText } from './text.ts';

interface Line {
  readonly start: number;
  readonly text: string;
}

/** A line with its markup replaced by blanks of the same length, and what the markup said. */
interface MarkedLine {
  readonly kind: 'blank' | 'heading' | 'text' | 'item' | 'row' | 'hidden' | 'separator';
  readonly plain: string;
  readonly numbered?: boolean;
}

const FRONT_MATTER = /^---[ \t]*\r?\n[\s\S]*?\n---[ \t]*(?=\r?\n|$)/;
const COMMENT = /<!--[\s\S]*?-->/g;
const FENCE = /^ {0,3}(?:`{3,}|~{3,})/;
const HEADING = /^ {0,3}#{1,6}(?:[ \t]+|(?=[\u3400-\u9fff“《][^#]*$))/;
const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|={2,}[ \t]*)$/;
const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/;
const ITEM = /^([ \t]*)[-*+](?=[ \t])([ \t]+\[ \](?=[ \t]))?/;
const NUMBERED = /^[ \t]*\d{1,3}[.)、](?=[ \t])/;
const QUOTE = /^(?:[ \t]*>[ \t]?)+/;
const SEPARATOR = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
const OWN_LINE_IMAGE = /^[ \t]*!\[[^\]]*\]\([^)]*\)[ \t]*$/;
const REFERENCE = /^ {0,3}\[[^\]]+\]:[ \t]*\S+.*$/;
const OWN_LINE_TAGS = /^[ \t]*(?:<\/?[a-z][a-z\d]*(?:[ \t][^<>]*)?\/?>[ \t]*)+$/i;

/**
 * Markdown. Offsets point into the file as it is, so nothing is taken out: markup is replaced by blanks of the
 * same length (bullets by •, the bars of a table by tabs), and the layout is told apart from the text.
 */
export function readMarkdown(bytes: Buffer): Reading | Fault {
  const read = readText(bytes);
  if ('kind' in read) return read;
  const { text } = read;
  const front = text.match(FRONT_MATTER)?.[0] ?? '';
  const visible = (hidden(front) + text.slice(front.length)).replace(COMMENT, hidden);
  const lines = linesOf(visible);
  const marked = markLines(lines);
  const plain = spliced(visible, lines, marked);
  const title = front.match(/^title:[ \t]*(["']?)(.+?)\1[ \t]*\r?$/m)?.[2] ?? onlyTitle(lines, marked);
  return {
    text,
    plain,
    layout: layoutOf(plain, blocksOf(lines, marked)),
    ...(title === undefined ? {} : { title }),
  };
}

/** Blanks in place of a stretch; line ends stay. */
function hidden(stretch: string): string {
  return stretch.replace(/[^\r\n]/g, ' ');
}

function linesOf(text: string): Line[] {
  return [...text.matchAll(/[^\r\n]+|(?<=\n)(?=\r?\n)/g)].map((match) => ({
    start: match.index,
    text: match[0],
  }));
}

function markLines(lines: readonly Line[]): MarkedLine[] {
  const marked: MarkedLine[] = [];
  let fenced = false;
  let table = false;
  for (const [index, { text: line }] of lines.entries()) {
    const next = lines[index + 1]?.text ?? '';
    if (FENCE.test(line)) {
      fenced = !fenced;
      marked.push({ kind: 'hidden', plain: hidden(line) });
    } else if (fenced) {
      marked.push({ kind: line.trim() === '' ? 'blank' : 'text', plain: line });
    } else {
      const opens = line.includes('|') && next.includes('|') && SEPARATOR.test(next);
      table = opens || (table && line.includes('|'));
      marked.push(table ? markRow(line) : markLine(line, next, marked.at(-1)));
    }
  }
  return marked;
}

function markRow(line: string): MarkedLine {
  if (SEPARATOR.test(line)) return { kind: 'separator', plain: hidden(line) };
  const cells = hideInline(line)
    .replace(/^([ \t]*)\|/, '$1 ')
    .replace(/(?<!\\)\|([ \t]*)$/, ' $1')
    .replace(/(?<!\\)\|/g, '\t');
  return { kind: 'row', plain: cells };
}

function markLine(line: string, next: string, before: MarkedLine | undefined): MarkedLine {
  if (line.trim() === '') return { kind: 'blank', plain: line };
  if (RULE.test(line) || (UNDERLINE.test(line) && before?.kind === 'heading'))
    return { kind: 'hidden', plain: hidden(line) };
  if (OWN_LINE_IMAGE.test(line) || REFERENCE.test(line) || OWN_LINE_TAGS.test(line))
    return { kind: 'hidden', plain: hidden(line) };
  const quoted = line.replace(QUOTE, hidden);
  if (HEADING.test(quoted)) {
    const bare = quoted.replace(HEADING, hidden).replace(/[ \t]+#+[ \t]*$/, hidden);
    return { kind: 'heading', plain: hideInline(bare) };
  }
  const item = quoted.match(ITEM);
  if (item !== null) {
    const bullet = quoted.replace(
      ITEM,
      (mark, lead: string) => `${lead}•${' '.repeat(mark.length - lead.length - 1)}`,
    );
    return { kind: 'item', plain: hideInline(bullet) };
  }
  if (NUMBERED.test(quoted)) return { kind: 'item', plain: hideInline(quoted), numbered: true };
  const alone = before === undefined || before.kind === 'blank' || before.kind === 'hidden';
  if (alone && UNDERLINE.test(next)) return { kind: 'heading', plain: hideInline(quoted) };
  return { kind: 'text', plain: hideInline(quoted) };
}

function spliced(text: string, lines: readonly Line[], marked: readonly MarkedLine[]): string {
  let plain = '';
  for (const [index, { start, text: line }] of lines.entries()) {
    plain += text.slice(plain.length, start) + marked[index]!.plain;
    if (plain.length !== start + line.length) throw new RangeError('markup must keep its length');
  }
  return plain + text.slice(plain.length);
}

function blocksOf(lines: readonly Line[], marked: readonly MarkedLine[]): LayoutBlock[] {
  const blocks: { kind: LayoutBlock['kind']; lines: LayoutLine[] }[] = [];
  let open = false;
  for (const [index, { kind, plain, numbered }] of marked.entries()) {
    const { start } = lines[index]!;
    const line = { start, end: start + plain.length };
    if (kind === 'separator') continue;
    if (kind === 'blank' || kind === 'hidden') {
      open = false;
      continue;
    }
    const last = blocks.at(-1);
    if (kind === 'item') {
      const item: LayoutLine = { ...line, item: numbered === true ? 'number' : 'bullet' };
      // Blank lines between the items of a list do not part it.
      if (last?.kind === 'list') last.lines.push(item);
      else blocks.push({ kind: 'list', lines: [item] });
    } else if (kind === 'text' && open && (last?.kind === 'paragraph' || last?.kind === 'list')) {
      last.lines.push(line);
    } else if (kind === 'row' && open && last?.kind === 'table') {
      last.lines.push(line);
    } else {
      blocks.push({
        kind: kind === 'row' ? 'table' : kind === 'heading' ? 'heading' : 'paragraph',
        lines: [line],
      });
    }
    open = kind !== 'heading';
  }
  return blocks;
}

/** The one heading of the first level, if there is just one. */
function onlyTitle(lines: readonly Line[], marked: readonly MarkedLine[]): string | undefined {
  const first = marked.flatMap(({ kind, plain }, index) =>
    kind === 'heading' && /^ {0,3}#(?!#)/.test(lines[index]!.text) ? [plain.trim()] : [],
  );
  return first.length === 1 ? first[0] : undefined;
}
