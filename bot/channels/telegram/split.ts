import { type FormattedText, slice } from './formatted-text.ts';

/** Telegram refuses longer messages. */
export const LONGEST_MESSAGE = 4_096;

/** Where a message may end, best first: a paragraph or sentence, then a clause, then a blank. */
const ENDINGS = [/(?:\n|[。！？；!?;…]+[”’」』）)]*)/g, /[，、：,:]/g, /\s/g];

/** A cut nearer to the start than this share of the limit would leave a stump of a message. */
const LEAST_SHARE = 0.3;

/** Cuts a text into messages of at most `limit` characters, at sentence ends where there are any. */
export function split(whole: FormattedText, limit = LONGEST_MESSAGE): readonly FormattedText[] {
  const parts: FormattedText[] = [];
  let rest = trimmed(whole);
  while (rest.text.length > limit) {
    const cut = bestCut(rest.text, limit);
    parts.push(trimmed(slice(rest, 0, cut)));
    rest = trimmed(slice(rest, cut, rest.text.length));
  }
  return rest.text === '' ? parts : [...parts, rest];
}

function bestCut(text: string, limit: number): number {
  const window = text.slice(0, limit);
  for (const ending of ENDINGS) {
    const last = [...window.matchAll(ending)].at(-1);
    const cut = last ? last.index + last[0].length : 0;
    if (cut >= limit * LEAST_SHARE) return cut;
  }
  return splitsCharacter(text, limit) ? limit - 1 : limit;
}

/** Whether a cut here would fall between the two halves of one character outside the basic plane. */
function splitsCharacter(text: string, cut: number): boolean {
  return /[\uD800-\uDBFF]/.test(text.charAt(cut - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(cut));
}

function trimmed(text: FormattedText): FormattedText {
  const start = text.text.length - text.text.trimStart().length;
  const end = text.text.trimEnd().length;
  return slice(text, Math.min(start, end), end);
}
