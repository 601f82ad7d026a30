import type { Answer, Citation, Hit } from '../../answers/answer.ts';
import { terminalWording } from '../../wording/terminal.ts';
import { printable, printableLine } from './printable.ts';
import type { Style } from './style.ts';

const wording = terminalWording.answer;

/** An answer as text for a terminal: what is said, then what it rests on, notes, and what could be asked next. */
export function renderAnswer(answer: Answer, style: Style): string {
  const parts = [
    printable(answer.answer).replace(/\[\d+\]/gu, style.mark),
    section(
      wording.sources,
      answer.citations.map((citation) => source(citation, style)),
      style,
    ),
    section(wording.notes, answer.notes.map(item), style),
    section(wording.suggestions, answer.suggestions.map(item), style),
    section(wording.hits, (answer.hits ?? []).map(hit), style),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** A heading with its lines; nothing where there are none. */
export function section(heading: string, lines: readonly string[], style: Style): string {
  return lines.length === 0 ? '' : [style.heading(heading), ...lines].join('\n');
}

function item(text: string): string {
  return `· ${printableLine(text)}`;
}

function source(citation: Citation, style: Style): string {
  const known = [citation.title, citation.town, citation.period].filter((part) => part !== null);
  const place = [...known, citation.document].map(printableLine).join(' · ');
  const quote = wording.quote(printableLine(citation.quote));
  return `${style.mark(`[${citation.mark}]`)} ${place} ${wording.line(citation.line)}\n    ${style.faint(quote)}`;
}

function hit({ document, start, end, score }: Hit, index: number): string {
  return `${index + 1}. ${wording.hit(printableLine(document), start, end, score.toFixed(3))}`;
}
