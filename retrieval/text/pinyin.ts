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

/** The most frequent word of every sound, and all syllables that the sounds are made of. */
interface Sounds {
  readonly bySound: Map<string, { readonly word: string; readonly cost: number }>;
  readonly syllables: Set<string>;
}

/** Sounding out so many words takes a few milliseconds. */
const WORDS_AT_ONCE = 100;

/**
 * A decoder over a lexicon of words with their frequencies. A run of letters is cut into syllables and
 * the most probable row of words is taken (unigram model, longest words favoured by having fewer factors).
 */
export function createPinyinDecoder(lexicon: ReadonlyMap<string, number>): PinyinDecoder {
  const sounds = emptySounds();
  const total = countOf(lexicon);
  for (const [word, count] of lexicon) addSound(sounds, word, count / total);
  return decoderOver(sounds);
}

/** The same decoder, made in steps; `pause` lets other work go on between them. */
export async function preparePinyinDecoder(
  lexicon: ReadonlyMap<string, number>,
  pause: () => Promise<unknown>,
): Promise<PinyinDecoder> {
  const sounds = emptySounds();
  const total = countOf(lexicon);
  let done = 0;
  for (const [word, count] of lexicon) {
    addSound(sounds, word, count / total);
    if (++done % WORDS_AT_ONCE === 0) await pause();
  }
  return decoderOver(sounds);
}

function emptySounds(): Sounds {
  return { bySound: new Map(), syllables: new Set() };
}

function countOf(lexicon: ReadonlyMap<string, number>): number {
  return [...lexicon.values()].reduce((sum, count) => sum + count, 0);
}

function addSound({ bySound, syllables }: Sounds, word: string, share: number): void {
  if (word.length > LONGEST_WORD || ![...word].every(isHan)) return;
  const parts = soundOf(word).split(' ');
  if (parts.length !== word.length) return;
  for (const part of parts) syllables.add(part);
  const sound = parts.join(' ');
  const cost = -Math.log(share) + 2;
  const known = bySound.get(sound);
  if (known === undefined || cost < known.cost) bySound.set(sound, { word, cost });
}

function decoderOver({ bySound, syllables }: Sounds): PinyinDecoder {
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
