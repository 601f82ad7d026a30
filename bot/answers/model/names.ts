import type { CorpusIndex } from '../../../retrieval/indexes/corpus-index.ts';
import type { Evidence } from './evidence.ts';
import { coverage, pairsOf, partsOf } from './overlap.ts';

/** Words that stand this much better beside another name of the same kind have changed places with it. */
const BETTER_FIT = 0.15;

interface NamedPart {
  /** The part without the name. */
  readonly words: string;
  readonly name: string;
  readonly kind: string;
}

/**
 * What is told of a person, a village or a company stays told of that one: `verify` knows that the name
 * stands in the evidence, not that it stands beside these words.
 */
export function checkNames(index: CorpusIndex, sentence: string, evidence: readonly Evidence[]): string[] {
  const told = namedParts(index, sentence);
  if (told.length === 0) return [];
  const known = evidence.flatMap(({ quote, said }) => [
    ...namedParts(index, quote),
    ...namedParts(index, said),
  ]);
  return told.flatMap(({ words, name, kind }) => {
    const likeness = (parts: readonly NamedPart[]): number =>
      Math.max(0, ...parts.map((part) => coverage(words, pairsOf(part.words))));
    const own = known.filter((part) => part.name === name);
    const others = known.filter((part) => part.name !== name && part.kind === kind);
    return own.length > 0 && likeness(others) > likeness(own) + BETTER_FIT ? ['told of another name'] : [];
  });
}

/** The parts of a text that hold names, once for each name; of names inside each other the longest counts. */
function namedParts(index: CorpusIndex, text: string): NamedPart[] {
  return partsOf(text).flatMap((part) => {
    const found = index.vocabulary.names.flatMap((entry) =>
      [entry.name, ...(entry.aliases ?? [])]
        .filter((form) => form.length >= 2 && part.includes(form))
        .map((form) => ({ form, entry })),
    );
    const longest = found.filter(
      ({ form }) => !found.some((other) => other.form !== form && other.form.includes(form)),
    );
    return longest.map(({ form, entry }) => ({
      words: part.replaceAll(form, ''),
      name: entry.name,
      kind: entry.kind,
    }));
  });
}
