import type { Citation } from '../../answers/answer.ts';
import type { DocumentView } from '../../assistant.ts';
import { telegramWording } from '../../wording/telegram.ts';
import { sourceLine } from './answer-message.ts';
import { type FormattedText, join, styled } from './formatted-text.ts';

/** About how much of the document stands before and after the quote. */
const AROUND = 240;
/** How much further the view may reach to begin or end at a line. */
const TO_LINE_END = 60;

/** A quote among what stands around it in its document, as printed, the quote in bold. */
export function passageMessage(citation: Citation, document: DocumentView): FormattedText {
  const start = Math.min(citation.start, document.text.length);
  const end = Math.min(citation.end, document.text.length);
  const from = lineStart(document.text, Math.max(0, start - AROUND));
  const to = lineEnd(document.text, Math.min(document.text.length, end + AROUND));
  const passage = join([
    from > 0 ? '……\n' : '',
    asPrinted(document.text.slice(from, start)).trimStart(),
    styled('bold', asPrinted(document.text.slice(start, end))),
    asPrinted(document.text.slice(end, to)).trimEnd(),
    to < document.text.length ? '\n……' : '',
  ]);
  const place = `${document.name} · ${telegramWording.passage.line(citation.line)}`;
  return join(
    [styled('bold', sourceLine(citation)), styled('blockquote', passage), styled('italic', place)],
    '\n',
  );
}

function lineStart(text: string, from: number): number {
  const line = text.lastIndexOf('\n', from) + 1;
  return from - line <= TO_LINE_END ? line : from;
}

function lineEnd(text: string, to: number): number {
  const line = text.indexOf('\n', to);
  const end = line === -1 ? text.length : line;
  return end - to <= TO_LINE_END ? end : to;
}

/** Line breaks stay; blank lines and the tabs of a flattened table take too much room on a phone. */
function asPrinted(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]{2,}|\t/g, ' ')
    .replace(/\n\s*\n/g, '\n');
}
