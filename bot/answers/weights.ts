/** How much each sign of an answering sentence counts. Fitted on the tuned golden questions. */
export interface SentenceWeights {
  readonly coverage: number;
  readonly like: number;
  readonly votes: number;
  readonly meaning: number;
  readonly unmet: number;
  readonly passage: number;
  readonly town: number;
  readonly year: number;
  readonly row: number;
  readonly quoted: number;
  readonly type: number;
  /** In the order, for each unit of log odds by which it is less likely to tell what is asked than the likeliest one. */
  readonly told: number;
  /** The same in the score, by which it may be told beside the first. */
  readonly toldBeside: number;
  /** Added for headlines and headings, which name a matter and seldom tell it. */
  readonly headline: number;
  readonly heading: number;
  /** Added for headlines when the headline itself is asked for. */
  readonly title: number;
  /** Added for what was answered just before. */
  readonly said: number;
}

export const SENTENCE_WEIGHTS: SentenceWeights = {
  coverage: 0.8,
  like: 1,
  votes: 0.2,
  meaning: 0.7,
  unmet: -0.5,
  passage: 0.15,
  town: 0.4,
  year: 0.3,
  row: 0.6,
  quoted: 0.08,
  type: 0.14,
  told: 0.14,
  toldBeside: 0.056,
  headline: -0.1,
  heading: -0.55,
  title: 0.4,
  said: -0.35,
};
