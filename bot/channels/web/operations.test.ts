import { expect, it } from 'vitest';
import { createLogger } from '../../logger.ts';
import { createMetrics } from '../../metrics/metrics.ts';
import { readExposition } from '../../metrics/read-exposition.ts';
import { createWebApp, type WebAppDependencies } from './app.ts';
import { fakeAssistant, sampleAnswer } from './fake-assistant.ts';

function appWith(dependencies: Partial<WebAppDependencies> = {}) {
  return createWebApp({
    assistant: fakeAssistant(),
    logger: createLogger({ level: 'silent' }),
    ...dependencies,
  });
}

/** The figures as somebody at this address gets them. */
function figures(
  app: ReturnType<typeof appWith>,
  remoteAddress = '127.0.0.1',
  headers: Record<string, string> = {},
): Promise<Response> {
  return Promise.resolve(app.request('/metrics', { headers }, { incoming: { socket: { remoteAddress } } }));
}

const ask = (question: string, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers,
  body: JSON.stringify({ question }),
});

it('tells a process that lives from one that is ready', async () => {
  const health = () => ({ ready: false, indexedAt: '2024-01-02T03:04:05.000Z', passages: 0 });
  const app = appWith({ assistant: fakeAssistant({ health }) });
  const [alive, ready] = [await app.request('/livez'), await app.request('/healthz')];
  expect([alive.status, ready.status]).toEqual([200, 503]);
  expect(await ready.json()).toMatchObject({ status: 'not_ready', ready: false });
  expect((await appWith().request('/healthz')).status).toBe(200);
});

it('does not count the question of a load balancer as somebody turned away', async () => {
  const metrics = createMetrics();
  const health = () => ({ ready: false, indexedAt: '2024-01-02T03:04:05.000Z', passages: 0 });
  const app = appWith({ metrics, assistant: fakeAssistant({ health }) });
  await app.request('/healthz');
  expect(metrics.read()).not.toContain('wenqiao_turned_away_total');
});

it.each<[string, WebAppDependencies['metricsFor'], string, Record<string, string>, number]>([
  ['this machine', 'loopback', '127.0.0.1', {}, 200],
  ['this machine over IPv6', 'loopback', '::1', {}, 200],
  ['another machine', 'loopback', '192.0.2.7', {}, 404],
  [
    'another machine by a proxy on this one',
    'loopback',
    '127.0.0.1',
    { 'x-forwarded-for': '192.0.2.7' },
    404,
  ],
  ['a proxy that names itself alone', 'loopback', '127.0.0.1', { via: '1.1 proxy' }, 404],
  ['anybody when they are off', 'off', '127.0.0.1', {}, 404],
  ['everybody when they are public', 'public', '192.0.2.7', { 'x-forwarded-for': '192.0.2.9' }, 200],
])('figures, for %s', async (_, metricsFor, address, headers, status) => {
  const app = appWith({ ...(metricsFor === undefined ? {} : { metricsFor }) });
  expect((await figures(app, address, headers)).status).toBe(status);
});

it('figures are for this machine unless a setting says otherwise', async () => {
  expect((await figures(appWith(), '192.0.2.7')).status).toBe(404);
  const response = await figures(appWith());
  expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
});

it('every way to ask is counted, and nothing of what was asked gets in', async () => {
  const metrics = createMetrics();
  const app = appWith({ metrics });
  await app.request('/api/ask', ask('身份证330719199001011234丢了'));
  await (await app.request('/api/ask', ask('哪里补办？', { accept: 'text/event-stream' }))).text();
  await app.request('/ask?q=几点开门');
  const text = await (await figures(app)).text();
  const questions = readExposition(text).get('wenqiao_questions_total')!.samples;
  expect(questions).toEqual([{ labels: { channel: 'web', status: 'answered', reason: 'none' }, value: 3 }]);
  expect(text).not.toMatch(/330719|补办|开门|食堂/);
});

it('counts whom a limit turns away, by the limit', async () => {
  const metrics = createMetrics();
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const assistant = fakeAssistant({
    ask: async ({ question }) => {
      await held;
      return sampleAnswer(question);
    },
  });
  const app = appWith({
    metrics,
    assistant,
    ...{ concurrentAsks: 1, waitingAsks: 1, askTimeoutMs: 60, asksPerMinute: 1, bodyBytes: 500 },
    clientAddressHeader: 'x-client',
  });
  const running = app.request(
    '/api/ask',
    ask('一', { accept: 'text/event-stream', 'x-client': '192.0.2.1' }),
  );
  const waiting = app.request('/api/ask', ask('二', { 'x-client': '192.0.2.2' }));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(metrics.read()).toContain('wenqiao_waiting_questions{channel="web"} 1\n');
  const busy = await app.request('/api/ask', ask('三', { 'x-client': '192.0.2.3' }));
  const fast = await app.request('/api/ask', ask('四', { 'x-client': '192.0.2.3' }));
  const large = await app.request('/api/ask', ask('五'.repeat(500), { 'x-client': '192.0.2.4' }));
  expect([busy.status, fast.status, large.status]).toEqual([503, 429, 413]);
  expect(await (await running).text()).toContain('event: error');
  await waiting;
  release();
  const { samples } = readExposition(metrics.read()).get('wenqiao_turned_away_total')!;
  // Whoever waited may be called in just before their own time is up, or not any more.
  const counted = Object.fromEntries(samples.map(({ labels, value }) => [labels.limit, value]));
  expect(counted).toMatchObject({ rate: 1, size: 1 });
  expect([counted.time, counted.queue]).toSatisfy(([time, queue]) => time >= 1 && time + queue === 3);
});
