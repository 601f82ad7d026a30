import { pinyin } from 'pinyin-pro';
import { isHan } from './characters.ts';

/** A word typed in pinyin is found again by the sounds of words that the documents and questions use. */
export interface PinyinDecoder {
  /** Chinese words for the runs of pinyin in a text; what is no pinyin stays. */
  decode(text: string): string;
}

/** The syllables of a Chinese text without tones (lü as lv), blanks between them. */
export function soundOf(text: string): string {
  return pinyin(text, { toneType: 'none', v: true, nonZh: 'removed' });
}

const LONGEST_WORD = 7;

/**
 * A decoder over a lexicon of words with their frequencies. A run of letters is cut into syllables and
 * the most probable row of words is taken (unigram model, longest words favoured by having fewer factors).
 */
export function createPinyinDecoder(lexicon: ReadonlyMap<string, number>): PinyinDecoder {
  const bySound = new Map<string, { word: string; cost: number }>();
  const total = [...lexicon.values()].reduce((sum, count) => sum + count, 0);
  const syllables = new Set<string>();
  for (const [word, count] of lexicon) {
    if (word.length > LONGEST_WORD || ![...word].every(isHan)) continue;
    const parts = soundOf(word).split(' ');
    if (parts.length !== word.length) continue;
    for (const part of parts) syllables.add(part);
    const sound = parts.join(' ');
    const cost = -Math.log(count / total) + 2;
    const known = bySound.get(sound);
    if (known === undefined || cost < known.cost) bySound.set(sound, { word, cost });
  }
  const decodeSyllables = (parts: readonly string[]): string | undefined => {
    const best: ({ cost: number; words: string } | undefined)[] = [{ cost: 0, words: '' }];
    for (let end = 1; end <= parts.length; end++) {
      for (let start = Math.max(0, end - LONGEST_WORD); start < end; start++) {
        const before = best[start];
        const entry = bySound.get(parts.slice(start, end).join(' '));
        if (before === undefined || entry === undefined) continue;
        const cost = before.cost + entry.cost;
        if (best[end] === undefined || cost < best[end]!.cost)
          best[end] = { cost, words: before.words + entry.word };
      }
    }
    return best[parts.length]?.words;
  };
  return {
    decode: (text) =>
      text.replace(/[A-Za-z']{2,}(?:\s+[A-Za-z']+)*/g, (run) => {
        const parts = cutSyllables(run.toLowerCase(), syllables);
        if (parts === undefined) return run;
        return decodeSyllables(parts) ?? run;
      }),
  };
}

/** Cuts letters into known syllables, blanks and apostrophes being sure borders; undefined when it can't. */
function cutSyllables(run: string, syllables: ReadonlySet<string>): string[] | undefined {
  const result: string[] = [];
  for (const piece of run.split(/[\s']+/).filter((part) => part !== '')) {
    const ways: (string[] | undefined)[] = [[]];
    for (let end = 1; end <= piece.length; end++) {
      for (let start = Math.max(0, end - 6); start < end; start++) {
        const before = ways[start];
        if (before === undefined || !syllables.has(piece.slice(start, end))) continue;
        // Fewer, longer syllables are the usual reading: xian is 先 before 西安.
        if (ways[end] === undefined || before.length + 1 < ways[end]!.length)
          ways[end] = [...before, piece.slice(start, end)];
      }
    }
    const way = ways[piece.length];
    if (way === undefined) return undefined;
    result.push(...way);
  }
  return result.length >= 2 ? result : undefined;
}
