import { writeFileSync } from 'node:fs';
import { mean } from '../metrics/mean.ts';
import { ndcg } from '../metrics/ndcg.ts';
import { percentile } from '../metrics/percentile.ts';
import { reciprocalRank } from '../metrics/reciprocal-rank.ts';
import { ARMS, type Arm, OutsideIndex, type RankedDocument } from './outside-index.ts';
import { type JudgedQuery, readBeir } from './read-beir.ts';
import { trecLines } from './trec-run.ts';

export interface BeirOptions {
  readonly directory: string;
  /** Where to write the hybrid's ranking as a TREC run file. */
  readonly run?: string;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface ArmScores {
  readonly 'recall@1': number;
  readonly 'recall@5': number;
  readonly 'recall@10': number;
  readonly 'mrr@10': number;
  readonly 'ndcg@10': number;
  readonly p50Ms: number;
  readonly p95Ms: number;
}

export interface BeirReport {
  readonly arms: Readonly<Record<Arm, ArmScores>>;
}

/** Documents listed for a query in the run file. */
const RUN_DEPTH = 100;
/** Queries asked beforehand, so that the first measured one does not pay for code that is still cold. */
const WARM_UP = 20;

/** Measures every arm on a BEIR data set. Throws `OutsideDataError` when the set cannot be read. */
export async function runBeir({ directory, run, onProgress }: BeirOptions): Promise<BeirReport> {
  const { documents, queries } = await readBeir(directory);
  const index = new OutsideIndex();
  const total = documents.length + ARMS.length * queries.length;
  let done = 0;
  for (const document of documents) {
    index.add(document);
    onProgress?.(++done, total);
  }
  const lines: string[] = [];
  const scores = ARMS.map((arm) => {
    for (const { text } of queries.slice(0, WARM_UP)) index.search(text, arm, RUN_DEPTH);
    const times: number[] = [];
    const rankings = queries.map(({ id, text }) => {
      const begun = performance.now();
      const ranking = index.search(text, arm, RUN_DEPTH);
      times.push(performance.now() - begun);
      if (arm === 'hybrid') lines.push(trecLines(id, ranking));
      onProgress?.(++done, total);
      return ranking;
    });
    return [arm, scoreArm(queries, rankings, times)] as const;
  });
  if (run !== undefined) writeFileSync(run, lines.join(''));
  return { arms: Object.fromEntries(scores) as Record<Arm, ArmScores> };
}

/** An arm's figures over all queries; `rankings` and `times` (in milliseconds) are in the order of the queries. */
export function scoreArm(
  queries: readonly JudgedQuery[],
  rankings: readonly (readonly RankedDocument[])[],
  times: readonly number[],
): ArmScores {
  const gains = rankings.map((ranking, place) =>
    ranking.map(({ id }) => queries[place]!.relevant.get(id) ?? 0),
  );
  const over = (score: (gains: readonly number[], query: JudgedQuery) => number): number =>
    rounded(mean(gains.map((own, place) => score(own, queries[place]!))));
  return {
    'recall@1': over((own, query) => recall(own, query, 1)),
    'recall@5': over((own, query) => recall(own, query, 5)),
    'recall@10': over((own, query) => recall(own, query, 10)),
    'mrr@10': over((own) => reciprocalRank(own.map(Boolean), 10)),
    'ndcg@10': over((own, query) => ndcg(own, [...query.relevant.values()], 10)),
    p50Ms: rounded(percentile(times, 0.5)),
    p95Ms: rounded(percentile(times, 0.95)),
  };
}

/** The share of a query's relevant documents that stand among the first `k`, as trec_eval counts it. */
function recall(gains: readonly number[], { relevant }: JudgedQuery, k: number): number {
  return gains.slice(0, k).filter(Boolean).length / relevant.size;
}

function rounded(value: number): number {
  return Math.round(value * 1e5) / 1e5;
}
