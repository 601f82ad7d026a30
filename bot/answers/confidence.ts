import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import type { IndexedSentence } from '../../retrieval/passages/passage.ts';
import { fold } from '../../retrieval/text/characters.ts';
import type { Thesaurus } from '../../retrieval/text/thesaurus.ts';
import { cutWords } from '../../retrieval/text/words.ts';
import type { Understanding } from '../questions/understanding.ts';
import type { Candidate } from './candidates.ts';

/** What tells an answered question from one that the documents only come near to; each between 0 and 1. */
export interface ConfidenceSigns {
  readonly like: number;
  readonly votes: number;
  readonly coverage: number;
  readonly subject: number;
  /** Share of the question's content words that nothing around the sentence says or stands for. */
  readonly unsupported: number;
  readonly passage: number;
  readonly type: number;
  /** How much of what the question means the sentence says, in whatever words. */
  readonly meaning: number;
}

/** Weights of a logistic regression over the signs; fitted by `scripts/fit-confidence.ts`. */
export interface ConfidenceWeights extends ConfidenceSigns {
  readonly bias: number;
}

/** The confidence that the best candidate answers; fitted by `scripts/fit-confidence.ts` on the tuned questions. */
export const CONFIDENCE: ConfidenceWeights = {
  bias: -3.25,
  like: 0.16,
  votes: 3.94,
  coverage: 0.22,
  subject: -1.01,
  unsupported: -2.5,
  passage: 2.67,
  type: 0.75,
  meaning: 0.21,
};

/**
 * The same for a page that has no everyday questions: likeness to them says nothing there. The bias is the
 * fitted −5.01 less 0.9, so that one threshold refuses about every eighth right answer and two of three wrong
 * ones: without everyday questions words alone tell a near miss badly.
 */
export const CONFIDENCE_WITHOUT_QUESTIONS: ConfidenceWeights = {
  bias: -5.9,
  like: 0,
  votes: 0,
  coverage: 1.53,
  subject: 0.48,
  unsupported: -0.94,
  passage: 4.16,
  type: 0.77,
  meaning: 1.15,
};

/** The weights that fit the page on which a candidate stands. */
export function weightsFor(index: CorpusIndex, { sentence }: Candidate): ConfidenceWeights {
  const asked = index.documents.get(sentence.document)!.questions.length > 0;
  return asked ? CONFIDENCE : CONFIDENCE_WITHOUT_QUESTIONS;
}

export interface WordSources {
  readonly index: CorpusIndex;
  readonly thesaurus: Thesaurus;
  readonly isStopWord: (term: string) => boolean;
}

/** The signs of a question's best candidate. */
export function confidenceSigns(
  sources: WordSources,
  understanding: Understanding,
  candidate: Candidate,
): ConfidenceSigns {
  const { like, votes, coverage, subject, passage, type, meaning } = candidate.signs;
  return {
    like,
    votes,
    coverage,
    subject,
    unsupported: unsupportedShare(sources, understanding, candidate.sentence),
    passage,
    type,
    meaning,
  };
}

/** The probability that the candidate answers: 1 / (1 + e^−(bias + Σ weight · sign)). */
export function confidence(weights: ConfidenceWeights, signs: ConfidenceSigns): number {
  const sum =
    weights.bias +
    weights.like * signs.like +
    weights.votes * signs.votes +
    weights.coverage * signs.coverage +
    weights.subject * signs.subject +
    weights.unsupported * signs.unsupported +
    weights.passage * signs.passage +
    weights.type * signs.type +
    weights.meaning * signs.meaning;
  return 1 / (1 + Math.exp(-sum));
}

/**
 * Content words of the question that stand neither in the sentence, nor in what it stands under, nor in an
 * everyday question that it answers, and for which no official term there stands either.
 */
function unsupportedShare(
  { index, thesaurus, isStopWord }: WordSources,
  understanding: Understanding,
  sentence: IndexedSentence,
): number {
  const words = [...new Set(cutWords(fold(understanding.subject)))].filter(
    (word) => word.trim().length >= 2 && !isStopWord(word) && !/^\d+$/.test(word),
  );
  if (words.length === 0) return 0;
  const content = index.documents.get(sentence.document)!;
  const around = [
    sentence.text,
    sentence.headline,
    sentence.section,
    sentence.row?.name,
    sentence.town,
    content.description.title,
  ];
  const asked = content.questions
    .filter((question) => question.start < sentence.end && sentence.start < question.end)
    .map((question) => question.text);
  const held = fold([...around, ...asked].filter((part) => part != null).join('\n'));
  const missing = words.filter(
    (word) =>
      !held.includes(word) &&
      !thesaurus.expand(word).some(({ terms }) => terms.some((term) => held.includes(term))),
  );
  return missing.length / words.length;
}
