import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RemoteFault } from '../remote/remote-fault.ts';
import { type Act, breaksOff, fails, hangs, ScriptedHttp, sendsText } from '../remote/scripted-http.ts';
import type { ModelEmbeddings } from './model-embeddings.ts';
import { loadOpenAiEmbeddings, type OpenAiServices } from './openai-embeddings.ts';
import { type EmbeddingRequest, embeds } from './scripted-embeddings.ts';

const TEXTS = ['老年食堂', '公路', '医保', '学校', '公园'];

let server: ScriptedHttp<EmbeddingRequest>;
beforeAll(async () => {
  server = await ScriptedHttp.start<EmbeddingRequest>(embeds());
});
afterAll(async () => server.stop());

function load(
  settings: {
    model?: string;
    dimensions?: number;
    timeoutMs?: number;
    queryPrefix?: string;
    apiKey?: string;
  } = {},
  known?: { identity: string; dimensions: number },
  services: OpenAiServices = {},
): Promise<ModelEmbeddings> {
  return loadOpenAiEmbeddings(
    { kind: 'openai', baseUrl: server.baseUrl, model: 'toy', batch: 2, timeoutMs: 5_000, ...settings },
    known,
    { wait: async () => undefined, ...services },
  );
}

/** With a model whose vectors are known to have 8 numbers. */
const KNOWN = { identity: 'openai/toy/8', dimensions: 8 };

function inputs(): unknown[] {
  return server.requests.map(({ body }) => body.input);
}

describe('a server that works', () => {
  it('is asked once how long its vectors are, and named with it', async () => {
    server.does(embeds());
    const model = await load();
    expect(model).toMatchObject({ identity: 'openai/toy/8', dimensions: 8, batch: 2 });
    expect(server.requests).toHaveLength(1);
  });

  it('is not asked when an index tells it of this very model', async () => {
    server.does(embeds());
    expect((await load({}, KNOWN)).dimensions).toBe(8);
    expect((await load({ dimensions: 4 }, KNOWN)).identity).toBe('openai/toy/4');
    expect(server.requests).toHaveLength(0);
    await load({ model: 'toy-large' }, KNOWN);
    expect(server.requests).toHaveLength(1);
  });

  it('embeds passages batch by batch, each vector of unit length and in its place', async () => {
    server.does(embeds(8, (data) => data.reverse()));
    const model = await load({ apiKey: 'sk-test' }, KNOWN);
    const vectors = await model.embedDocuments(TEXTS);
    expect(inputs()).toEqual([TEXTS.slice(0, 2), TEXTS.slice(2, 4), TEXTS.slice(4)]);
    expect(vectors.map((vector) => Math.hypot(...vector))).toEqual(TEXTS.map(() => expect.closeTo(1, 6)));
    expect(vectors[3]).toEqual(await model.embedQuery(TEXTS[3]!));
    expect(server.requests[0]).toMatchObject({
      path: '/v1/embeddings',
      headers: { authorization: 'Bearer sk-test' },
      body: { model: 'toy', encoding_format: 'float' },
    });
  });

  it('gets questions with their prefix, passages without, and personal numbers never', async () => {
    server.does(embeds());
    const maskQuestion = (text: string): string => text.replace(/\d{11}/, '〔手机号〕');
    const model = await load({ queryPrefix: '检索：' }, KNOWN, { maskQuestion });
    await model.embedQuery('打13800000000能报名吗');
    await model.embedDocuments(['公路']);
    expect(inputs()).toEqual(['检索：打〔手机号〕能报名吗', ['公路']]);
  });

  it('never gets another server’s key from the environment', async () => {
    const before = process.env.OPENAI_API_KEY;
    process.env.OPENAI_API_KEY = 'sk-of-another-server';
    try {
      server.does(embeds());
      await (await load({}, KNOWN)).embedQuery('公路');
      expect(server.requests[0]!.headers.authorization).toBe('Bearer none');
    } finally {
      if (before === undefined) delete process.env.OPENAI_API_KEY;
      else process.env.OPENAI_API_KEY = before;
    }
  });
});

describe('an ingest', () => {
  it.each<[string, Act<EmbeddingRequest>]>([
    ['429 with a time', fails(429, { 'retry-after': '3' })],
    ['500', fails(500)],
    ['half a reply', breaksOff({ data: [] })],
  ])('goes on after %s', async (_, fault) => {
    server.does(fault, fault, embeds());
    const waits: number[] = [];
    const model = await load({}, KNOWN, { wait: async (ms) => waits.push(ms) });
    expect(await model.embedDocuments(['公路'])).toHaveLength(1);
    expect(waits).toHaveLength(2);
    if (_.startsWith('429')) expect(waits).toEqual([3_000, 3_000]);
  });

  it.each<[string, Act<EmbeddingRequest>, RegExp, number]>([
    ['a server that stays broken', fails(500), /server_error 500.*EMBEDDINGS_BASE_URL/, 6],
    ['a key that is refused', fails(401), /key_rejected 401.*EMBEDDINGS_API_KEY/, 1],
    ['a model that is not there', fails(404), /request_rejected 404.*EMBEDDINGS_MODEL/, 1],
    ['a reply that is no JSON', sendsText('<html>'), /malformed/, 1],
    ['a reply of another shape', sendsText('{"data": "none"}'), /malformed/, 1],
  ])('stops at %s with a line that says what to do', async (_, act, message, requests) => {
    const model = await load({}, KNOWN);
    server.does(act);
    const embedding = model.embedDocuments(['公路']);
    await expect(embedding).rejects.toMatchObject({ reason: 'embeddings_unavailable' });
    await expect(embedding).rejects.toThrow(message);
    await expect(embedding).rejects.toThrow(/^[^\n]*run npm run ingest[^\n]*$/);
    expect(server.requests).toHaveLength(requests);
  });

  it.each<[string, Act<EmbeddingRequest>, RegExp]>([
    ['vectors of another length', embeds(5), /5 dimensions instead of 8/],
    ['fewer vectors than texts', embeds(8, (data) => data.slice(1)), /malformed|1 vectors for 2 texts/],
    ['no vectors at all', embeds(8, () => []), /malformed|0 vectors/],
  ])('takes no %s into an index', async (_, act, message) => {
    const model = await load({}, KNOWN);
    server.does(act);
    await expect(model.embedDocuments(['公路', '学校'])).rejects.toThrow(message);
  });

  it('stops before it begins when the model can’t be asked', async () => {
    server.does(fails(503));
    await expect(load()).rejects.toMatchObject({ reason: 'embeddings_unavailable' });
  });
});

describe('a question', () => {
  it.each<[string, Act<EmbeddingRequest>, RemoteFault['reason']]>([
    ['500', fails(500), 'server_error'],
    ['429', fails(429), 'rate_limited'],
    ['silence', hangs, 'timeout'],
    ['vectors of another length', embeds(5), 'malformed'],
  ])('after %s is searched without a vector, in time', async (_, act, reason) => {
    const faults: string[] = [];
    const model = await load({ timeoutMs: 300 }, KNOWN, { onQuestionFault: (f) => faults.push(f.reason) });
    server.does(act);
    const started = performance.now();
    expect(await model.embedQuery('公路')).toEqual(new Array(8).fill(0));
    expect(performance.now() - started).toBeLessThan(2_500);
    expect(faults).toEqual([reason]);
    await expect.poll(() => server.openResponses).toBe(0);
  });

  it('does not wait for a server that just failed, and tries it again later', async () => {
    let now = 0;
    const model = await load({}, KNOWN, { now: () => now });
    server.does(fails(500), embeds());
    await model.embedQuery('公路');
    await model.embedQuery('学校');
    expect(server.requests).toHaveLength(1);
    now = 31_000;
    expect(Math.hypot(...(await model.embedQuery('学校')))).toBeCloseTo(1, 6);
  });
});
