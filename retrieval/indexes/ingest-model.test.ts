import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder, writeFiles } from '../documents/temporary-folder.ts';
import { FakeEmbeddings } from '../embeddings/fake-embeddings.ts';
import { loadOpenAiEmbeddings } from '../embeddings/openai-embeddings.ts';
import { type EmbeddingRequest, embeds } from '../embeddings/scripted-embeddings.ts';
import { Searcher } from '../hits/search.ts';
import { fails, ScriptedHttp } from '../remote/scripted-http.ts';
import { type Ingested, ingest } from './ingest.ts';
import { modelOfIndex } from './saved.ts';

const PAGES = {
  '食堂.txt':
    '青石村老人吃上长者食堂热饭\n\n■记者 王一\n\n柳溪镇在青石村开办了长者食堂，老人每顿只付八元。\n',
  '操场.txt': '小学操场晚上向居民开放\n\n■记者 李二\n\n柳溪小学新操场完工，晚上六点以后向居民开放。\n',
};

let server: ScriptedHttp<EmbeddingRequest>;
beforeAll(async () => {
  server = await ScriptedHttp.start<EmbeddingRequest>(embeds());
});
afterAll(async () => server.stop());

/** A seeds folder and an index made by the model behind the server. */
class Workplace {
  readonly seeds = temporaryFolder(PAGES);
  readonly directory = join(temporaryFolder(), 'index');
  readonly progress: string[] = [];

  async ingest(model = 'toy', keepOtherModel = false): Promise<Ingested> {
    const settings = { kind: 'openai', baseUrl: server.baseUrl, model, batch: 1, timeoutMs: 5_000 } as const;
    const embeddings = await loadOpenAiEmbeddings(settings, modelOfIndex(this.directory), {
      wait: async () => undefined,
    });
    return ingest({
      seeds: this.seeds,
      directory: this.directory,
      embeddings,
      clock: () => new Date('2031-11-21T00:00:00Z'),
      keepOtherModel,
      onEmbedded: (done, total) => this.progress.push(`${done}/${total}`),
    });
  }

  /** How many texts the server has been sent since its script was set. */
  get sent(): number {
    return server.requests.flatMap(({ body }) => body.input).filter((text) => text !== '镇').length;
  }
}

describe('an ingest with a model elsewhere', () => {
  test('takes the model’s name into the index, tells its progress and leaves nothing beside the index', async () => {
    const place = new Workplace();
    server.does(embeds());
    const { manifest } = await place.ingest();
    expect(manifest.embeddings).toBe('openai/toy/8');
    expect(place.progress).toEqual(['1/2', '2/2', '1/2', '2/2']);
    expect(existsSync(join(place.directory, 'embedded.jsonl'))).toBe(false);
  });

  test('sends only what is new', async () => {
    const place = new Workplace();
    server.does(embeds());
    await place.ingest();
    server.does(embeds());
    writeFiles(place.seeds, { '渡口.txt': '老渡口重新通航\n\n霞浦镇修好了老渡口，每天有六班渡船。\n' });
    await place.ingest();
    expect(server.requests.flatMap(({ body }) => body.input).every((text) => /渡口/.test(text))).toBe(true);
    expect(place.sent).toBe(2);
  });

  test('that breaks off goes on where it stopped', async () => {
    const place = new Workplace();
    server.does(embeds(), embeds(), fails(401));
    await expect(place.ingest()).rejects.toMatchObject({ reason: 'embeddings_unavailable' });
    server.does(embeds());
    const { index } = await place.ingest();
    expect(place.sent).toBe(index.vectors.size - 1);
  });

  test('refuses to mix: an index of another model is built anew only where that is asked for', async () => {
    const place = new Workplace();
    server.does(embeds());
    await place.ingest();
    await expect(place.ingest('toy-large', true)).rejects.toMatchObject({
      reason: 'index_of_other_model',
      message: expect.stringMatching(/openai\/toy\/8, not openai\/toy-large\/8; run npm run ingest[^\n]*$/),
    });
    expect(modelOfIndex(place.directory)?.identity).toBe('openai/toy/8');
    expect((await place.ingest('toy-large')).manifest.embeddings).toBe('openai/toy-large/8');
  });

  test('of a model that costs nothing keeps nothing', async () => {
    const place = new Workplace();
    const { seeds, directory } = place;
    const clock = (): Date => new Date(0);
    await ingest({
      seeds,
      directory,
      embeddings: new FakeEmbeddings(),
      clock,
      onEmbedded: () => expect.fail(),
    });
    expect(modelOfIndex(directory)?.identity).toBe('fake@1');
  });
});

test('a question is found by its words while the model is away', async () => {
  const place = new Workplace();
  server.does(embeds());
  const { index } = await place.ingest();
  server.does(fails(500));
  const { hits } = await new Searcher(index).search({ text: '长者食堂一顿饭多少钱' }, 1);
  expect(hits[0]?.passage.document).toBe('食堂.txt');
  expect(hits[0]?.signs.vector).toBe(0);
});
