import type { SuiteName } from '../suites/result.ts';

/**
 * How far a figure may fall below the baseline before the run fails; a figure that is not listed is reported
 * and not guarded. The program answers the same way every time, so a margin leaves room for a question or two
 * lost for a better reason, not for chance.
 */
const MARGINS: Readonly<Record<SuiteName, Readonly<Record<string, number>>>> = {
  documents: {
    headlines: 0,
    'boundary F1': 0,
    sections: 0,
    'rows exact': 0,
    town: 0,
    date: 0,
    'date wrong': 0,
    // Invented pages are many and small: a rule that reads five real pages better may lose a line of theirs.
    'invented headlines': 0.02,
    'invented boundary F1': 0.02,
    'invented rows exact': 0.02,
    'invented town': 0,
    'invented date': 0,
    'invented date wrong': 0,
    'unseen headlines': 0.02,
    'unseen boundary F1': 0.02,
    'unseen sections': 0.03,
    'unseen rows exact': 0.02,
    'unseen body text': 0.02,
    'unseen town': 0,
    'unseen date': 0.1,
    'unseen date wrong': 0,
  },
  retrieval: {
    'hybrid recall@1': 0.02,
    'hybrid recall@5': 0.01,
    'hybrid recall@10': 0.01,
    'hybrid resident recall@5': 0.02,
    'hybrid cadre recall@5': 0.02,
    'hybrid ndcg@10': 0.01,
    // Of 240 words one is 0.004.
    'everyday words thesaurus coverage': 0.005,
    'everyday words embedding hit@10': 0.02,
    'everyday words either': 0.01,
  },
  understanding: { kind: 0.02, towns: 0.02, years: 0.02, 'all fields': 0.02 },
  answers: {
    strict: 0.01,
    'strict resident': 0.02,
    'strict cadre': 0.02,
    misleading: 0.01,
    'wrongly refused': 0.02,
  },
  refusal: {
    precision: 0.03,
    recall: 0.02,
    'confidence AUROC': 0.03,
    'confidence AUROC near misses': 0.03,
    'leave-one-out refused': 0.03,
    // Of 65 questions one is 0.015.
    'near misses refused': 0.05,
  },
  citations: { verbatim: 0, 'evidence cited': 0.02, recall: 0.02, precision: 0.02, 'faithful answers': 0.01 },
  programmes: { 'programmes explained': 0.01, 'programmes misleading': 0.02, 'programmes refused': 0.02 },
};

/** The margin of a figure, or undefined when it is not guarded. */
export function marginOf(suite: SuiteName, figure: string): number | undefined {
  return MARGINS[suite][figure];
}

/** What a figure must reach whatever the baseline says: pages that nobody looked at have to be read well. */
const FLOORS: Readonly<Partial<Record<SuiteName, Readonly<Record<string, number>>>>> = {
  documents: { 'unseen headlines': 0.9, 'unseen boundary F1': 0.9, 'unseen rows exact': 0.9 },
};

/** The floor of a figure, or undefined when it has none. */
export function floorOf(suite: SuiteName, figure: string): number | undefined {
  return FLOORS[suite]?.[figure];
}
