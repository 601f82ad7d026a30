import type { Span } from '../articles/article.ts';

const OPENING = '“‘「『《（(';
const CLOSING = '”’」』》）)';
const MARK = /[，,；;。！？!?：:…]/;

/** The clauses of a sentence, without the marks between them; what stands in quotation marks or brackets stays whole. */
export function clausesOf(text: string): Span[] {
  const balanced = cut(text, true);
  // A quotation that the page breaks off would swallow all that follows.
  return balanced ?? cut(text, false)!;
}

function cut(text: string, heedQuotes: boolean): Span[] | undefined {
  const clauses: Span[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i <= text.length; i++) {
    const character = text[i] ?? '。';
    if (i < text.length && OPENING.includes(character)) depth++;
    if (i < text.length && CLOSING.includes(character)) depth = Math.max(0, depth - 1);
    const inside = heedQuotes && depth > 0 && i < text.length;
    if (inside || !MARK.test(character) || isThousands(text, i)) continue;
    if (text.slice(from, i).trim() !== '') clauses.push({ start: from, end: i });
    from = i + 1;
  }
  return heedQuotes && depth > 0 ? undefined : clauses;
}

function isThousands(text: string, at: number): boolean {
  return text[at] === ',' && /\d$/.test(text.slice(0, at)) && /^,\d{3}(?!\d)/.test(text.slice(at));
}
