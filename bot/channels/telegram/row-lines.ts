import type { Citation } from '../../answers/answer.ts';
import { placeOfRow } from '../../desk/explain-figure.ts';
import type { RegisterRow } from '../../desk/register.ts';
import { deskWording } from '../../wording/desk.ts';
import { type FormattedText, join, styled } from './formatted-text.ts';
import { onOneLine } from './one-line.ts';

/** Rows are listed several in a message, which has an end; 原文 shows the whole. */
const LONGEST = { quote: 240, words: 60 } as const;

/** A row of the register in a message: whose, what, how much, until when; the words in the document and their place. */
export function rowLines(row: RegisterRow, mark: number): FormattedText {
  const { changes, source } = deskWording;
  const figure =
    row.figure === null ? '' : `：${row.change === null ? '' : changes[row.change]}${row.figure}`;
  const deadline = row.deadline === null ? '' : `（${row.deadline}）`;
  return join(
    [
      styled('bold', `[${mark}] ${placeOfRow(row)}`),
      shortened(`${onOneLine(row.measure)}${figure}${deadline}`, LONGEST.words * 2),
      styled('blockquote', shortened(onOneLine(row.quote), LONGEST.quote)),
      source(shortened(onOneLine(row.title), LONGEST.words), row.line),
    ],
    '\n',
  );
}

/** A row's place in its document, as the button 原文 needs it. */
export function citationOf(row: RegisterRow, mark: number): Citation {
  const { document, title, town, year, start, end, line, quote } = row;
  return { mark, document, title, town, period: year === null ? null : `${year}年`, start, end, line, quote };
}

function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
