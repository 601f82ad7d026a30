import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Answer } from '../../answers/answer.ts';
import { createLogger } from '../../logger.ts';
import { createWebApp } from '../web/app.ts';
import { fakeAssistant } from '../web/fake-assistant.ts';
import { serveWeb } from '../web/serve.ts';
import { Webhook } from '../webhook.ts';
import { answerWith, startTestChannel, type TestChannel, type TestChannelOptions } from './test-channel.ts';
import { TelegramDouble } from './test-double.ts';
import { TestPerson } from './test-people.ts';

const SECRET = 'a-secret_of-32-characters-or-so';
const HEADER = 'x-telegram-bot-api-secret-token';
const silent = createLogger({ level: 'silent' });

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The web server with the route, on a port of its own. */
async function serve(port: number): Promise<Webhook> {
  const webhook = new Webhook({ url: `http://127.0.0.1:${port}/telegram/in`, secret: SECRET });
  const app = createWebApp({ ...webParts(), webhook });
  const server = await serveWeb({ app, host: '127.0.0.1', port, logger: silent });
  onTestFinished(() => server.close());
  return webhook;
}

async function start(options: TestChannelOptions = {}): Promise<TestChannel & { readonly webhook: Webhook }> {
  const webhook = options.webhook ?? (await serve(await freePort()));
  const channel = await startTestChannel({ ...options, webhook });
  await channel.double.until(() => channel.double.webhook.isSet);
  return { ...channel, webhook };
}

describe('through a webhook', () => {
  test('Telegram is told where, what to show and which updates, and a question is answered', async () => {
    const { double, person, webhook } = await start();
    expect(double.done('setWebhook')).toEqual([
      {
        url: webhook.url,
        secret_token: SECRET,
        allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
      },
    ]);
    person.says('谁能送餐上门？');
    await double.until(() => double.sent().length === 1);
    expect(double.sent()[0]?.text).toContain('孤寡');
    expect(double.calls.some(({ method }) => method === 'getUpdates')).toBe(false);
  });

  test('an update is acknowledged before it is answered', async () => {
    const held: ((answer: Answer) => void)[] = [];
    const { double, person } = await start({ ask: () => new Promise((resolve) => held.push(resolve)) });
    person.says('谁能送餐上门？');
    await double.until(() => double.webhook.deliveries.length === 1);
    expect(double.webhook.deliveries[0]?.status).toBe(200);
    expect(double.sent()).toEqual([]);
    await expect.poll(() => held.length).toBe(1);
    held[0]?.(answerWith());
    await double.until(() => double.sent().length === 1);
  });

  test('one chat is answered in order while another is served meanwhile', async () => {
    const slow: ((answer: Answer) => void)[] = [];
    const { double, person } = await start({
      ask: ({ question }) =>
        question === '慢' ? new Promise((resolve) => slow.push(resolve)) : answerWith({ answer: question }),
    });
    person.says('慢');
    person.says('快');
    new TestPerson(double, 8).says('别处');
    await double.until(() => double.sent(8).length === 1);
    expect(double.sent(7)).toEqual([]);
    slow[0]?.(answerWith({ answer: '慢的答完了' }));
    await double.until(() => double.sent(7).length === 2);
    expect(double.sent(7).map(({ text }) => String(text).split('\n')[0])).toEqual(['慢的答完了', '快']);
  });

  test('an update that is sent again is answered once', async () => {
    const { double, person, assistant } = await start();
    const { update } = person.says('第1问');
    double.deliverAgain(update);
    person.says('第2问');
    await double.until(() => double.sent().length === 2);
    expect(assistant.asked.map(({ question }) => question)).toEqual(['第1问', '第2问']);
  });

  test('a stop finishes what runs, takes nothing new, and the next start gets what came meanwhile', async () => {
    const held: ((answer: Answer) => void)[] = [];
    const { double, person, channel, webhook, store } = await start({
      ask: () => new Promise((resolve) => held.push(resolve)),
    });
    person.says('第1问');
    await expect.poll(() => held.length).toBe(1);
    const stopped = channel.stop();
    person.says('第2问');
    await double.until(() => double.webhook.deliveries.some(({ status }) => status === 503));
    held[0]?.(answerWith());
    await stopped;
    expect(double.sent()).toHaveLength(1);
    expect(await channel.ended).toBeUndefined();
    const next = await start({ double, webhook, store });
    await double.until(() => double.sent().length === 2);
    expect(next.assistant.asked.map(({ question }) => question)).toEqual(['第2问']);
  });

  test('polling takes the webhook away', async () => {
    const { double, channel } = await start();
    await channel.stop();
    const polling = await startTestChannel({ double });
    polling.person.says('谁能送餐上门？');
    await double.until(() => double.sent().length === 1);
    expect(double.webhook.isSet).toBe(false);
  });

  test('the network may be missing when the webhook is set', async () => {
    const double = await TelegramDouble.start();
    double.fail({ method: 'setWebhook', drop: 'before' });
    double.fail({ method: 'setWebhook', status: 429, parameters: { retry_after: 0 } });
    const { person } = await start({ double });
    person.says('问');
    await double.until(() => double.sent().length === 1);
  });

  test('an address that Telegram refuses ends the channel with one line', async () => {
    const double = await TelegramDouble.start();
    double.fail({ method: 'setWebhook', status: 400, description: 'Bad Request: bad webhook' });
    const webhook = new Webhook({ url: 'http://127.0.0.1:9/in', secret: SECRET });
    const { channel } = await startTestChannel({ double, webhook });
    const end = await channel.ended;
    expect(end).toMatchObject({ reason: 'telegram_webhook_refused' });
    expect(end?.message).toContain('TELEGRAM_WEBHOOK_URL');
    expect(end?.message).not.toContain(SECRET);
  });
});

describe('the route', () => {
  const update = JSON.stringify({ update_id: 1 });
  const cases: readonly {
    title: string;
    secret: string | undefined;
    body: string;
    status: number;
  }[] = [
    { title: 'takes an update', secret: SECRET, body: update, status: 200 },
    { title: 'knows no one without the secret', secret: undefined, body: update, status: 401 },
    { title: 'knows no one with another secret', secret: 'other', body: update, status: 401 },
    { title: 'does not read on without the secret', secret: 'other', body: '{', status: 401 },
    { title: 'refuses what is no JSON', secret: SECRET, body: '{', status: 400 },
    { title: 'refuses what is no update', secret: SECRET, body: '[]', status: 400 },
    { title: 'refuses an update without a number', secret: SECRET, body: '{"update_id":"1"}', status: 400 },
    { title: 'refuses nothing at all', secret: SECRET, body: '', status: 400 },
    {
      title: 'refuses too much',
      secret: SECRET,
      body: JSON.stringify({ update_id: 1, x: 'x'.repeat(1_100_000) }),
      status: 413,
    },
  ];
  test.each(cases)('$title', async ({ secret, body, status }) => {
    const { webhook } = await start();
    const headers = secret === undefined ? {} : { [HEADER]: secret };
    const response = await fetch(webhook.url, { method: 'POST', headers, body });
    expect(response.status).toBe(status);
    expect(await response.text()).toBe('');
  });

  test('asks for patience while nobody takes in', async () => {
    const webhook = await serve(await freePort());
    const headers = { [HEADER]: SECRET };
    const response = await fetch(webhook.url, { method: 'POST', headers, body: update });
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('5');
  });

  test('is not there without a webhook', async () => {
    const app = createWebApp(webParts());
    const response = await app.request('/telegram/in', { method: 'POST', body: update });
    expect(response.status).toBe(404);
  });
});

function webParts() {
  return { assistant: fakeAssistant(), logger: silent };
}
