import { fold } from './characters.ts';
import { dataPairs } from './data-files.ts';

/** Everyday words with the words that official texts print instead. */
export interface Thesaurus {
  /** Every everyday word that a folded text contains (longest first, no overlaps) with its official terms. */
  expand(text: string): { word: string; terms: readonly string[] }[];
  readonly size: number;
}

/** The general thesaurus that ships with this folder, with a place's own entries added. */
export function createThesaurus(
  local: readonly { everyday: string; official: readonly string[] }[] = [],
): Thesaurus {
  const entries = new Map<string, Set<string>>();
  const add = (word: string, terms: readonly string[]): void => {
    const key = fold(word);
    const known = entries.get(key) ?? new Set();
    for (const term of terms) known.add(fold(term));
    entries.set(key, known);
  };
  for (const [word, terms] of dataPairs('thesaurus.tsv')) add(word, terms.split(/\s+/));
  for (const { everyday, official } of local) add(everyday, official);
  const longest = Math.max(0, ...[...entries.keys()].map((word) => word.length));
  return {
    size: entries.size,
    expand(text) {
      const folded = fold(text);
      const found: { word: string; terms: readonly string[] }[] = [];
      for (let i = 0; i < folded.length; ) {
        let length = Math.min(longest, folded.length - i);
        while (length > 0 && !entries.has(folded.slice(i, i + length))) length--;
        if (length === 0) {
          i++;
          continue;
        }
        const word = folded.slice(i, i + length);
        found.push({ word, terms: [...entries.get(word)!].filter((term) => term !== word) });
        i += length;
      }
      return found;
    },
  };
}
