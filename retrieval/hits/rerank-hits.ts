import type { Passage } from '../passages/passage.ts';
import type { Reranker } from './reranker.ts';

interface Ranked {
  readonly passage: Pick<Passage, 'text' | 'context'>;
  readonly score: number;
}

/** Passages that a reranker looks at; those behind them keep their order. */
export const RERANKED = 20;
/** Share of the reranker's score; the rest is the search's own, brought between 0 and 1. */
const RERANKER_SHARE = 0.5;

/** The first hits in the order that the reranker and the search give together; unchanged where it says nothing. */
export async function rerankHits<Hit extends Ranked>(
  question: string,
  hits: readonly Hit[],
  rerank: Reranker,
): Promise<Hit[]> {
  const first = hits.slice(0, RERANKED);
  const best = first[0]?.score ?? 0;
  const scores = await rerank(
    question,
    first.map(({ passage }) => `${passage.context} ${passage.text}`),
  );
  if (scores === undefined || best <= 0) return [...hits];
  const together = first.map((hit, at) => ({
    ...hit,
    score: best * (RERANKER_SHARE * scores[at]! + (1 - RERANKER_SHARE) * (hit.score / best)),
  }));
  const least = Math.min(...together.map(({ score }) => score));
  // Those behind stay behind.
  const rest = hits.slice(RERANKED).map((hit) => ({ ...hit, score: Math.min(hit.score, least) }));
  return [...together.sort((one, other) => other.score - one.score), ...rest];
}
