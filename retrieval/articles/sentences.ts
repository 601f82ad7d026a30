import { excerpt } from '../text/clean.ts';
import type { Span } from './article.ts';

export interface CleanSpan extends Span {
  readonly text: string;
}

/** A sentence longer than this is cut at a comma, so that a passage can hold it. */
const LONGEST_SENTENCE = 300;
const CLOSING = '”’」』）)"\'';

/**
 * Sentences of a stretch of a page with their place in the file. A sentence ends at 。！？； or an
 * ellipsis, closing quotes included; a quotation that is followed by more words (“……！”负责人说) goes on.
 */
export function splitSentences(source: string, start: number, end: number): CleanSpan[] {
  const { text, offsets } = excerpt(source, start, end);
  const sentences: CleanSpan[] = [];
  let from = 0;
  const close = (to: number): void => {
    if (to > from && /[\u3400-\u9fffA-Za-z0-9]/.test(text.slice(from, to))) {
      const last = offsets[to - 1]! + 1;
      // A glyph printed twice at the end is read once; the span holds both prints.
      const dropped = source.slice(last, offsets[to] ?? end).trimEnd();
      sentences.push({ text: text.slice(from, to), start: offsets[from]!, end: last + dropped.length });
    }
    from = to;
  };
  let depth = 0;
  let introduced = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    if (character === '“' || character === '「') {
      if (depth === 0) introduced = /[：:，,]/.test(text[i - 1] ?? '');
      depth++;
    }
    if (i - from >= LONGEST_SENTENCE) close(lastComma(text, from, i));
    if (character === '”' || character === '」') depth = Math.max(0, depth - 1);
    if (!/[。！？!?；;…]/.test(character)) continue;
    if (/[…]/.test(text[i + 1] ?? '')) continue;
    const next = text[i + 1] ?? '';
    if (CLOSING.includes(next) && next !== '') {
      let after = i + 1;
      while (after < text.length && CLOSING.includes(text[after]!)) after++;
      // 他说：“……。” ends with its quotation; “……！”他说 goes on after it.
      if (after >= text.length || (introduced && character !== '；')) {
        close(after);
        i = after - 1;
      }
      continue;
    }
    // “A？B！”: inside a quotation only a full stop parts sentences.
    if (depth > 0 && !/[。；;]/.test(character)) continue;
    if (/[；;]/.test(character) && depth > 0) continue;
    if (character === '…' && /^[，,、”的]/.test(next)) continue;
    close(i + 1);
  }
  close(text.length);
  return sentences;
}

function lastComma(text: string, from: number, to: number): number {
  for (let i = to - 1; i > from + LONGEST_SENTENCE / 2; i--) if (/[，,、：:]/.test(text[i]!)) return i + 1;
  return to;
}
