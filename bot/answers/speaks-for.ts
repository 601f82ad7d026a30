import type { IndexedSentence } from '../../retrieval/passages/passage.ts';
import { withoutManner } from '../questions/manner.ts';
import type { AskedBefore, QuestionMemory } from './asked-before.ts';
import { type AskedWordSources, askedWords } from './asked-words.ts';
import { THRESHOLDS } from './decide.ts';
import { nearnessOf } from './nearness.ts';
import type { AskedPart, Preference, TellingOf } from './telling.ts';
import { type AskedOf, type ToldModels, toldScore } from './told.ts';

export interface ToldSources extends AskedWordSources {
  readonly questions: QuestionMemory;
}

export function createTellingOf(sources: ToldSources, { asked, unasked }: ToldModels): TellingOf {
  return (part, { sentence, signs }) => {
    const before = sources.questions.of(sentence);
    const of = askedOf(sources, part, sentence, signs.type, before);
    // Without everyday questions nothing is plain, and words alone tell a near miss badly.
    if (before.length === 0)
      return toldScore(unasked, of) < THRESHOLDS.leastToldUnasked ? 'hardly' : 'likely';
    const score = toldScore(asked, of);
    return score >= THRESHOLDS.plainlyTold ? 'plainly' : score < THRESHOLDS.leastTold ? 'hardly' : 'likely';
  };
}

export function createPreference(sources: ToldSources, { which }: ToldModels): Preference {
  return (part, { sentence, signs }) => {
    const before = sources.questions.of(sentence);
    return before.length === 0
      ? undefined
      : toldScore(which, askedOf(sources, part, sentence, signs.type, before));
  };
}

/** A question, or one part of it, beside a sentence and the everyday questions `before` that were asked of it. */
export function askedOf(
  sources: ToldSources,
  part: AskedPart,
  sentence: IndexedSentence,
  type: number,
  before: readonly AskedBefore[],
): AskedOf {
  const { kind, attributes, subject, years } = part;
  const text = withoutManner(part.text);
  const words = askedWords(sources, { subject, said: '' }, { text, context: '', years });
  const vector = sources.questions.encode(text);
  return {
    question: text,
    kind,
    attributes,
    sentence: sentence.text,
    under: sentence.town === null ? [] : [sentence.town],
    alike: before.map((asked) => asked.text),
    type,
    nearness: nearnessOf(sources.meaning, { text, kind, attributes, words, vector }, sentence.text, before),
  };
}
