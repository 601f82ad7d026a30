/**
 * How much each sign of a fitting passage counts. Fitted on the tuned golden questions by
 * `npm run evals -- --suite retrieval`; every sign lies between 0 and 1 before weighting.
 */
export interface FusionWeights {
  /** BM25 over the passage, divided by the best passage's score. */
  readonly lexical: number;
  /** Cosine of the query's and the passage's vector. */
  readonly vector: number;
  /** Likeness of the query and the best everyday question that the passage answers. */
  readonly questions: number;
  /** The town or year asked for is the passage's own. */
  readonly fit: number;
  /** Weight of an official term that the thesaurus gives for an everyday word, against 1 for the word itself. */
  readonly expansion: number;
}

export const FUSION: FusionWeights = { lexical: 1, vector: 0.35, questions: 1, fit: 0.15, expansion: 0.4 };

/** Share of the cosine in the likeness of two questions; the rest is their common words. */
export const QUESTION_COSINE = 0.3;

/** Cosine that unrelated short texts reach with static vectors; likeness counts from here upwards. */
export const COSINE_FLOOR = 0.2;
