import type { Chance } from './chance.ts';
import type { Fragment, PrintedLine } from './printed.ts';

/** A fragment with the stretch of the text in which it stands. */
export interface PlacedFragment extends Fragment {
  readonly start: number;
  readonly end: number;
}

/** What the way from the page to the text did to every character. */
export interface Damage {
  readonly halfWidth: boolean;
  readonly fullDigits: boolean;
  readonly spacedNumbers: boolean;
  readonly trailingBlanks: boolean;
  /** A line that begins with a quotation stands apart, as some converters print it. */
  readonly quotesApart: boolean;
  readonly lineEnd: '\n' | '\r\n';
  readonly moreBlankLines: boolean;
}

export function pickDamage(chance: Chance): Damage {
  return {
    halfWidth: chance.likely(0.2),
    fullDigits: chance.likely(0.08),
    spacedNumbers: chance.likely(0.2),
    trailingBlanks: chance.likely(0.2),
    quotesApart: chance.likely(0.25),
    lineEnd: chance.likely(0.2) ? '\r\n' : '\n',
    moreBlankLines: chance.likely(0.3),
  };
}

/** Prints lines to a text and tells where every fragment came to stand. */
export function print(
  chance: Chance,
  chunks: readonly (readonly PrintedLine[])[],
  damage: Damage,
): { readonly text: string; readonly placed: readonly PlacedFragment[] } {
  let text = '';
  const placed: PlacedFragment[] = [];
  for (const chunk of chunks.filter((lines) => lines.length > 0)) {
    for (const line of chunk) {
      const first = line.find(({ text: own }) => own.trim() !== '');
      const wrapped = first?.role === 'body' && line.length === 1;
      if (damage.quotesApart && wrapped && /^[“‘]/.test(first.text)) text += damage.lineEnd;
      for (const piece of line) {
        const worn = wear(chance, piece, damage);
        const lead = worn.length - worn.trimStart().length;
        const start = text.length + lead;
        text += worn;
        placed.push({ ...piece, start, end: start + worn.trim().length });
      }
      if (damage.trailingBlanks && chance.likely(0.3)) text += '  ';
      text += damage.lineEnd;
    }
    text += damage.lineEnd.repeat(damage.moreBlankLines ? chance.whole(1, 3) : 1);
  }
  return { text, placed };
}

const HALF: Readonly<Record<string, string>> = {
  '，': ',',
  '：': ':',
  '；': ';',
  '（': '(',
  '）': ')',
  '？': '?',
  '！': '!',
};

function wear(chance: Chance, { text, role }: Fragment, damage: Damage): string {
  let worn = text;
  if (damage.halfWidth) worn = worn.replace(/[，：；（）？！]/g, (mark) => HALF[mark]!);
  if (damage.fullDigits && role !== 'number')
    worn = worn.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  if (damage.spacedNumbers && role === 'body')
    worn = worn.replace(/(?<=[\u4e00-\u9fff])(?=\d)|(?<=\d)(?=[\u4e00-\u9fff])/g, () =>
      chance.likely(0.3) ? ' ' : '',
    );
  return worn;
}
