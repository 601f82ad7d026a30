import { bare } from '../metrics/folded-text.ts';

export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Finds words in a text whatever white space and punctuation stand between them. */
export interface Places {
  first(words: string): Place | undefined;
  last(words: string): Place | undefined;
  /** How many letters, digits and characters stand before an offset: the same for offsets that only blanks part. */
  lettersBefore(offset: number): number;
}

export function createPlaces(text: string): Places {
  let letters = '';
  const offsets: number[] = [];
  const before: number[] = [];
  for (let offset = 0; offset < text.length; offset++) {
    before.push(letters.length);
    for (const letter of bare(text[offset]!)) {
      letters += letter;
      offsets.push(offset);
    }
  }
  before.push(letters.length);
  const placeAt = (at: number, length: number): Place | undefined =>
    at === -1 ? undefined : { start: offsets[at]!, end: offsets[at + length - 1]! + 1 };
  return {
    first: (words) => placeAt(letters.indexOf(bare(words)), bare(words).length),
    last: (words) => placeAt(letters.lastIndexOf(bare(words)), bare(words).length),
    lettersBefore: (offset) => before[Math.min(Math.max(0, offset), text.length)]!,
  };
}
