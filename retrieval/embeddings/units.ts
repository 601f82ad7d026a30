import { fold, isHan } from '../text/characters.ts';
import { cutForSearch } from '../text/words.ts';

/** The row of every unit that has a vector. */
export type UnitRows = ReadonlyMap<string, number>;

/** The words of a text, as training and encoding cut it: folded, in search mode, letters and digits only. */
export function embeddedWords(text: string): string[] {
  return cutForSearch(fold(text)).filter((word) => /^(?:[\u3400-\u9fff]+|[a-z0-9]+)$/.test(word));
}

/** The rows whose vectors stand for a word: its own, or those of its parts when it has none. */
export function rowsOfWord(word: string, rows: UnitRows): number[] {
  const own = rows.get(word);
  return own === undefined ? rowsOfParts(word, rows) : [own];
}

/**
 * The rows of what a word is made of: every known pair of its characters, and each known character that
 * no known pair covers. A word in Latin letters or digits has no parts.
 */
export function rowsOfParts(word: string, rows: UnitRows): number[] {
  if (!isHan(word[0] ?? '')) return [];
  const found: number[] = [];
  let coveredUntil = 0;
  for (let i = 0; i < word.length; i++) {
    const pair = i + 1 < word.length && word.length > 2 ? rows.get(word.slice(i, i + 2)) : undefined;
    if (pair !== undefined) {
      found.push(pair);
      coveredUntil = i + 2;
    } else if (i >= coveredUntil) {
      const character = rows.get(word[i]!);
      if (character !== undefined) found.push(character);
    }
  }
  return found;
}
