import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Answer } from './answers/answer.ts';
import { contract } from './answers/test-contract.ts';
import { TODAY, writeTestSeeds } from './answers/test-pages.ts';
import { TelegramDouble } from './channels/telegram/test-double.ts';
import { TestPerson } from './channels/telegram/test-people.ts';
import { openStoreReader } from './conversations/open-store.ts';
import { createLogger } from './logger.ts';
import { openAssistant } from './open.ts';

const PROJECT = join(import.meta.dirname, '..');
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wenqiao-main-'));
  writeTestSeeds(join(folder, 'seeds'));
  const logger = createLogger({ level: 'silent' });
  await openAssistant({
    seeds: join(folder, 'seeds'),
    index: join(folder, 'index'),
    logger,
    clock: () => TODAY,
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Program {
  readonly child: ChildProcessWithoutNullStreams;
  readonly output: { stdout: string; stderr: string };
  readonly ended: Promise<number | null>;
  /** The address that it prints once it serves. */
  readonly serving: Promise<string>;
}

/** Settings over the test pages; all that a developer may have in .env is overridden. */
function settingsWith(settings: Record<string, string>): Record<string, string> {
  return {
    HOST: '127.0.0.1',
    PORT: '0',
    WEB: 'true',
    TELEGRAM_BOT_TOKEN: '',
    TELEGRAM_WEBHOOK_URL: '',
    TELEGRAM_WEBHOOK_SECRET: '',
    MAINTAINER_IDS: '',
    LLM_BASE_URL: '',
    LLM_API_KEY: '',
    LLM_MODEL: '',
    AUTO_RELOAD: 'true',
    SEEDS_DIR: join(folder, 'seeds'),
    INDEX_DIR: join(folder, 'index'),
    STORE_DIR: join(folder, 'store'),
    LOG_LEVEL: 'info',
    ...settings,
  };
}

/** Starts the program on its own. */
function start(settings: Record<string, string>): Program {
  const env = { ...process.env, ...settingsWith(settings) };
  const child = spawn(process.execPath, ['--import', 'tsx', 'bot/main.ts'], { cwd: PROJECT, env });
  const output = { stdout: '', stderr: '' };
  child.stderr.on('data', (part) => {
    output.stderr += part;
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const serving = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (part) => {
      output.stdout += part;
      const address = output.stdout.match(/http:\/\/\S+/)?.[0];
      if (address !== undefined) resolve(address);
    });
    void ended.then(() => reject(new Error(`ended without serving: ${output.stderr}`)));
  });
  serving.catch(() => undefined);
  return { child, output, ended, serving };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Runs the program within this one, up to the end that it comes to by itself. */
async function run(
  settings: Record<string, string>,
): Promise<{ code: unknown; stdout: string; stderr: string }> {
  const output = { stdout: '', stderr: '' };
  for (const [name, value] of Object.entries(settingsWith(settings))) vi.stubEnv(name, value);
  for (const stream of ['stdout', 'stderr'] as const)
    vi.spyOn(process[stream], 'write').mockImplementation((part) => {
      output[stream] += part;
      return true;
    });
  const before = process.exitCode;
  vi.resetModules();
  await import('./main.ts');
  const code = process.exitCode;
  process.exitCode = before;
  return { code, ...output };
}

describe('the program', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });

  test('serves the page and its answers, and ends with 0 when it is told to', async () => {
    const { child, output, ended, serving } = start({});
    const address = await serving;
    const health = await fetch(new URL('/healthz', address));
    expect(health.status).toBe(200);
    const asked = await fetch(new URL('/api/ask', address), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ question: '共享书房几点开门？' }),
    });
    const answer = await asked.json();
    expect(contract.safeParse(answer).error?.issues ?? []).toEqual([]);
    expect(answer).toMatchObject({ status: 'answered' });
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(output.stdout).toContain('问桥已启动');
    expect(output.stderr).toContain('stopping');
    expect(output.stderr).not.toContain('共享书房');
  });

  test('reads its documents again when it is told to by SIGHUP, and goes on', async () => {
    const { child, output, ended, serving } = start({ AUTO_RELOAD: 'false' });
    const address = await serving;
    const page = join(folder, 'seeds/zhuchuan.txt');
    writeFileSync(page, readFileSync(page, 'utf8').replace('现有队员22名', '现有队员28名'));
    child.kill('SIGHUP');
    await vi.waitFor(() => expect(output.stderr).toContain('index is up to date'), { timeout: 60_000 });
    const asked = await fetch(new URL('/api/ask', address), {
      method: 'POST',
      body: JSON.stringify({ question: '竹川镇综合执法队有多少名队员？' }),
    });
    expect(await asked.json()).toMatchObject({ answer: expect.stringContaining('28名') });
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  }, 90_000);

  test('keeps what it could not answer and what people say of answers', async () => {
    const { child, output, ended, serving } = start({});
    const address = await serving;
    const ask = async (question: string) => {
      const headers = { prefer: 'feedback-receipt' };
      const body = JSON.stringify({ question });
      const response = await fetch(new URL('/api/ask', address), { method: 'POST', headers, body });
      return (await response.json()) as Answer & { receipt: string };
    };
    expect(await ask('共享书房的馆长叫什么名字，电话是13812345678吗？')).toMatchObject({ status: 'refused' });
    const { question, answer, receipt } = await ask('共享书房几点开门？');
    const body = JSON.stringify({ question, answer, receipt, verdict: 'good' });
    const sent = await fetch(new URL('/api/feedback', address), { method: 'POST', body });
    expect(await sent.json()).toEqual({ kept: true });
    child.kill('SIGKILL');
    await ended;
    const store = openStoreReader(join(folder, 'store'), { clock: () => TODAY });
    const [unanswered] = store.unanswered();
    expect(unanswered).toMatchObject({
      ...{ channel: 'web', person: expect.stringMatching(/^[\w-]{16}$/) },
      question: '共享书房的馆长叫什么名字，电话是〔手机号〕吗？',
    });
    expect(store.feedback()).toEqual([
      expect.objectContaining({ verdict: 'good', question, answer, person: unanswered?.person }),
    ]);
    store.close();
    expect(output.stderr).not.toContain('书房');
  });

  test('is sent updates by Telegram, and answers after a kill what it had taken in', async () => {
    const telegram = await TelegramDouble.start();
    const port = await freePort();
    const settings = {
      PORT: String(port),
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      TELEGRAM_WEBHOOK_URL: `http://127.0.0.1:${port}/telegram`,
      TELEGRAM_WEBHOOK_SECRET: 'a-secret-for-this-test',
      STORE_DIR: join(folder, 'store-of-telegram'),
    };
    const first = start(settings);
    await telegram.until(() => telegram.webhook.isSet, 60_000);
    // The answer waits a second for it, which leaves time to kill.
    telegram.fail({ method: 'sendChatAction', delayMs: 5_000 });
    new TestPerson(telegram, 7).says('共享书房几点开门？');
    await telegram.until(() => telegram.webhook.deliveries.length === 1, 20_000);
    first.child.kill('SIGKILL');
    await first.ended;
    expect(telegram.webhook.deliveries.map(({ status }) => status)).toEqual([200]);
    expect(telegram.sent()).toEqual([]);
    const second = start(settings);
    await telegram.until(() => telegram.sent().length === 1, 60_000);
    expect(telegram.sent()[0]?.text).toContain('出处');
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
    await telegram.close();
    expect(first.output.stderr + second.output.stderr).not.toMatch(/书房|a-secret-for|TEST-token/);
  }, 180_000);

  test('names a taken port in one line and ends with 1', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as AddressInfo;
    const { code, stdout, stderr } = await run({ LOG_LEVEL: 'silent', PORT: String(port) });
    holder.close();
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(
      new RegExp(`^wenqiao: port ${port} on 127\\.0\\.0\\.1 is taken: [^\\n]*PORT=[^\\n]*\\n$`),
    );
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ['a host that is none', { HOST: 'http://127.0.0.1' }, /HOST=http:\/\/127\.0\.0\.1 .* set HOST to/],
    ['a port beyond the last', { PORT: '99999' }, /PORT \(/],
    ['a choice that is none', { AUTO_RELOAD: 'sometimes' }, /AUTO_RELOAD/],
    ['wrong settings, all named, no value echoed', { PORT: 'soon', LOG_LEVEL: 'loud' }, /PORT.*LOG_LEVEL/],
    [
      'a seeds folder that is not there',
      { SEEDS_DIR: '/nowhere/seeds', INDEX_DIR: '/nowhere/index' },
      /SEEDS_DIR/,
    ],
    ['a store folder that is a file', { STORE_DIR: fileURLToPath(import.meta.url) }, /store .*STORE_DIR/],
    ['no channel left', { WEB: 'false' }, /no channel/],
  ])('ends with 1 and one line for %s', async (_, settings, line) => {
    const { code, stdout, stderr } = await run({ LOG_LEVEL: 'silent', ...settings });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(line);
    expect(stderr).toMatch(/^wenqiao: [^\n]+\n$/);
    expect(stderr).not.toMatch(/soon|loud/);
  });
});
