import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import type { IndexedSentence } from '../../retrieval/passages/passage.ts';
import { readAsked } from '../questions/asked.ts';
import type { Aspect } from '../questions/aspects.ts';
import { describedIn } from '../questions/question-parts.ts';
import type { Understanding } from '../questions/understanding.ts';
import { type AskedWordSources, askedWords } from './asked-words.ts';
import type { Choice } from './choose.ts';
import { everydayQuestions } from './everyday-questions.ts';

/*
 * 选方志远做镇长的那次会，来了多少代表: the sentence that holds what the question describes need not tell what is asked;
 * another one of the same matter may. These say what is asked there, where it is looked for, and when it counts.
 */

/**
 * The question asked of what its first words describe: with the sentence that describes it as context, and by its own
 * words alone, which say more where they are many.
 */
export function hopsFrom({ text, aspects: [whole] }: Understanding, described: IndexedSentence): Aspect[] {
  const parts = describedIn(text);
  if (parts === undefined || whole === undefined) return [];
  // The year of what is described is not the year asked for.
  const years = /年/.test(parts.asked) ? whole.years : [];
  const hop = { ...whole, years, text: parts.asked, asked: readAsked(parts.asked) };
  return [
    { ...hop, context: `${described.text} ${whole.context}`.trim() },
    { ...hop, context: '' },
  ];
}

/** A name that so many sentences print stands for too much to be one matter: the town, the district. */
const MOST_SENTENCES = 12;
/** Sentences of one article so near to each other speak of one matter. */
const NEAR = 5;

/**
 * The other sentences of one matter with a given one: of another article those that print the same narrow name, and,
 * where the given one tells nothing of what is asked (`isOpen`), its neighbours.
 */
export function withinReach(
  index: CorpusIndex,
  one: IndexedSentence,
  isOpen: boolean,
): (other: IndexedSentence) => boolean {
  const all = [...index.documents.values()].flatMap(({ sentences }) => sentences);
  const shared = index.vocabulary.names
    .map(({ name, aliases }) => [name, ...(aliases ?? [])])
    .filter((forms) => holdsAny(one, forms))
    .filter((forms) => all.filter((sentence) => holdsAny(sentence, forms)).length <= MOST_SENTENCES);
  return (other) =>
    other.document === one.document && other.article === one.article
      ? isOpen && other.id !== one.id && Math.abs(other.id - one.id) <= NEAR
      : shared.some((forms) => holdsAny(other, forms));
}

function holdsAny({ text }: IndexedSentence, forms: readonly string[]): boolean {
  return forms.some((form) => text.includes(form));
}

/** Another sentence must meet so much more of the words that ask, leave no more than so much unmet, and be so sure. */
const LEAST_GAIN = 0.3;
const MOST_UNMET = 0.45;
const LEAST_CONFIDENCE = 0.6;

/** Does what was chosen tell what is asked, where the sentence that holds the description leaves it open? */
export function tellsMore(
  sources: AskedWordSources,
  { said }: Understanding,
  { text, asked, years }: Aspect,
  described: IndexedSentence,
  choice: Choice,
): boolean {
  const told = choice.kind === 'statements' ? choice.statements[0]?.candidate.sentence : undefined;
  if (told === undefined || (choice.judged?.confidence ?? 0) < LEAST_CONFIDENCE) return false;
  const own = { text, context: '', years: [...years] };
  const words = askedWords(sources, { subject: asked!.subject, said }, own);
  const unmet = (sentence: IndexedSentence): number =>
    sources.meaning.unmet(words, sentence, everydayQuestions(sources.index, sentence));
  return unmet(told) <= MOST_UNMET && unmet(described) - unmet(told) >= LEAST_GAIN;
}
