import { z } from 'zod';
import { createBoundedFetch } from '../remote/bounded-fetch.ts';
import { RemoteFault, remoteFaultOf } from '../remote/remote-fault.ts';

export interface RerankSettings {
  /** Root of an interface with `POST /rerank`, such as http://127.0.0.1:8000/v1. */
  readonly baseUrl: string;
  readonly apiKey?: string | undefined;
  readonly model: string;
  /** Milliseconds that a question waits for it. */
  readonly timeoutMs: number;
}

export interface RerankServices {
  /** What a question looks like when it leaves the machine. */
  readonly maskQuestion?: (text: string) => string;
  /** Told of every question whose passages keep their order, and why. */
  readonly onFault?: (fault: RemoteFault) => void;
  readonly now?: () => number;
}

/**
 * How well each text answers a question, between 0 and 1, in the order of the texts; undefined where that is not
 * to be had in time. Never throws.
 */
export type Reranker = (question: string, texts: readonly string[]) => Promise<readonly number[] | undefined>;

const MOST_BYTES = 1_000_000;
/** After a fault passages keep their order for so long, rather than every question waiting in vain. */
const REST_MS = 30_000;

const ranking = z.looseObject({
  results: z.array(z.looseObject({ index: z.number().int().nonnegative(), relevance_score: z.number() })),
});

/** A reranker behind the JSON that most servers of rerankers speak (Jina, Cohere, SiliconFlow, vLLM, Xinference). */
export function createReranker(settings: RerankSettings, services: RerankServices = {}): Reranker {
  const { maskQuestion = (same) => same, onFault, now = () => performance.now() } = services;
  const bounded = createBoundedFetch({ mostBytes: MOST_BYTES });
  const url = `${settings.baseUrl.replace(/\/$/, '')}/rerank`;
  const headers = {
    'content-type': 'application/json',
    ...(settings.apiKey === undefined ? {} : { authorization: `Bearer ${settings.apiKey}` }),
  };
  let restUntil = Number.NEGATIVE_INFINITY;
  return async (question, texts) => {
    if (texts.length === 0 || now() < restUntil) return undefined;
    try {
      const reply = await bounded(url, {
        method: 'POST',
        headers,
        body: JSON.stringify({
          model: settings.model,
          query: maskQuestion(question),
          documents: texts,
          top_n: texts.length,
        }),
        signal: AbortSignal.timeout(settings.timeoutMs),
      });
      return scoresOf(await reply.json(), texts.length);
    } catch (error) {
      restUntil = now() + REST_MS;
      onFault?.(remoteFaultOf(error));
      return undefined;
    }
  };
}

/** One score for each text; scores without bounds (a model's raw ones) are brought between 0 and 1. */
function scoresOf(value: unknown, count: number): number[] {
  const reply = ranking.safeParse(value);
  if (!reply.success) throw new RemoteFault('malformed');
  const scores = new Map(reply.data.results.map(({ index, relevance_score: score }) => [index, score]));
  if (scores.size !== count || [...scores.keys()].some((index) => index >= count))
    throw new RemoteFault('malformed');
  const isRaw = [...scores.values()].some((score) => score < 0 || score > 1);
  return Array.from({ length: count }, (_, index) => {
    const score = scores.get(index)!;
    return isRaw ? 1 / (1 + Math.exp(-score)) : score;
  });
}
