import type { SuiteName } from '../suites/result.ts';

/**
 * How far a figure may fall below the baseline before the run fails; a figure that is not listed is reported
 * and not guarded. The program answers the same way every time, so a margin leaves room for a question or two
 * lost for a better reason, not for chance.
 */
const MARGINS: Readonly<Record<SuiteName, Readonly<Record<string, number>>>> = {
  documents: { headlines: 0, 'boundary F1': 0, sections: 0, 'rows exact': 0 },
  retrieval: {
    'hybrid recall@1': 0.02,
    'hybrid recall@5': 0.01,
    'hybrid recall@10': 0.01,
    'hybrid resident recall@5': 0.02,
    'hybrid cadre recall@5': 0.02,
    'hybrid ndcg@10': 0.01,
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
  },
  citations: { verbatim: 0, 'evidence cited': 0.02, recall: 0.02, precision: 0.02, 'faithful answers': 0.01 },
};

/** The margin of a figure, or undefined when it is not guarded. */
export function marginOf(suite: SuiteName, figure: string): number | undefined {
  return MARGINS[suite][figure];
}
