import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { Hono } from 'hono';
import { afterEach, describe, expect, it } from 'vitest';
import { BotError } from '../../errors.ts';
import { createLogger } from '../../logger.ts';
import { createWebApp } from './app.ts';
import { fakeAssistant, sampleAnswer } from './fake-assistant.ts';
import { KEPT_ALIVE_MS, type ServeWebOptions, serveWeb } from './serve.ts';

const logger = createLogger({ level: 'silent' });
const closings: (() => Promise<unknown>)[] = [];

async function serve(options: Partial<ServeWebOptions> = {}) {
  const app = createWebApp({ assistant: fakeAssistant(), logger });
  const server = await serveWeb({ app, host: '127.0.0.1', port: 0, logger, ...options });
  closings.push(() => server.close());
  return server;
}

function portOf(address: string): number {
  return Number(new URL(address).port);
}

afterEach(async () => {
  await Promise.all(closings.splice(0).map((close) => close()));
});

describe('serveWeb', () => {
  it('serves the page at the address it gives', async () => {
    const { address } = await serve();
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const response = await fetch(`${address}/healthz`);
    expect(await response.json()).toMatchObject({ status: 'ok', passages: 42 });
  });

  it('names a taken port and what to do about it', async () => {
    const port = portOf((await serve()).address);
    const error = await serve({ port }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(BotError);
    expect(error).toMatchObject({ reason: 'port_taken' });
    expect((error as BotError).message).toMatch(
      new RegExp(`^[^\\n]*port ${port}[^\\n]*PORT=${port + 1}[^\\n]*$`),
    );
  });

  it('names a host that this machine does not have', async () => {
    const error = await serve({ host: '203.0.113.1' }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      reason: 'configuration_invalid',
      message: expect.stringContaining('HOST=203.0.113.1'),
    });
  });

  it('answers a body that is too large before it has come in', async () => {
    const { address } = await serve();
    const response = await fetch(`${address}/api/ask`, { method: 'POST', body: 'x'.repeat(2_000_000) });
    expect(response.status).toBe(413);
  });

  it('keeps a connection longer than a proxy in front does, and says so', async () => {
    const { address } = await serve();
    const { headers } = await fetch(`${address}/livez`);
    expect(headers.get('keep-alive')).toBe(`timeout=${KEPT_ALIVE_MS / 1_000}`);
    const proxy = readFileSync(new URL('../../../docs/deployment/nginx.conf', import.meta.url), 'utf8');
    const seconds = Number(/keepalive_timeout (\d+)s;/.exec(proxy)?.[1]);
    expect(seconds).toBeLessThan(KEPT_ALIVE_MS / 1_000);
  });

  it('refuses a flood of headers', async () => {
    const { address } = await serve();
    const response = await fetch(`${address}/healthz`, { headers: { 'x-flood': 'x'.repeat(32 * 1024) } });
    expect(response.status).toBe(431);
  });

  it('tells the assistant that the person has hung up', async () => {
    let told = (): void => {};
    const aborted = new Promise<void>((resolve) => {
      told = resolve;
    });
    const assistant = fakeAssistant({
      ask: (request, options) => {
        options?.onSentence?.('第一句。');
        return new Promise((resolve) => {
          options?.signal?.addEventListener('abort', () => {
            told();
            resolve(sampleAnswer(request.question));
          });
        });
      },
    });
    const { address } = await serve({ app: createWebApp({ assistant, logger }) });
    const person = new AbortController();
    const response = await fetch(`${address}/api/ask`, {
      method: 'POST',
      headers: { accept: 'text/event-stream' },
      body: JSON.stringify({ question: '？' }),
      signal: person.signal,
    });
    await response.body!.getReader().read();
    person.abort();
    await expect(aborted).resolves.toBeUndefined();
  });
});

describe('close', () => {
  it('lets a running request finish, takes no new one, and may be called twice', async () => {
    const app = new Hono();
    let arrived = (): void => {};
    const running = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    app.get('/slow', async (c) => {
      arrived();
      await new Promise((resolve) => setTimeout(resolve, 150));
      return c.text('done');
    });
    const server = await serve({ app });
    const response = fetch(`${server.address}/slow`);
    await running;
    const closing = server.close();
    expect(server.close()).toBe(closing);
    await expect(fetch(`${server.address}/slow`)).rejects.toThrow();
    expect(await (await response).text()).toBe('done');
    // Well before the connection would have been dropped for being idle.
    const started = performance.now();
    await closing;
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('cuts off what does not end in time', async () => {
    const app = new Hono();
    let arrived = (): void => {};
    const running = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    app.get('/never', () => {
      arrived();
      return new Promise<Response>(() => {});
    });
    const server = await serve({ app, closeWithinMs: 100 });
    const cutOff = expect(fetch(`${server.address}/never`)).rejects.toThrow();
    await running;
    const started = performance.now();
    await server.close();
    expect(performance.now() - started).toBeLessThan(2_000);
    await cutOff;
  });

  it('does not wait for connections that ask nothing', async () => {
    const server = await serve();
    const socket = connect(portOf(server.address), '127.0.0.1');
    await new Promise((resolve) => socket.once('connect', resolve));
    const started = performance.now();
    await server.close();
    expect(performance.now() - started).toBeLessThan(2_000);
    socket.destroy();
  });
});
