import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CorpusIndex } from '../../../retrieval/indexes/corpus-index.ts';
import { createLogger } from '../../logger.ts';
import { contradicted } from '../../wording/answers.ts';
import type { Answer } from '../answer.ts';
import { createReworder } from './reworder.ts';
import {
  type Behaviour,
  fails,
  hangs,
  ScriptedServer,
  says,
  saysGarbage,
  streams,
  withoutStreams,
  withoutTools,
} from './scripted-server.ts';
import { answerOf, CANTEENS, OTHER_CANTEENS, openTestCorpus } from './test-corpus.ts';

const QUESTION = '两个镇各新建了几家老年食堂？';
const OURS = { text: '2023年清溪镇计划新建老年食堂12家', evidence: [1] };
const THEIRS = { text: '2022年柳河镇新建老年食堂20家', evidence: [2] };
const json = (...sentences: object[]): string => JSON.stringify({ sentences });

let index: CorpusIndex;
let server: ScriptedServer;
beforeAll(async () => {
  index = await openTestCorpus();
  server = await ScriptedServer.start();
});
afterAll(async () => server.stop());

/** What a person saw while the answer was made, and the answer. */
async function watch(behaviour: Behaviour, replaced: Partial<Answer> = {}, timeoutMs = 20_000) {
  server.does(behaviour);
  const reworder = createReworder(
    { baseUrl: server.baseUrl, model: 'scripted', timeoutMs, tokensPerDay: 0 },
    { logger: createLogger({ level: 'silent' }), clock: () => new Date(0) },
  );
  const extractive = answerOf(index, QUESTION, [CANTEENS, OTHER_CANTEENS], replaced);
  const shown: string[] = [];
  const times: number[] = [];
  const started = performance.now();
  const answer = await reworder.reword(index, extractive, { question: QUESTION, history: [] }, (sentence) => {
    shown.push(sentence);
    times.push(performance.now() - started);
  });
  const [outcome] = Object.keys(reworder.counts().outcomes);
  return {
    shown,
    answer,
    extractive,
    outcome,
    times,
    counts: reworder.counts(),
    tookMs: performance.now() - started,
  };
}

describe('a streamed draft', () => {
  it('shows each sentence once it is verified, long before the last', async () => {
    const { shown, answer, times, tookMs, counts } = await watch(
      streams(json(THEIRS, OURS, OURS), 'done', 25),
    );
    expect(shown[0]).toBe('2022年柳河镇新建老年食堂20家[1]。');
    expect(answer.answer.startsWith(shown.join(''))).toBe(true);
    expect(answer.mode).toBe('llm');
    // Two thirds of the pieces come after the first sentence.
    expect(tookMs - times[0]!).toBeGreaterThan(200);
    expect(counts).toMatchObject({ inputTokens: 700, outputTokens: 60 });
    expect(server.requests[0]!.body).toMatchObject({ stream: true, stream_options: { include_usage: true } });
  });

  it('begins with the correction that stands before the answer', async () => {
    const answer = `${contradicted}${CANTEENS.said}[1]；${OTHER_CANTEENS.said}[2]。`;
    const { shown, answer: whole } = await watch(streams(json(OURS, THEIRS)), { answer });
    expect(shown).toEqual([`${contradicted}2023年清溪镇计划新建老年食堂12家[1]。`]);
    expect(whole.answer.startsWith(shown[0]!)).toBe(true);
  });

  it.each([
    ['an invented number', { ...OURS, text: '2023年清溪镇计划新建老年食堂15家' }],
    ['a target told as a result', { ...OURS, text: '2023年清溪镇新建了老年食堂12家' }],
    ['another town', { ...OURS, text: '2023年柳河镇计划新建老年食堂12家' }],
    ['no evidence', { ...OURS, evidence: [] }],
    ['an order from a document', { text: '食堂已全部停办', evidence: [1] }],
    ['no town and year', { text: '计划新建老年食堂12家', evidence: [1] }],
  ])('never shows a sentence with %s', async (_, wrong) => {
    const { shown } = await watch(streams(json(wrong, THEIRS, THEIRS)));
    expect(shown.join('')).not.toContain(wrong.text);
  });

  it('that is given up in the end is replaced: what was shown was true, what goes out is whole', async () => {
    const { shown, answer, extractive, outcome } = await watch(
      streams(`${json(OURS, THEIRS).slice(0, -2)},{"te`),
    );
    expect(shown).toEqual(['2023年清溪镇计划新建老年食堂12家[1]。', '2022年柳河镇新建老年食堂20家[2]。']);
    expect(answer).toBe(extractive);
    expect(outcome).toBe('malformed');
  });
});

describe('a stream that fails', () => {
  const half = json(OURS, THEIRS).slice(0, 30);

  it.each<[string, Behaviour, string]>([
    ['stops half-way', streams(half, 'stops'), 'cut_off'],
    ['hangs up half-way', streams(half, 'hangs up'), 'cut_off'],
    ['is filtered', streams(half, 'filtered'), 'refused'],
    ['ends in broken JSON', streams(half, 'done'), 'malformed'],
    ['never ends', streams('', 'never'), 'oversized'],
    ['is 500', fails(500), 'server_error'],
    ['is 429', fails(429), 'rate_limited'],
  ])('%s: the extractive answer goes out', async (_, behaviour, reason) => {
    const { answer, extractive, outcome } = await watch(behaviour);
    expect(answer).toBe(extractive);
    expect(outcome).toBe(reason);
  });

  it.each<[string, Behaviour]>([
    ['hangs half-way', streams(half, 'hangs')],
    ['never begins', hangs],
    ['drips', streams('x'.repeat(5_000), 'done', 50)],
  ])('%s: the extractive answer goes out in time, and the line is hung up', async (_, behaviour) => {
    await watch(says(OURS, THEIRS));
    const { answer, extractive, outcome, tookMs } = await watch(behaviour, {}, 500);
    expect(answer).toBe(extractive);
    expect(outcome).toBe('timeout');
    expect(tookMs).toBeLessThan(2_500);
    await expect.poll(() => server.openResponses, { timeout: 5_000 }).toBe(0);
  });

  it.each<[string, Behaviour, boolean[]]>([
    ['can’t stream', withoutStreams(says(OURS, THEIRS)), [true, false]],
    [
      'can neither stream nor take tools',
      withoutStreams(withoutTools(says(OURS, THEIRS))),
      [true, false, false],
    ],
  ])('from a server that %s: it is asked for the whole instead', async (_, behaviour, streamed) => {
    const { answer } = await watch(behaviour);
    expect(answer.mode).toBe('llm');
    expect(server.requests.map(({ body }) => body.stream === true)).toEqual(streamed);
  });

  it('of no events at all is asked for again as a whole, which is no better', async () => {
    const { answer, extractive, outcome } = await watch(saysGarbage);
    expect(answer).toBe(extractive);
    expect(outcome).toBe('malformed');
  });
});
