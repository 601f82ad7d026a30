import type { Span } from './article.ts';
import { type Line, splitBlocks, splitLines } from './lines.ts';
import {
  BYLINE,
  DATELINE,
  FURNITURE,
  LONGEST_HEADING,
  REPORT_OPENING,
  SENTENCE_END,
  YEAR_HEADING,
} from './patterns.ts';

/** A run of lines with what it is; a paragraph may have been joined over blank lines and columns. */
export interface Block extends Span {
  readonly kind: 'heading' | 'byline' | 'report' | 'paragraph' | 'table' | 'furniture';
  readonly text: string;
  readonly lines: readonly Line[];
}

/** Classifies the lines of a page and joins paragraphs that the page's columns cut apart. */
export function readBlocks(source: string): Block[] {
  const pieces = splitBlocks(splitLines(source)).flatMap(splitAtMarks);
  const blocks: Block[] = [];
  for (const [index, lines] of pieces.entries()) {
    const open = blocks.at(-1);
    const unfinished = open !== undefined && isProse(open) && !SENTENCE_END.test(open.text);
    const kind = kindOf(lines, unfinished, pieces[index + 1]);
    if (kind === 'paragraph' && unfinished) {
      blocks[blocks.length - 1] = {
        ...open,
        end: lines.at(-1)!.end,
        text: open.text + joined(lines),
        lines: [...open.lines, ...lines],
      };
      continue;
    }
    blocks.push({ kind, start: lines[0]!.start, end: lines.at(-1)!.end, text: joined(lines), lines });
  }
  return blocks.filter((block) => block.kind !== 'furniture');
}

export function isProse(block: Block): boolean {
  return block.kind === 'paragraph' || block.kind === 'report';
}

function joined(lines: readonly Line[]): string {
  return lines.map((line) => line.text).join('');
}

/** Datelines, bylines and year headings start a piece of their own even without a blank line before. */
function splitAtMarks(lines: Line[]): Line[][] {
  // A table keeps its lines together: its one header holds for all of them.
  if (lines[0]!.raw.includes('\t')) return [lines];
  const pieces: Line[][] = [];
  for (const [index, line] of lines.entries()) {
    const previous = lines[index - 1];
    const starts =
      previous === undefined ||
      DATELINE.test(line.text + (lines[index + 1]?.text ?? '')) ||
      isByline(line.text) ||
      isByline(previous.text) ||
      YEAR_HEADING.test(line.text) ||
      headingAbove(previous, line);
    if (starts) pieces.push([line]);
    else pieces.at(-1)!.push(line);
  }
  return pieces;
}

/** A line with an end and a much shorter one without after it: 「…企业拿地。」 then 「二、提升面貌」. */
function headingAbove(previous: Line, line: Line): boolean {
  return /^[一二三四五六七八九十]{1,3}、/.test(line.text) && SENTENCE_END.test(previous.text);
}

function isByline(text: string): boolean {
  return text.length <= 80 && BYLINE.test(text) && !/[。！？]/.test(text);
}

function kindOf(
  lines: readonly Line[],
  unfinished: boolean,
  next: readonly Line[] | undefined,
): Block['kind'] {
  const text = joined(lines);
  if (lines[0]!.raw.includes('\t')) return 'table';
  if (lines.length === 1 && FURNITURE.test(text) && !YEAR_HEADING.test(text)) return 'furniture';
  if (isByline(text)) return 'byline';
  if (DATELINE.test(text)) return 'report';
  if (YEAR_HEADING.test(text)) return 'heading';
  if (unfinished) return looksDetached(text, lines) ? 'heading' : 'paragraph';
  return isHeading(text, lines, next) ? 'heading' : 'paragraph';
}

/**
 * After an unfinished sentence nearly everything goes on with it. Only a short line of two or more
 * phrases set apart by blanks (狠抓落实 把握“三个坚持”) is read as a heading: prose has no such blanks.
 */
function looksDetached(text: string, lines: readonly Line[]): boolean {
  return (
    lines.length === 1 &&
    text.length <= 30 &&
    !/[，,。；;：:、]/.test(text) &&
    /[\u4e00-\u9fff”]\s+[\u4e00-\u9fff“]/u.test(text)
  );
}

function isHeading(text: string, lines: readonly Line[], next: readonly Line[] | undefined): boolean {
  if (text.length > LONGEST_HEADING || text.length < 2) return false;
  const follows = next === undefined ? '' : joined(next);
  if (!SENTENCE_END.test(text)) {
    if (/[。；;]/.test(text) || endsLikeProse(text) || opensQuotation(text)) return false;
    // A comma speaks for the first half of a sentence that the column cut, unless a body clearly follows.
    return !/[，,]/.test(text) || next === undefined || opensBody(next, follows);
  }
  // A lead phrase closed by a full stop (加快提质转型,实现综合实力大提升。) stands alone above a long paragraph.
  return (
    lines.length === 1 &&
    /。$/.test(text) &&
    text.length <= 30 &&
    !/\d/.test(text) &&
    follows.length >= text.length * 3
  );
}

/** A quotation that begins and does not end: the line is half a sentence. */
function opensQuotation(text: string): boolean {
  return (text.match(/“/g)?.length ?? 0) > (text.match(/”/g)?.length ?? 0);
}

function opensBody(lines: readonly Line[], text: string): boolean {
  return isByline(text) || DATELINE.test(text) || REPORT_OPENING.test(text) || lines[0]!.raw.includes('\t');
}

function endsLikeProse(text: string): boolean {
  return /[，,、：:的了和与及在是]$/u.test(text);
}
