import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Act,
  breaksOff,
  fails,
  hangs,
  ScriptedHttp,
  sendsJson,
  sendsText,
} from '../remote/scripted-http.ts';
import { RERANKED, rerankHits } from './rerank-hits.ts';
import { createReranker, type Reranker, type RerankServices } from './reranker.ts';

interface RerankRequest {
  readonly model: string;
  readonly query: string;
  readonly documents: readonly string[];
  readonly top_n: number;
}

const TEXTS = ['公路', '食堂', '学校'];
/** As a server sends them: best first. */
const ranks = (...scores: number[]): Act<RerankRequest> =>
  sendsJson({
    results: scores
      .map((relevance_score, index) => ({ index, relevance_score }))
      .sort((one, other) => other.relevance_score - one.relevance_score),
  });

let server: ScriptedHttp<RerankRequest>;
beforeAll(async () => {
  server = await ScriptedHttp.start(ranks());
});
afterAll(async () => server.stop());

function reranker(services: RerankServices = {}): Reranker {
  const settings = { baseUrl: server.baseUrl, apiKey: 'sk-test', model: 'toy', timeoutMs: 300 };
  return createReranker(settings, services);
}

describe('a reranker', () => {
  test('gives every text its score, whatever the order they come in', async () => {
    server.does(ranks(0.1, 0.9, 0.4));
    const maskQuestion = (text: string): string => text.replace(/\d{11}/, '〔手机号〕');
    expect(await reranker({ maskQuestion })('食堂13800000000', TEXTS)).toEqual([0.1, 0.9, 0.4]);
    expect(server.requests[0]).toMatchObject({
      path: '/v1/rerank',
      headers: { authorization: 'Bearer sk-test' },
      body: { model: 'toy', query: '食堂〔手机号〕', documents: TEXTS, top_n: 3 },
    });
  });

  test('with raw scores is brought between 0 and 1', async () => {
    server.does(ranks(-3, 0, 5));
    const scores = (await reranker()('食堂', TEXTS))!;
    expect(scores).toEqual([expect.closeTo(0.047, 2), 0.5, expect.closeTo(0.993, 2)]);
  });

  test.each<[string, Act<RerankRequest>, string]>([
    ['fails', fails(500), 'server_error'],
    ['limits', fails(429, { 'retry-after': '9' }), 'rate_limited'],
    ['hangs', hangs, 'timeout'],
    ['breaks off', breaksOff({ results: [] }), 'cut_off'],
    ['sends no JSON', sendsText('<html>'), 'malformed'],
    ['leaves a text out', ranks(0.1, 0.9), 'malformed'],
    ['ranks what it was not sent', ranks(0.1, 0.2, 0.3, 0.4), 'malformed'],
  ])('that %s says nothing, in time, and rests', async (_, act, reason) => {
    let now = 0;
    const faults: string[] = [];
    const rerank = reranker({ onFault: (fault) => faults.push(fault.reason), now: () => now });
    server.does(act);
    const started = performance.now();
    expect(await rerank('食堂', TEXTS)).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(faults).toEqual([reason]);
    server.does(ranks(0.1, 0.9, 0.4));
    expect(await rerank('食堂', TEXTS)).toBeUndefined();
    now = 31_000;
    expect(await rerank('食堂', TEXTS)).toEqual([0.1, 0.9, 0.4]);
  });
});

describe('hits', () => {
  const hit = (text: string, score: number) => ({ passage: { text, context: '' }, score });
  const order = (hits: readonly ReturnType<typeof hit>[]): string[] =>
    hits.map(({ passage }) => passage.text);

  test('take the order of both together', async () => {
    const hits = [hit('公路', 2), hit('食堂', 1.8), hit('学校', 1)];
    expect(order(await rerankHits('食堂', hits, async () => [0.1, 0.9, 0.2]))).toEqual([
      '食堂',
      '公路',
      '学校',
    ]);
  });

  test('stay as they are where the reranker says nothing', async () => {
    const hits = [hit('公路', 2), hit('食堂', 1.8)];
    expect(await rerankHits('食堂', hits, async () => undefined)).toEqual(hits);
  });

  test('behind those it looked at stay behind', async () => {
    const hits = Array.from({ length: RERANKED + 2 }, (_, at) => hit(`${at}`, 2 - at / 100));
    const ranked = await rerankHits('食堂', hits, async (_, texts) =>
      texts.map((_, at) => at / texts.length),
    );
    expect(order(ranked).slice(RERANKED)).toEqual(['20', '21']);
    expect(ranked.map(({ score }) => score)).toEqual(ranked.map(({ score }) => score).sort((a, b) => b - a));
  });
});
