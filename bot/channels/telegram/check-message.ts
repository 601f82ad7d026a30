import type { Citation } from '../../answers/answer.ts';
import { explainFigure, placeOfRow } from '../../desk/explain-figure.ts';
import {
  type CheckedFigure,
  type CheckedSentence,
  type CheckedText,
  LONGEST_TEXT,
} from '../../desk/fact-check.ts';
import type { RegisterRow } from '../../desk/register.ts';
import { deskWording } from '../../wording/desk.ts';
import { telegramWording } from '../../wording/telegram.ts';
import { type FormattedText, join, type Piece, styled } from './formatted-text.ts';
import { onOneLine } from './one-line.ts';
import { citationOf } from './row-lines.ts';

/** More figures than this would come in a row of long messages; the rest is counted, not shown. */
const MOST_FIGURES = 30;

export interface CheckMessage {
  readonly message: FormattedText;
  /** What the documents say, to be opened at its place. */
  readonly citations: readonly Citation[];
}

/** A checked text as one message: what came out in all, then figure by figure with the documents' own words. */
export function checkMessage({ sentences, counts, cut }: CheckedText): CheckMessage {
  const { check } = deskWording;
  const { supported, contradicted, not_found: missing } = counts;
  const all = supported + contradicted + missing;
  const evidence = new Evidence();
  const blocks: Piece[] = [
    styled('bold', all === 0 ? check.empty : check.counts(all, supported, contradicted, missing)),
  ];
  if (cut) blocks.push(check.cut(LONGEST_TEXT));
  let left = MOST_FIGURES;
  for (const sentence of sentences) {
    if (sentence.figures.length === 0 || left === 0) continue;
    const figures = sentence.figures.slice(0, left);
    left -= figures.length;
    blocks.push(sentenceBlock(sentence, figures, evidence));
  }
  if (all > MOST_FIGURES) blocks.push(telegramWording.check.unlisted(all - MOST_FIGURES));
  return { message: join(blocks, '\n\n'), citations: evidence.citations };
}

/** The rows shown, each numbered once. */
class Evidence {
  readonly citations: Citation[] = [];

  markOf(row: RegisterRow): number {
    const known = this.citations.find(
      ({ document, start, end }) => document === row.document && start === row.start && end === row.end,
    );
    if (known !== undefined) return known.mark;
    const mark = this.citations.length + 1;
    this.citations.push(citationOf(row, mark));
    return mark;
  }
}

function sentenceBlock(
  { text }: CheckedSentence,
  figures: readonly CheckedFigure[],
  evidence: Evidence,
): FormattedText {
  return join(
    [styled('italic', onOneLine(text)), ...figures.flatMap((figure) => figureLines(figure, evidence))],
    '\n',
  );
}

function figureLines(checked: CheckedFigure, evidence: Evidence): Piece[] {
  const { label, reasons, heading } = explainFigure(checked);
  const { signs, figure } = telegramWording.check;
  const lines: Piece[] = [
    join([`${signs[checked.verdict]} `, styled('bold', checked.figure), figure(label, reasons)]),
  ];
  if (heading !== null) {
    lines.push(`${heading}：`);
    for (const row of checked.evidence) lines.push(...rowPieces(row, evidence));
  }
  return lines;
}

function rowPieces(row: RegisterRow, evidence: Evidence): Piece[] {
  const { source } = deskWording;
  const mark = evidence.markOf(row);
  return [
    `[${mark}] ${placeOfRow(row)} ${source(onOneLine(row.title), row.line)}`,
    styled('blockquote', onOneLine(row.quote)),
  ];
}
