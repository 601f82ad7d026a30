import type { Answer, Citation } from '../../answers/answer.ts';
import { telegramWording } from '../../wording/telegram.ts';
import { type FormattedText, join, type Piece, styled } from './formatted-text.ts';
import { onOneLine } from './one-line.ts';

/** A longer quote is folded, so that the next one is still in sight on a phone. */
const LONGEST_OPEN_QUOTE = 120;

export interface AnswerFrame {
  /** Stands above the answer. */
  readonly lead?: string | undefined;
  /** The chat's town, when the answer was narrowed by it: who set it may have forgotten. */
  readonly town?: string | undefined;
}

/** An answer as one message: what is said, the words it rests on with their place, and the notes. */
export function answerMessage(answer: Answer, { lead, town }: AnswerFrame = {}): FormattedText {
  const blocks: Piece[] = [];
  if (lead !== undefined) blocks.push(styled('italic', lead));
  blocks.push(answer.answer);
  if (answer.citations.length > 0) blocks.push(sources(answer.citations));
  if (answer.notes.length > 0) blocks.push(notes(answer.notes));
  if (town !== undefined && answer.status !== 'blocked')
    blocks.push(styled('italic', telegramWording.town.applied(town)));
  return join(blocks, '\n\n');
}

/** Title, town and period as one line, for a document or a citation. */
export function sourceLine(source: Pick<Citation, 'title' | 'town' | 'period'>): string {
  const place = [source.town, source.period ?? telegramWording.answer.noPeriod].filter(Boolean).join(' · ');
  return `《${source.title}》${place}`;
}

function sources(citations: readonly Citation[]): FormattedText {
  const lines: Piece[] = [styled('bold', telegramWording.answer.sources)];
  for (const [line, quoted] of bySource(citations)) {
    lines.push(line);
    for (const citation of quoted) lines.push(quote(citation));
  }
  return join(lines, '\n');
}

/** Citations of one article stand together under its title, in the order of their first mark. */
function bySource(citations: readonly Citation[]): ReadonlyMap<string, readonly Citation[]> {
  const groups = new Map<string, Citation[]>();
  for (const citation of citations) {
    const line = sourceLine(citation);
    groups.set(line, [...(groups.get(line) ?? []), citation]);
  }
  return groups;
}

function quote(citation: Citation): FormattedText {
  const text = `[${citation.mark}] ${onOneLine(citation.quote)}`;
  return styled(text.length > LONGEST_OPEN_QUOTE ? 'expandable_blockquote' : 'blockquote', text);
}

function notes(lines: readonly string[]): FormattedText {
  return join([styled('bold', telegramWording.answer.notes), ...lines.map((line) => `· ${line}`)], '\n');
}
