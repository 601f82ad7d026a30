import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import type { IndexedSentence } from '../../retrieval/passages/passage.ts';
import { fold } from '../../retrieval/text/characters.ts';
import type { Thesaurus } from '../../retrieval/text/thesaurus.ts';
import { cutWords } from '../../retrieval/text/words.ts';
import type { Understanding } from '../questions/understanding.ts';
import type { Candidate } from './candidates.ts';
import { countsTheSame } from './counted.ts';
import { everydayQuestions } from './everyday-questions.ts';

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
  /** Share of the question's weight that nothing in or around the sentence comes near to in meaning. */
  readonly unmet: number;
  /** Does the sentence hold what the question names exactly: the row, the words in quotation marks, the thing counted? */
  readonly named: number;
  /** By how much the sentence scores above the best other one; below 0 when another one scores higher. */
  readonly margin: number;
}

/** A candidate that was to be told, and how sure it is that it answers. */
export interface Judged {
  readonly candidate: Candidate;
  readonly signs: ConfidenceSigns;
  readonly confidence: number;
}

/** Weights of a logistic regression over the signs; fitted by `scripts/fit-confidence.ts`. */
export interface ConfidenceWeights extends ConfidenceSigns {
  readonly bias: number;
}

/** The confidence that the best candidate answers; fitted by `scripts/fit-confidence.ts` on the tuned questions. */
export const CONFIDENCE: ConfidenceWeights = {
  bias: -0.26,
  like: 0.36,
  votes: 0.13,
  coverage: -0.02,
  subject: -0.03,
  unsupported: -1.41,
  passage: 0.67,
  type: 0.44,
  meaning: -0.73,
  unmet: -1.76,
  named: 0.51,
  margin: 2.27,
};

/**
 * The same for a page that has no everyday questions: likeness to them says nothing there. The bias is the
 * fitted −1.64 less 0.72, so that one threshold refuses about every eighth right answer and every other wrong
 * one: without everyday questions words alone tell a near miss badly.
 */
export const CONFIDENCE_WITHOUT_QUESTIONS: ConfidenceWeights = {
  bias: -2.36,
  like: 0,
  votes: 0,
  coverage: 1.12,
  subject: 0.9,
  unsupported: -1.17,
  passage: 1.54,
  type: 0.5,
  meaning: 0.2,
  unmet: -0.15,
  named: 0.33,
  margin: 3.01,
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

/** Judges a candidate among all of them (itself included). */
export function judge(
  sources: WordSources,
  understanding: Understanding,
  candidate: Candidate,
  candidates: readonly Candidate[],
): Judged {
  const signs = confidenceSigns(sources, understanding, candidate, candidates);
  return { candidate, signs, confidence: confidence(weightsFor(sources.index, candidate), signs) };
}

/** The signs of the candidate that is to be told, among all of them. */
export function confidenceSigns(
  sources: WordSources,
  understanding: Understanding,
  candidate: Candidate,
  candidates: readonly Candidate[],
): ConfidenceSigns {
  const next = candidates.find(({ sentence }) => sentence !== candidate.sentence);
  const { like, votes, coverage, subject, passage, type, meaning, unmet, row, quoted } = candidate.signs;
  const counts = countsTheSame(understanding, candidate.sentence) ? 1 : 0;
  return {
    like,
    votes,
    coverage,
    subject,
    unsupported: unsupportedShare(sources, understanding, candidate.sentence),
    passage,
    type,
    meaning,
    unmet,
    named: Math.max(row, quoted, counts),
    margin: candidate.order - (next?.order ?? 0),
  };
}

/** The probability that the candidate answers: 1 / (1 + e^−(bias + Σ weight · sign)). */
export function confidence({ bias, ...weights }: ConfidenceWeights, signs: ConfidenceSigns): number {
  const names = Object.keys(weights) as (keyof ConfidenceSigns)[];
  const sum = names.reduce((total, name) => total + weights[name] * signs[name], bias);
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
  const held = fold(
    [...around, ...everydayQuestions(index, sentence)].filter((part) => part != null).join('\n'),
  );
  const missing = words.filter(
    (word) =>
      !held.includes(word) &&
      !thesaurus.expand(word).some(({ terms }) => terms.some((term) => held.includes(term))),
  );
  return missing.length / words.length;
}
