import type { Vocabulary } from '../../retrieval/documents/vocabulary.ts';
import { fold } from '../../retrieval/text/characters.ts';
import { dataLines } from '../../retrieval/text/data-files.ts';
import { canonicalNumber, findNumbers } from '../../retrieval/text/numbers.ts';
import { createThesaurus } from '../../retrieval/text/thesaurus.ts';
import { cutWords } from '../../retrieval/text/words.ts';
import { createNormalise } from '../questions/normalise.ts';

/** A question as it is compared with others. */
export interface Essence {
  /** Its standard words, without punctuation: the same for the same question. */
  readonly text: string;
  /** The words with content; everyday ones as the documents would print them. */
  readonly terms: ReadonlySet<string>;
  /** Places and numbers: questions that differ in these are never the same, however alike they sound. */
  readonly particulars: string;
}

/** Dice coefficient from which two questions count as near-same: one word more or less among five. */
const NEAR = 0.8;

/** Reads what a question is about, in the project's own terms and the place's. */
export function createEssence({ names, terms }: Vocabulary): (question: string) => Essence {
  const normalise = createNormalise();
  const thesaurus = createThesaurus(terms);
  const stopWords = new Set(dataLines('stop-words.txt').map(fold));
  const forms = names
    .flatMap(({ name, aliases }) => [name, ...(aliases ?? [])].map((form) => ({ form: fold(form), name })))
    .sort((one, other) => other.form.length - one.form.length);

  const namesIn = (text: string): string[] => {
    let rest = text;
    const found = new Set<string>();
    for (const { form, name } of forms) {
      if (!rest.includes(form)) continue;
      found.add(name);
      // The shorter names inside of a longer one are not meant.
      rest = rest.replaceAll(form, ' ');
    }
    return [...found];
  };

  return (question) => {
    const text = fold(normalise(question));
    const official = thesaurus
      .expand(text)
      .reduce(
        (said, { word, terms: [term] }) => (term === undefined ? said : said.replace(word, term)),
        text,
      );
    const words = cutWords(official).filter((word) => /[\p{L}\p{N}]/u.test(word) && !stopWords.has(word));
    const numbers = findNumbers(text).map((number) => String(canonicalNumber(number)));
    return {
      text: text.replace(/[^\p{L}\p{N}]/gu, ''),
      terms: new Set(words),
      particulars: [...new Set([...namesIn(text), ...numbers])].sort().join(' '),
    };
  };
}

/** Do two questions ask the same, as far as their words tell? */
export function isNear(one: Essence, other: Essence): boolean {
  if (one.text === other.text) return true;
  if (one.particulars !== other.particulars) return false;
  const shared = [...one.terms].filter((term) => other.terms.has(term)).length;
  const all = one.terms.size + other.terms.size;
  return all > 0 && (2 * shared) / all >= NEAR;
}
