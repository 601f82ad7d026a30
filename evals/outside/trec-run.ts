import type { RankedDocument } from './outside-index.ts';

/**
 * A query's lines of a TREC run file: query, `Q0`, document, rank, score, name of the run. Tools order by the
 * score and break ties their own way, so every score is printed a little lower than the one before.
 */
export function trecLines(query: string, ranking: readonly RankedDocument[]): string {
  let previous = Number.POSITIVE_INFINITY;
  return ranking
    .map(({ id, score }, place) => {
      const printed = Math.min(Math.round(score * 1e6), previous - 1);
      previous = printed;
      return `${query} Q0 ${id} ${place + 1} ${(printed / 1e6).toFixed(6)} wenqiao-hybrid\n`;
    })
    .join('');
}
