import { soundOf } from '../../retrieval/text/pinyin.ts';
import { cutWords, isCommonWord } from '../../retrieval/text/words.ts';

/** Lengths of words that are put right, the longest first. */
const LENGTHS = [4, 3, 2] as const;

/** Puts a known word in place of what is no word but sounds like one. */
export type SpellWords = (text: string) => string;

/** The word that is meant by a stretch of a text, if there is one. */
type Near = (text: string, at: number, length: number) => string | undefined;

/** What people and pages write. */
export interface Writing {
  /** Words that may be meant. */
  readonly words: ReadonlySet<string>;
  /** Does one character follow another one somewhere? */
  readonly isPair: (pair: string) => boolean;
}

/**
 * Corrects slips of an input method (书计 for 书记, 大讲唐 for 大讲堂): where a question holds a pair of characters that is
 * part of no word and that nobody wrote before, a known word takes its place that shares at least half of the
 * characters and sounds like the others. A text without such a place stays as it is. `writing` is asked for when the
 * first one comes.
 */
export function createSpellWords(writing: () => Writing): SpellWords {
  let known: Writing | undefined;
  let near: Near | undefined;
  return (text) => {
    const standings = standingsOf(text);
    if (!standings.includes('strange')) return text;
    known ??= writing();
    near ??= finderOver(known);
    let spelt = '';
    for (let at = 0; at < text.length; ) {
      const word = LENGTHS.map((length) =>
        at + length <= text.length && maybeSlip(standings.slice(at, at + length))
          ? near!(text, at, length)
          : undefined,
      ).find((found) => found !== undefined);
      spelt += word ?? text[at]!;
      at += word?.length ?? 1;
    }
    return spelt;
  };
}

/** Is a character part of a common word, a word by itself, or part of what is no word? */
type Standing = 'known' | 'alone' | 'strange';

/** How every character stands: a slip breaks a word into pieces of which one at least makes no word. */
function standingsOf(text: string): Standing[] {
  return cutWords(text).flatMap((word) => {
    const known = !/^[\u4e00-\u9fff]+$/u.test(word) || (word.length > 1 && isCommonWord(word));
    const standing = known ? 'known' : word.length === 1 ? 'alone' : 'strange';
    return Array<Standing>(word.length).fill(standing);
  });
}

/** A stretch of characters that may be a slip. */
function maybeSlip(places: readonly Standing[]): boolean {
  return places.includes('strange') && !places.includes('known');
}

/** Looks words up by a character that they share with what is written. */
function finderOver({ words, isPair }: Writing): Near {
  const byCharacter = new Map<string, string[]>();
  for (const word of words) {
    for (const [place, character] of [...word].entries()) {
      const key = `${word.length}${place}${character}`;
      const known = byCharacter.get(key);
      if (known === undefined) byCharacter.set(key, [word]);
      else known.push(word);
    }
  }
  return (text, at, length) => {
    const written = text.slice(at, at + length);
    if (words.has(written) || isCommonWord(written)) return undefined;
    const candidates = [...written].flatMap(
      (character, place) => byCharacter.get(`${length}${place}${character}`) ?? [],
    );
    const alike = [...new Set(candidates)].filter(
      (word) => standsFor(written, word) && isSlip(text, at, word, isPair),
    );
    // Two words that it may be leave it open which was meant.
    return alike.length === 1 ? alike[0] : undefined;
  };
}

/** Characters that stand for themselves beside anything. */
const PARTICLES = /[的是时到得个在就有这那几一不再又也要里为以只正各进会]/;

/** Is every character that the word would put right a stranger to those on both sides of it? */
function isSlip(text: string, at: number, word: string, isPair: Writing['isPair']): boolean {
  return [...word].every((character, place) => {
    const written = text[at + place]!;
    if (character === written) return true;
    const pairs = [text.slice(at + place - 1, at + place + 1), text.slice(at + place, at + place + 2)];
    return !PARTICLES.test(written) && !pairs.some((pair) => pair.length === 2 && isPair(pair));
  });
}

/**
 * Half of the characters or more are the same, the others sound the same; in/ing, en/eng, z/zh, c/ch and s/sh sound
 * alike, as they do in the south.
 */
function standsFor(written: string, word: string): boolean {
  const same = [...word].filter((character, place) => written[place] === character).length;
  return same * 2 >= word.length && southern(written) === southern(word);
}

function southern(text: string): string {
  return soundOf(text)
    .replace(/([zcs])h/g, '$1')
    .replace(/(?<=[ie])ng\b/g, 'n');
}
