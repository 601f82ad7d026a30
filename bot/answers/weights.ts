/** How much each sign of an answering sentence counts. Fitted on the tuned golden questions. */
export interface SentenceWeights {
  readonly coverage: number;
  readonly like: number;
  readonly vector: number;
  readonly passage: number;
  readonly town: number;
  readonly year: number;
  readonly row: number;
  readonly quoted: number;
  readonly type: number;
  /** Added for headlines and headings, which name a matter and seldom tell it. */
  readonly headline: number;
  readonly heading: number;
}

export const SENTENCE_WEIGHTS: SentenceWeights = {
  coverage: 0.8,
  like: 1,
  vector: 0.3,
  passage: 0.25,
  town: 0.8,
  year: 0.5,
  row: 0.4,
  quoted: 0.2,
  type: 0.15,
  headline: -0.25,
  heading: -0.3,
};
