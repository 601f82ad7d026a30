import { fold } from '../../../retrieval/text/characters.ts';

/** Folded text of the same length, so that a place in it is a place in the original. */
export function alignedFold(text: string): string {
  const folded = fold(text);
  if (folded.length === text.length) return folded;
  return Array.from({ length: text.length }, (_, place) => {
    const character = fold(text[place]!);
    return character.length === 1 ? character : text[place]!.toLowerCase();
  }).join('');
}
