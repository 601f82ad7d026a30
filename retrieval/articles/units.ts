import { isByline, isCaption, isSignature, trailingCredit } from './credits.ts';
import { isFurniture } from './furniture.ts';
import { type Line, splitLines } from './lines.ts';
import {
  DATELINE,
  ITEM_NUMBER,
  LONGEST_HEADING,
  SECTION_NUMBER,
  SENTENCE_END,
  SUBHEADING,
  YEAR_HEADING,
} from './patterns.ts';
import { columnWidths, isFull, widthsOf } from './widths.ts';

/** Lines that were printed as one: a paragraph, a heading, a table, a line apart. */
export interface Unit {
  readonly kind: 'text' | 'year' | 'report' | 'byline' | 'signature' | 'caption' | 'furniture' | 'table';
  readonly lines: readonly Line[];
  readonly text: string;
  /** Ends in mid-sentence at the end of a full line: its words go on elsewhere. */
  readonly open: boolean;
  /** A blank line, the edge of the page or something that is no prose stands before it. */
  readonly apart: boolean;
  /** Begins in mid-sentence, after something that stood in between. */
  readonly resumes: boolean;
  /** Its lines are broken at a column's width. */
  readonly wrapped: boolean;
  /** Three lines or more, of which all but the last fill their column, or more commas than a headline has. */
  readonly solid: boolean;
}

interface SetLine {
  readonly line: Line;
  readonly kind: Unit['kind'];
  readonly blankBefore: boolean;
  /** Width of its column; undefined where text is not broken at a width. */
  readonly column: number | undefined;
  readonly full: boolean;
  readonly ends: boolean;
  readonly indented: boolean;
}

/** A paragraph's first line is shorter by the blanks before it, which may be lost. */
const INDENT = 2;
/** Width from which a line without a column is prose rather than a heading. */
const LONG_LINE = 40;

/** Groups the lines of a page to units, over the blank lines with which its columns cut them apart. */
export function readUnits(source: string): Unit[] {
  const lines = setLines(splitLines(source));
  const indents = indentsParagraphs(lines);
  const units: Unit[] = [];
  let open: SetLine[] = [];
  let interrupted = false;
  const close = (): void => {
    if (open.length > 0) {
      const unit = toUnit(open, interrupted);
      units.push(unit);
      interrupted = false;
    }
    open = [];
  };
  for (const [index, line] of lines.entries()) {
    if (line.kind === 'table' && open.at(-1)?.kind === 'table' && !line.blankBefore) {
      open.push(line);
      continue;
    }
    if (open.length > 0 && line.kind === 'text' && goesOn(open, line, lines, index, indents)) {
      open.push(line);
      continue;
    }
    close();
    const last = units.at(-1);
    // After a caption or a heading in its middle a paragraph goes on without being a new one.
    interrupted =
      last !== undefined &&
      line.kind === 'text' &&
      !isDetached(lines, index) &&
      resumesAfter(units, line, indents);
    open = [line];
  }
  close();
  return units;
}

function setLines(lines: readonly Line[]): SetLine[] {
  const columns = columnWidths(lines);
  const set: SetLine[] = [];
  let blank = true;
  for (const [index, line] of lines.entries()) {
    if (line.text === '') {
      blank = true;
      continue;
    }
    const column = columns[index];
    const before = set.at(-1);
    const within = !blank && before?.kind === 'text' && before.full && !before.ends;
    const kind = kindOf(line, lines[index + 1]);
    set.push({
      line,
      // A date or a number at the beginning of a line of prose frames nothing.
      kind: kind === 'furniture' && within ? 'text' : kind,
      blankBefore: blank,
      column,
      full: column === undefined ? isLong(line.text) : isFull(line.text, column),
      ends: SENTENCE_END.test(line.text),
      indented: /^(?:\u3000{1,2}|\s{2,4})(?=\S)/u.test(line.raw),
    });
    blank = false;
  }
  return set;
}

function kindOf({ text, raw }: Line, next: Line | undefined): Unit['kind'] {
  if (raw.includes('\t')) return 'table';
  if (YEAR_HEADING.test(text)) return 'year';
  if (isSignature(text)) return 'signature';
  if (isByline(text)) return 'byline';
  if (isCaption(text)) return 'caption';
  if (isFurniture(text)) return 'furniture';
  if (DATELINE.test(text) || (/[（(][^）)]*$/.test(text) && DATELINE.test(text + (next?.text ?? ''))))
    return 'report';
  return 'text';
}

/** Most paragraphs of the page begin with a blank: then a line without one begins none. */
function indentsParagraphs(lines: readonly SetLine[]): boolean {
  const starts = lines.filter((line, index) => {
    const before = lines[index - 1];
    return line.kind === 'text' && before?.kind === 'text' && before.ends && !before.full;
  });
  return starts.length >= 2 && starts.filter(({ indented }) => indented).length >= starts.length * 0.6;
}

function goesOn(
  open: readonly SetLine[],
  line: SetLine,
  lines: readonly SetLine[],
  index: number,
  indents: boolean,
): boolean {
  const last = open.at(-1)!;
  if (last.kind !== 'text' && last.kind !== 'report') return false;
  if (indents && line.indented) return false;
  const words = open.map(({ line: own }) => own.text).join('');
  if (last.ends) {
    if (SECTION_NUMBER.test(line.line.text) || ITEM_NUMBER.test(line.line.text)) return false;
    return (
      !line.blankBefore && last.column !== undefined && last.full && !looksLikeHeading(lines, index, indents)
    );
  }
  if (SUBHEADING.test(line.line.text) || trailingCredit(words) > 0) return false;
  if (isUnfinished(words, last, open.length)) {
    if (!line.blankBefore)
      return (
        !startsSection(line) && !(open.length === 1 && !/[。；]/.test(words) && opensParagraph(lines, index))
      );
    if (standsAlone(open, words) && !isDoubleSpaced(lines, index)) return false;
    return isProse(words, open) && !isDetached(lines, index);
  }
  // A heading goes on at the next line when that is no prose.
  return (
    !line.blankBefore &&
    open.length < 4 &&
    words.length + line.line.text.length <= LONGEST_HEADING &&
    !startsSection(line) &&
    !SECTION_NUMBER.test(words) &&
    !line.ends &&
    !(reachesEnd(line) && !endsShort(lines, index)) &&
    !/[。；！？]./.test(line.line.text)
  );
}

/** One line between blank ones with no stop in it: a headline may be as wide as a column. */
function standsAlone(open: readonly SetLine[], words: string): boolean {
  const [line] = open;
  return (
    open.length === 1 &&
    line!.kind === 'text' &&
    line!.blankBefore &&
    line!.column !== undefined &&
    !/[。；]/.test(words) &&
    !opensQuotation(words)
  );
}

/** Some converters put a blank line after every line: then one says nothing. */
function isDoubleSpaced(lines: readonly SetLine[], index: number): boolean {
  const next = lines[index + 1];
  return next === undefined || next.blankBefore;
}

/** A line that stops short of its column by the width of an indent, before a full one. */
function opensParagraph(lines: readonly SetLine[], index: number): boolean {
  const line = lines[index]!;
  const next = lines[index + 1];
  if (line.column === undefined || line.full || line.ends || next === undefined || next.blankBefore)
    return false;
  return isFull(line.line.text, line.column, INDENT) && (next.full || next.ends);
}

function startsSection({ line }: SetLine): boolean {
  return SECTION_NUMBER.test(line.text);
}

/** A full line that the next one does not carry on: the lines of a headline may be as wide as a column. */
function endsShort(lines: readonly SetLine[], index: number): boolean {
  const next = lines[index + 1];
  return next === undefined || next.blankBefore || next.kind !== 'text';
}

/** Do the words want more? The line is full, or ends as no heading does. */
function isUnfinished(words: string, last: SetLine, count: number): boolean {
  if (last.ends) return false;
  if (endsLikeProse(words) || opensQuotation(words)) return true;
  if (last.column !== undefined) return count > 1 ? last.full : reachesEnd(last);
  return last.full || /[。；]/.test(words) || isEnumerating(words);
}

/** Phrases parted by blanks are a headline's, however long it is. */
const PHRASES = /[\u4e00-\u9fff”]\s+[\u4e00-\u9fff“]/u;

function isLong(text: string): boolean {
  return widthsOf(text).least >= LONG_LINE && !(text.length <= LONGEST_HEADING && PHRASES.test(text));
}

/** More commas than a headline has. */
function isEnumerating(words: string): boolean {
  return words.length >= 24 && !PHRASES.test(words) && (words.match(/[，,、]/g)?.length ?? 0) >= 2;
}

/** Full, or short of it by the blanks of an indent that are lost. */
function reachesEnd({ line, column, full }: SetLine): boolean {
  return column === undefined ? full : isFull(line.text, column, INDENT);
}

/** Prose has a stop or a comma in it, or more lines than a headline. */
function isProse(words: string, open: readonly SetLine[]): boolean {
  return (
    open.length > 3 ||
    open[0]!.kind === 'report' ||
    /[。；]/.test(words) ||
    (open.length > 1 && /[，,]/.test(words)) ||
    words.length > LONGEST_HEADING ||
    endsLikeProse(words) ||
    opensQuotation(words) ||
    isEnumerating(words) ||
    (open.at(-1)!.column !== undefined && reachesEnd(open.at(-1)!) && /[，,。]/.test(words))
  );
}

/** Lines between blank ones that neither fill their column nor end a sentence, though a sentence is open: a heading. */
function isDetached(lines: readonly SetLine[], index: number): boolean {
  const group: SetLine[] = [];
  for (let at = index; at < lines.length; at++) {
    const line = lines[at]!;
    if (at > index && (line.blankBefore || line.kind !== 'text')) break;
    group.push(line);
    if (group.length > 4) return false;
  }
  const words = group.map(({ line }) => line.text).join('');
  const last = group.at(-1)!;
  if (words.length > LONGEST_HEADING || /[。；]/.test(words)) return false;
  if (last.ends) return /[！？!?]$/.test(words) && words.length <= 30 && group.length <= 2 && !last.full;
  if (endsLikeProse(words) || opensQuotation(words)) return false;
  return !last.full;
}

/** A line of its own between prose that ended and prose that begins. */
function looksLikeHeading(lines: readonly SetLine[], index: number, indents: boolean): boolean {
  const line = lines[index]!;
  const next = lines[index + 1];
  if (line.ends || next === undefined || next.kind !== 'text' || next.blankBefore) return false;
  if (indents) return !line.indented && next.indented && !line.full;
  return line.column !== undefined && !line.full && line.line.text.length <= LONGEST_HEADING;
}

/** The last prose is open and this line begins as no paragraph does. */
function resumesAfter(units: readonly Unit[], line: SetLine, indents: boolean): boolean {
  for (let at = units.length - 1; at >= 0; at--) {
    const unit = units[at]!;
    if (unit.kind === 'caption' || unit.kind === 'furniture') continue;
    if (unit.kind !== 'text' && unit.kind !== 'report') return false;
    return at < units.length - 1 && unit.open && !(indents && line.indented);
  }
  return false;
}

function toUnit(lines: readonly SetLine[], resumes: boolean): Unit {
  const first = lines[0]!;
  const last = lines.at(-1)!;
  const text = lines.map(({ line }) => line.text).join('');
  const prose = first.kind === 'text' || first.kind === 'report';
  return {
    kind: first.kind,
    lines: lines.map(({ line }) => line),
    text,
    open:
      prose && trailingCredit(text) === 0 && isUnfinished(text, last, lines.length) && isProse(text, lines),
    apart: first.blankBefore,
    resumes,
    wrapped: last.column !== undefined,
    solid:
      isEnumerating(text) ||
      (lines.length >= 3 &&
        last.column !== undefined &&
        lines.slice(0, -1).every((line) => reachesEnd(line))),
  };
}

/** A quotation or bracket that begins and does not end: the line is half a sentence. */
export function opensQuotation(text: string): boolean {
  const opened = text.match(/[“《（(]/g)?.length ?? 0;
  return opened > (text.match(/[”》）)]/g)?.length ?? 0);
}

export function endsLikeProse(text: string): boolean {
  // A headline may end in 了 (葡萄熟了), a short line above it in a colon.
  if (/^[^，,。]{1,24}了$/u.test(text)) return false;
  if (/^[^，,。、]{2,12}[：:]$/u.test(text)) return false;
  return /[，,、：:的了和与及在是]$/u.test(text);
}
