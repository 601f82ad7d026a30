import type { IndexedSentence } from '../../retrieval/passages/passage.ts';
import { withoutManner } from '../questions/manner.ts';
import type { AskedBefore, QuestionMemory } from './asked-before.ts';
import { type AskedWordSources, askedWords } from './asked-words.ts';
import { THRESHOLDS } from './decide.ts';
import { type NearnessAsked, nearnessOf } from './nearness.ts';
import type { AskedPart, Preference, TellingOf } from './telling.ts';
import { type AskedOf, type ToldModels, toldScore } from './told.ts';

export interface ToldSources extends AskedWordSources {
  readonly questions: QuestionMemory;
}

export function createTellingOf(sources: ToldSources, { asked, unasked }: ToldModels): TellingOf {
  const read = rememberParts(sources);
  return (part, { sentence, signs }) => {
    const before = sources.questions.of(sentence);
    const of = askedOf(sources, read(part), sentence, signs.type, before);
    // Without everyday questions nothing is plain, and words alone tell a near miss badly.
    if (before.length === 0)
      return toldScore(unasked, of) < THRESHOLDS.leastToldUnasked ? 'hardly' : 'likely';
    const score = toldScore(asked, of);
    return score >= THRESHOLDS.plainlyTold ? 'plainly' : score < THRESHOLDS.leastTold ? 'hardly' : 'likely';
  };
}

export function createPreference(sources: ToldSources, { which }: ToldModels): Preference {
  const read = rememberParts(sources);
  return (part, { sentence, signs }) => {
    const before = sources.questions.of(sentence);
    return before.length === 0
      ? undefined
      : toldScore(which, askedOf(sources, read(part), sentence, signs.type, before));
  };
}

/** A question, or one part of it, with its words, as it is held against one sentence after the other. */
export type ReadPart = NearnessAsked;

/** Cuts and weighs the words of a question, or of one part of it, without what it says of the answer itself. */
export function readPart(sources: ToldSources, part: AskedPart): ReadPart {
  const { kind, attributes, subject, years } = part;
  const text = withoutManner(part.text);
  const words = askedWords(sources, { subject, said: '' }, { text, context: '', years });
  return { text, kind, attributes, words, vector: sources.questions.encode(text) };
}

function rememberParts(sources: ToldSources): (part: AskedPart) => ReadPart {
  const known = new WeakMap<AskedPart, ReadPart>();
  return (part) => {
    const read = known.get(part) ?? readPart(sources, part);
    known.set(part, read);
    return read;
  };
}

/** A question, or one part of it, beside a sentence and the everyday questions `before` that were asked of it. */
export function askedOf(
  { meaning, questions }: ToldSources,
  part: ReadPart,
  sentence: IndexedSentence,
  type: number,
  before: readonly AskedBefore[],
): AskedOf {
  const known = questions.wordsOf(sentence, before);
  return {
    question: part.text,
    kind: part.kind,
    attributes: part.attributes,
    sentence: sentence.text,
    under: sentence.town === null ? [] : [sentence.town],
    alike: before.map(({ folded }) => folded),
    type,
    nearness: nearnessOf(meaning, part, known, before),
  };
}
