import { describe, expect, test } from 'vitest';
import type { Answer } from '../../answers/answer.ts';
import { fakeStore } from '../../conversations/fake-store.ts';
import { secretsOf } from '../../conversations/pseudonym.ts';
import { recording } from '../../conversations/recording.ts';
import type { Store } from '../../conversations/store.ts';
import { BotError } from '../../errors.ts';
import { createLogger } from '../../logger.ts';
import { createMetrics } from '../../metrics/metrics.ts';
import { createWebApp, type WebAppDependencies } from './app.ts';
import { fakeAssistant, sampleAnswer } from './fake-assistant.ts';

const logger = createLogger({ level: 'silent' });
const secrets = secretsOf(Buffer.alloc(32, 1));
const QUESTION = '谁能送餐？';

function appWith({ store = fakeStore(), ...rest }: Partial<WebAppDependencies> & { store?: Store } = {}) {
  return createWebApp({ assistant: fakeAssistant(), logger, records: { store, secrets }, ...rest });
}
type App = ReturnType<typeof appWith>;

interface Judged {
  readonly receipt: string;
  readonly question: string;
  readonly answer: string;
}

async function asked(app: App, question = QUESTION): Promise<Judged> {
  const headers = { prefer: 'feedback-receipt' };
  const response = await app.request('/api/ask', {
    method: 'POST',
    headers,
    body: JSON.stringify({ question }),
  });
  const { receipt, answer } = (await response.json()) as Answer & { receipt: string };
  return { receipt, question, answer };
}

function send(app: App, body: unknown, headers: Record<string, string> = {}, env = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: text };
  return app.request('/api/feedback', init, env);
}

function submit(app: App, fields: Record<string, string>) {
  return app.request('/api/feedback', { method: 'POST', body: new URLSearchParams(fields) });
}

/** The hidden fields of the first form for feedback on a page. */
function fieldsOf(html: string): Record<string, string> {
  const form = /<form class="feedback[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
  const fields = [...form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)];
  const plain = (text: string): string =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  return Object.fromEntries(fields.map(([, name, value]) => [name, plain(value!)]));
}

const connectionFrom = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } });

describe('a receipt for an answer', () => {
  test('is given to whom asks for it, in whole answers and in streams, and to nobody else', async () => {
    const app = appWith();
    expect((await asked(app)).receipt).toMatch(/^\w+\.[\w-]+\.[\w-]+$/);
    const body = JSON.stringify({ question: QUESTION });
    const stream = await app.request('/api/ask', {
      ...{ method: 'POST', body },
      headers: { accept: 'text/event-stream', prefer: 'respond-async, feedback-receipt' },
    });
    expect(await stream.text()).toMatch(/event: answer\ndata: .*"receipt":"/);
    const plain = await app.request('/api/ask', { method: 'POST', body });
    expect(await plain.json()).toEqual(sampleAnswer(QUESTION));
  });

  test('is not given for what nobody needs to judge', async () => {
    const ask = async () =>
      sampleAnswer('你好', { status: 'blocked', reason: 'small_talk', answer: '您好。' });
    expect((await asked(appWith({ assistant: fakeAssistant({ ask }) }))).receipt).toBeUndefined();
  });

  test('is not given where nothing can be kept, and nothing is taken there', async () => {
    const app = createWebApp({ assistant: fakeAssistant(), logger });
    const judged = await asked(app);
    expect(judged.receipt).toBeUndefined();
    expect((await send(app, { ...judged, receipt: '', verdict: 'good' })).status).toBe(404);
    expect(await (await app.request(`/ask?q=${QUESTION}`)).text()).not.toContain('class="feedback');
  });
});

describe('POST /api/feedback', () => {
  test('keeps a verdict with the answer it is about, under a pseudonym, and then says so', async () => {
    const store = fakeStore();
    const app = appWith({ store });
    const judged = await asked(app);
    const response = await send(app, { ...judged, verdict: 'good' }, {}, connectionFrom('203.0.113.7'));
    expect([response.status, await response.json()]).toEqual([200, { kept: true }]);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(store.feedback()).toEqual([
      expect.objectContaining({
        ...{ channel: 'web', verdict: 'good', reason: null, comment: null },
        ...{ question: QUESTION, answer: sampleAnswer('').answer },
        person: secrets.pseudonym('web', '203.0.113.7'),
      }),
    ]);
    expect(JSON.stringify(store.feedback())).not.toContain('203.0.113');
  });

  test('adds a reason and a comment to the same row, and a change of mind changes it', async () => {
    const store = fakeStore();
    const app = appWith({ store });
    const judged = await asked(app);
    await send(app, { ...judged, verdict: 'bad' });
    await send(app, { ...judged, verdict: 'bad', reason: 'outdated', comment: '去年就改了，问13812345678' });
    await send(app, { ...judged, verdict: 'bad' });
    expect(store.feedback()).toEqual([
      expect.objectContaining({ verdict: 'bad', reason: 'outdated', comment: '去年就改了，问〔手机号〕' }),
    ]);
    await send(app, { ...judged, verdict: 'good' });
    expect(store.feedback()).toEqual([
      expect.objectContaining({ verdict: 'good', reason: null, comment: '去年就改了，问〔手机号〕' }),
    ]);
    await send(app, { ...(await asked(app)), verdict: 'good' });
    expect(store.feedback()).toHaveLength(2);
  });

  test('counts verdicts and reasons, however often one is sent', async () => {
    const metrics = createMetrics();
    const app = appWith({ metrics });
    const judged = await asked(app);
    await send(app, { ...judged, verdict: 'bad' });
    await send(app, { ...judged, verdict: 'bad', reason: 'no_source' });
    await send(app, { ...judged, verdict: 'bad', reason: 'no_source' });
    expect(metrics.read()).toContain('wenqiao_feedback_total{channel="web",verdict="bad"} 1\n');
    expect(metrics.read()).toContain('wenqiao_feedback_reasons_total{channel="web",reason="no_source"} 1\n');
  });

  test('keeps a verdict anew when its row is past the retention', async () => {
    const store = fakeStore();
    const app = appWith({ store });
    const judged = await asked(app);
    await send(app, { ...judged, verdict: 'bad' });
    store.prune(new Date(Date.now() + 60_000));
    await send(app, { ...judged, verdict: 'bad' });
    expect(store.feedback()).toHaveLength(1);
  });

  test.each<[string, (judged: Judged) => unknown, number, string]>([
    [
      'words that were never said',
      (judged) => ({ ...judged, answer: '全免费[1]。', verdict: 'good' }),
      403,
      'receipt_wrong',
    ],
    ['a receipt of nobody', (judged) => ({ ...judged, receipt: 'x', verdict: 'good' }), 403, 'receipt_wrong'],
    ['no receipt', ({ question, answer }) => ({ question, answer, verdict: 'good' }), 400, 'invalid_request'],
    ['an unknown verdict', (judged) => ({ ...judged, verdict: 'so-so' }), 400, 'invalid_request'],
    [
      'an unknown reason',
      (judged) => ({ ...judged, verdict: 'bad', reason: 'ugly' }),
      400,
      'invalid_request',
    ],
    [
      'a comment without end',
      (judged) => ({ ...judged, verdict: 'bad', comment: '长'.repeat(10_001) }),
      400,
      'invalid_request',
    ],
    [
      'what is too large',
      (judged) => ({ ...judged, verdict: 'bad', comment: '长'.repeat(30_000) }),
      413,
      'body_too_large',
    ],
    ['no JSON', () => '{', 400, 'invalid_json'],
    ['a list', () => [], 400, 'invalid_request'],
  ])('takes nothing from %s', async (_, change, status, code) => {
    const store = fakeStore();
    const app = appWith({ store });
    const response = await send(app, change(await asked(app)));
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { code, message: expect.stringMatching(/。$/) } });
    expect(store.feedback()).toEqual([]);
  });

  test.each([
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'nonsense' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site', origin: 'null' }, 403],
    [{ 'sec-fetch-site': 'same-origin', origin: 'null' }, 200],
    [{ origin: 'https://ask.example' }, 200],
    [{ origin: 'null' }, 200],
    [{}, 200],
  ])('sent with %o ends with %i', async (headers, status) => {
    const store = fakeStore();
    const app = appWith({ store });
    const body = { ...(await asked(app)), verdict: 'good' };
    expect((await send(app, body, { host: 'ask.example', ...headers })).status).toBe(status);
    expect(store.feedback()).toHaveLength(status === 200 ? 1 : 0);
  });

  test('thanks nobody when the store fails', async () => {
    const addFeedback = () => {
      throw new BotError('store_unavailable', 'the disk is full');
    };
    const app = appWith({ store: { ...fakeStore(), addFeedback } });
    const judged = await asked(app);
    const response = await send(app, { ...judged, verdict: 'good' });
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({
      error: { code: 'feedback_not_kept', message: '这条评价没能记下来，请稍后再试。' },
    });
    const page = await submit(app, { ...judged, verdict: 'good' });
    expect(page.status).toBe(503);
    expect(await page.text()).toMatch(/没能记下来(?![\s\S]*谢谢)/);
  });

  test('limits how much one address sends, apart from its questions', async () => {
    const app = appWith({ feedbackPerMinute: 2, now: () => Date.UTC(2026, 10, 1) });
    const body = { ...(await asked(app)), verdict: 'good' };
    const statuses: number[] = [];
    for (let time = 0; time < 3; time++)
      statuses.push((await send(app, body, {}, connectionFrom('203.0.113.7'))).status);
    expect(statuses).toEqual([200, 200, 429]);
    expect((await send(app, body, {}, connectionFrom('203.0.113.8'))).status).toBe(200);
  });

  test('takes only POST', async () => {
    const response = await appWith().request('/api/feedback');
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });
});

describe('feedback without JavaScript', () => {
  test('goes from the answer to thanks, with a reason in between when it was no good', async () => {
    const store = fakeStore();
    const app = appWith({ store });
    const question = '谁能送餐？\r\n"<b>急</b>"&13812345678';
    const answerPage = await app.request('/ask', {
      method: 'POST',
      body: new URLSearchParams({ q: question }),
    });
    const fields = fieldsOf(await answerPage.text());
    expect(Object.keys(fields)).toEqual(['receipt', 'question', 'answer']);
    const more = await submit(app, { ...fields, verdict: 'bad' });
    expect(more.status).toBe(200);
    const html = await more.text();
    expect(html).toContain('已经记下了');
    expect(html).not.toContain('<b>');
    for (const reason of ['不对', '不全', '过时', '看不懂', '没来源']) expect(html).toContain(reason);
    const thanks = await submit(app, { ...fieldsOf(html), reason: 'unclear', comment: '' });
    expect(await thanks.text()).toMatch(/谢谢，已经记下了。(?![\s\S]*<form class="feedback)/);
    expect(store.feedback()).toEqual([
      expect.objectContaining({
        verdict: 'bad',
        reason: 'unclear',
        comment: null,
        question: expect.stringContaining('〔手机号〕'),
      }),
    ]);
  });

  test('is told on a page when something is wrong', async () => {
    const response = await submit(appWith(), { verdict: 'good' });
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(await response.text()).toContain('字段不对');
  });
});

test('an unanswered question is kept under the same name as the feedback of that person', async () => {
  const store = fakeStore();
  const ask = async () =>
    sampleAnswer(QUESTION, { status: 'refused', reason: 'not_in_documents', citations: [] });
  const assistant = recording(fakeAssistant({ ask }), { channel: 'web', store, logger });
  const app = appWith({ store, assistant, clientAddressHeader: 'x-forwarded-for' });
  const headers = { 'x-forwarded-for': 'forged, 203.0.113.7' };
  const body = JSON.stringify({ question: QUESTION });
  await app.request('/api/ask', { method: 'POST', body, headers });
  await app.request('/ask', { method: 'POST', body: new URLSearchParams({ q: QUESTION }), headers });
  await app.request('/api/ask', { method: 'POST', body, headers: { 'x-forwarded-for': '203.0.113.8' } });
  const [first, second, third] = store.unanswered().map(({ person }) => person);
  expect([first, second]).toEqual(Array(2).fill(secrets.pseudonym('web', '203.0.113.7')));
  expect(third).not.toBe(first);
});
