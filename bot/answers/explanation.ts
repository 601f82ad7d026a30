import type { Answer } from './answer.ts';
import type { Explained } from './composer.ts';

/** How an answer came about, as a plain value. */
export interface Explanation {
  readonly analysis: object;
  readonly hits: readonly {
    document: string;
    start: number;
    end: number;
    score: number;
    kept: boolean;
    reasons: readonly string[];
  }[];
  readonly answer: Answer;
  readonly timings: Answer['timings'];
}

/** Puts what happened on the way to an answer in plain values, every hit with its reasons. */
export function explanationOf({ answer, understanding, result, candidates }: Explained): Explanation {
  const cited = (document: string, start: number, end: number): boolean =>
    answer.citations.some(
      (citation) => citation.document === document && citation.start < end && start < citation.end,
    );
  const hits = (result?.hits ?? []).map(({ passage, score, signs }) => {
    const best = candidates.find(
      ({ sentence }) =>
        sentence.document === passage.document &&
        sentence.start < passage.end &&
        passage.start < sentence.end,
    );
    return {
      document: passage.document,
      start: passage.start,
      end: passage.end,
      score,
      kept: cited(passage.document, passage.start, passage.end),
      reasons: [
        ...Object.entries(signs).map(([name, value]) => `${name} ${value.toFixed(2)}`),
        ...(best === undefined
          ? []
          : [
              `best sentence ${best.score.toFixed(2)}: ${Object.entries(best.signs)
                .map(([name, value]) => `${name} ${value.toFixed(2)}`)
                .join(', ')}`,
            ]),
      ],
    };
  });
  return { analysis: understanding ?? {}, hits, answer, timings: answer.timings };
}
