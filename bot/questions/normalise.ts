import { simplify } from '../../retrieval/text/characters.ts';
import { undouble } from '../../retrieval/text/clean.ts';
import { dataPairs } from '../../retrieval/text/data-files.ts';
import type { PinyinDecoder } from '../../retrieval/text/pinyin.ts';

/** Brings a question as typed into standard words, so that later steps see one way of asking. */
export type Normalise = (question: string) => string;

/** Control and direction characters, zero-width ones included. */
const INVISIBLE = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** Words that only an English question has; they look like no pinyin. */
const ENGLISH =
  /\b(?:how|what|where|when|who|which|why|is|are|the|does|do|did|much|many|there|in|of|for|to)\b/i;

/**
 * Width and script folded, invisible characters dropped, pinyin read as words, dialect question words
 * (几钿, 啥辰光, 伐) put in standard ones, English words in Chinese ones. All else stays as it is.
 * The decoder is made on first use: few people type pinyin.
 */
export function createNormalise(pinyin?: () => PinyinDecoder): Normalise {
  const turns = dataPairs('question-words.tsv').map(([from, to]) => ({
    from,
    to,
    latin: /^[a-z' ]+$/.test(from),
  }));
  const english = dataPairs('english.tsv').map(([from, to]) => ({ from, to }));
  const chinese = turns.filter((turn) => !turn.latin);
  const latin = [...turns.filter((turn) => turn.latin), ...english].sort(
    (a, b) => b.from.length - a.from.length,
  );
  return (question) => {
    let text = simplify(question.normalize('NFKC').replace(INVISIBLE, ' '))
      .replace(/[「『]/g, '“')
      .replace(/[」』]/g, '”')
      .replace(/‘([^‘’]{1,30})’/g, '“$1”')
      .replace(/\s+/g, ' ')
      .trim();
    if (pinyin !== undefined && /[a-z]{2}/i.test(text) && !ENGLISH.test(text)) text = pinyin().decode(text);
    text = withoutDoubles(replaceTurns(text, chinese));
    if (/[a-z]{2}/i.test(text)) {
      for (const { from, to } of latin) {
        const pattern = new RegExp(`(?<![a-z])${from.replace(/[^a-z' ]/g, '\\$&')}(?:s|es)?(?![a-z])`, 'gi');
        text = text.replace(pattern, ` ${to} `);
      }
      text = text.replace(/\s+/g, ' ').trim();
    }
    return text;
  };
}

/** Doubled glyphs copied from a page (义桥义桥：：) are read once, as the page itself is. */
function withoutDoubles(text: string): string {
  return undouble(text)
    .map((index) => text[index])
    .join('');
}

/** Replaces from left to right, the longest turn first at every place; what was put in is not looked at again. */
function replaceTurns(text: string, turns: readonly { from: string; to: string }[]): string {
  const byLength = new Map<number, Map<string, string>>();
  for (const { from, to } of turns) {
    const same = byLength.get(from.length) ?? new Map<string, string>();
    same.set(from, to);
    byLength.set(from.length, same);
  }
  const lengths = [...byLength.keys()].sort((a, b) => b - a);
  let result = '';
  for (let i = 0; i < text.length; ) {
    const length = lengths.find((candidate) => byLength.get(candidate)!.has(text.slice(i, i + candidate)));
    if (length === undefined) {
      result += text[i];
      i++;
    } else {
      result += byLength.get(length)!.get(text.slice(i, i + length));
      i += length;
    }
  }
  return result;
}
