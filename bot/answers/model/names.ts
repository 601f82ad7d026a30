import type { CorpusIndex } from '../../../retrieval/indexes/corpus-index.ts';
import type { Evidence } from './evidence.ts';
import { coverage, pairsOf, partsOf, tellingCharacters } from './overlap.ts';

/** Words that stand this much better beside another name of the same kind have changed places with it. */
const BETTER_FIT = 0.15;
/** Fewer telling characters beside a name (队伍有…) belong to every name in a row. */
const LEAST_WORDS = 4;

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
  const told = namedParts(index, sentence).filter(
    ({ words }) => tellingCharacters(words).length >= LEAST_WORDS,
  );
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
  const forms = index.vocabulary.names.flatMap((entry) =>
    [entry.name, ...(entry.aliases ?? [])]
      .filter((form) => form.length >= 2 && text.includes(form))
      .map((form) => ({ form, entry })),
  );
  return partsOf(text).flatMap((part) => {
    const found = forms.filter(({ form }) => part.includes(form));
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
