import type { Explanation } from '../../bot/answers/explanation.ts';
import type { DocumentView } from '../../bot/assistant.ts';
import { printableLine } from '../../bot/channels/terminal/printable.ts';
import { renderAnswer, section } from '../../bot/channels/terminal/render-answer.ts';
import type { Style } from '../../bot/channels/terminal/style.ts';
import { terminalWording } from '../../bot/wording/terminal.ts';

const wording = terminalWording.explanation;
/** Enough of a passage to recognise it. */
const EXCERPT_CHARACTERS = 60;

/** How an answer came about, as text for a terminal: the analysis, every passage with its reasons, times, the answer. */
export function renderExplanation(
  explanation: Explanation,
  documentOf: (name: string) => DocumentView | undefined,
  style: Style,
): string {
  const hits = explanation.hits.map((hit, index) => ({
    kept: hit.kept,
    text: renderHit(hit, index + 1, documentOf, style),
  }));
  const texts = (kept: boolean) => orNone(hits.filter((hit) => hit.kept === kept).map(({ text }) => text));
  const parts = [
    section(wording.analysis, orNone(renderFields(explanation.analysis)), style),
    section(wording.kept, texts(true), style),
    section(wording.rejected, texts(false), style),
    section(wording.timings, orNone(renderFields(explanation.timings)), style),
    `${style.heading(wording.answer)}\n${renderAnswer(explanation.answer, style)}`,
  ];
  return parts.join('\n\n');
}

function orNone(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [wording.none] : lines;
}

function renderHit(
  hit: Explanation['hits'][number],
  rank: number,
  documentOf: (name: string) => DocumentView | undefined,
  style: Style,
): string {
  const place = wording.place(printableLine(hit.document), hit.start, hit.end);
  const passage = printableLine(documentOf(hit.document)?.text.slice(hit.start, hit.end) ?? '');
  const lines = [wording.hit(rank, place, hit.score.toFixed(3))];
  if (hit.reasons.length > 0) lines.push(`    ${hit.reasons.map(renderReason).join('；')}`);
  if (passage !== '') lines.push(`    ${style.faint(excerpt(passage))}`);
  return lines.join('\n');
}

/** Reasons are made of closed terms and figures. */
function renderReason(reason: string): string {
  return printableLine(reason).replace(/[a-z]+(?: [a-z]+)*/gu, (term) => wording.terms[term] ?? term);
}

function excerpt(text: string): string {
  const characters = [...text];
  return characters.length <= EXCERPT_CHARACTERS
    ? text
    : `${characters.slice(0, EXCERPT_CHARACTERS).join('')}……`;
}

/** A line for every field that says something. */
function renderFields(fields: object): string[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    const text = renderValue(value);
    return text === '' ? [] : [`· ${labelOf(name)}：${text}`];
  });
}

function labelOf(name: string): string {
  return wording.labels[name] ?? name;
}

function renderValue(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? wording.yes : wording.no;
  if (typeof value === 'number') return String(Math.round(value * 1_000) / 1_000);
  if (Array.isArray(value))
    return value
      .map(renderValue)
      .filter((text) => text !== '')
      .join('、');
  if (typeof value === 'object') {
    const fields = Object.entries(value).map(([name, inner]) => [labelOf(name), renderValue(inner)] as const);
    const known = fields.filter(([, text]) => text !== '').map(([name, text]) => `${name} ${text}`);
    return known.length === 0 ? '' : `（${known.join('，')}）`;
  }
  const text = printableLine(String(value));
  return wording.terms[text] ?? text;
}
