import { canonicalNumber, findNumbers } from '../../retrieval/text/numbers.ts';

/** Is it one plain line that gives no figure but those of the sentences it is for? Lengths in characters. */
export function isWithin(
  text: string,
  sentences: readonly { readonly text: string }[],
  { shortest, longest }: { readonly shortest: number; readonly longest: number },
): boolean {
  const numbers = new Set(sentences.flatMap((sentence) => findNumbers(sentence.text).map(canonicalNumber)));
  return (
    text.length >= shortest &&
    text.length <= longest &&
    !/[\n<>〈〉{}[\]]|:\/\//.test(text) &&
    findNumbers(text).every((number) => numbers.has(canonicalNumber(number)))
  );
}
