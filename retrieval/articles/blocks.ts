import type { Span } from './article.ts';
import { trailingCredit } from './credits.ts';
import type { Line } from './lines.ts';
import { ITEM_NUMBER, LONGEST_HEADING, SECTION_NUMBER, SENTENCE_END, YEAR_HEADING } from './patterns.ts';
import { endsLikeProse, opensQuotation, readUnits, type Unit } from './units.ts';

/** A part of a page with what it is; furniture and captions are left out. */
export interface Block extends Span {
  readonly kind: 'heading' | 'byline' | 'report' | 'paragraph' | 'table';
  readonly text: string;
  readonly lines: readonly Line[];
  /** The authors' names in brackets after the last words: the report ends here. */
  readonly signature: Span | null;
  /** Ends in mid-sentence where a column ends. */
  readonly open: boolean;
  /** Goes on in mid-sentence after something that is no part of it. */
  readonly resumes: boolean;
  /** Stands in the same chunk of lines as the block before it. */
  readonly attached: boolean;
}

/** Classifies the lines of a page and joins paragraphs that the page's columns cut apart. */
export function readBlocks(source: string): Block[] {
  const units = readUnits(source);
  const blocks: Block[] = [];
  for (const [index, unit] of units.entries()) {
    if (unit.kind === 'furniture' || unit.kind === 'caption') continue;
    if (unit.kind === 'signature') {
      const last = blocks.at(-1);
      if (last !== undefined && isProse(last))
        blocks[blocks.length - 1] = { ...last, signature: last.signature ?? spanOf(unit) };
      continue;
    }
    blocks.push(
      toBlock(
        source,
        unit,
        units[index - 1],
        units.slice(index + 1).find(({ kind }) => kind !== 'furniture' && kind !== 'caption'),
      ),
    );
  }
  return blocks;
}

export function isProse(block: Block): boolean {
  return block.kind === 'paragraph' || block.kind === 'report';
}

function spanOf({ lines }: Unit): Span {
  return { start: lines[0]!.start, end: lines.at(-1)!.end };
}

function toBlock(source: string, unit: Unit, before: Unit | undefined, next: Unit | undefined): Block {
  const kind = kindOf(unit, before, next);
  const { start, end } = spanOf(unit);
  const credit = kind === 'paragraph' || kind === 'report' ? trailingCredit(source.slice(start, end)) : 0;
  return {
    kind,
    start,
    end: end - credit,
    text: credit === 0 ? unit.text : unit.text.slice(0, unit.text.length - trailingCredit(unit.text)),
    lines: unit.lines,
    signature: credit === 0 ? null : { start: end - credit, end },
    open: unit.open && credit === 0 && kind !== 'heading',
    resumes: unit.resumes,
    attached: !unit.apart,
  };
}

function kindOf(unit: Unit, before: Unit | undefined, next: Unit | undefined): Block['kind'] {
  switch (unit.kind) {
    case 'table':
    case 'byline':
    case 'report':
      return unit.kind;
    case 'year':
      return 'heading';
    default:
      return isHeading(unit, before, next) ? 'heading' : 'paragraph';
  }
}

function isHeading(unit: Unit, before: Unit | undefined, next: Unit | undefined): boolean {
  const { text, lines } = unit;
  const headsReport =
    unit.apart &&
    lines.length <= 3 &&
    (next?.kind === 'byline' || next?.kind === 'report') &&
    !/[。；]/.test(text);
  if (
    (unit.open && !headsReport) ||
    unit.resumes ||
    text.length > LONGEST_HEADING ||
    text.length < 2 ||
    lines.length > 4
  )
    return false;
  if (unit.solid && !headsReport) return false;
  if (isListItem(unit, before, next)) return false;
  // 各位村民： speaks to the reader when prose follows, and to the headline when that does.
  if (/[：:]$/.test(text))
    return next !== undefined && next.kind === 'text' && unit.apart && !SENTENCE_END.test(next.text);
  if (SENTENCE_END.test(text)) return isClosedHeading(unit, before, next);
  return !/[。；;]/.test(text) && !endsLikeProse(text) && !opensQuotation(text) && !isRest(unit, before);
}

/** Items of a list may end without a stop; two in a row are no headings. */
function isListItem({ text }: Unit, before: Unit | undefined, next: Unit | undefined): boolean {
  if (!ITEM_NUMBER.test(text)) return false;
  return [before, next].some(
    (unit) => unit !== undefined && ITEM_NUMBER.test(unit.text) && unit.lines.length < 4,
  );
}

/** Half a sentence that the page breaks off, or the end of one. */
function isRest({ text, apart, wrapped }: Unit, before: Unit | undefined): boolean {
  return !wrapped && !apart && /[，,]/.test(text) && before?.kind === 'text' && before.open;
}

/** Headings that end like sentences: a lead phrase with a full stop, a question, a call. */
function isClosedHeading(unit: Unit, before: Unit | undefined, next: Unit | undefined): boolean {
  const { text, lines } = unit;
  if (next === undefined && before === undefined) return false;
  if (/^[“‘]/.test(text) && /[”’]$/.test(text) && text.length > 24) return false;
  const follows = next?.text ?? '';
  if (/。$/.test(text))
    return (
      lines.length === 1 &&
      text.length <= 30 &&
      !/\d/.test(text) &&
      follows.length >= text.length * 3 &&
      unit.apart &&
      next?.apart === true
    );
  if (!/[！？!?][”]?$/.test(text) || (/[。！？!?].{2,}[！？!?]/.test(text) && text.length > 24)) return false;
  const closed =
    before === undefined || !(before.kind === 'text' || before.kind === 'report') || !before.open;
  const below =
    before !== undefined &&
    (before.kind === 'furniture' ||
      before.kind === 'caption' ||
      (before.kind === 'text' && !SENTENCE_END.test(before.text)));
  const alone = (unit.apart || below) && (next === undefined || next.apart || next.kind !== 'text');
  return lines.length <= 2 && text.length <= 30 && closed && alone;
}

export function isNumbered(block: Block): boolean {
  return SECTION_NUMBER.test(block.text) || ITEM_NUMBER.test(block.text) || YEAR_HEADING.test(block.text);
}
