import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readConfig, settings, webhookSettings } from './config.ts';
import { BotError } from './errors.ts';

function faultOf(environment: Record<string, string>): BotError {
  try {
    readConfig(environment, '/srv');
  } catch (error) {
    if (error instanceof BotError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('the settings', () => {
  it('do without any', () => {
    const config = readConfig({}, '/srv');
    expect(config).toMatchObject({
      HOST: '127.0.0.1',
      PORT: 8080,
      SEEDS_DIR: '/srv/seeds',
      INDEX_DIR: '/srv/.index',
    });
    expect(config.TELEGRAM_BOT_TOKEN).toBeUndefined();
  });

  it('take an empty value for none', () => {
    const empty = Object.fromEntries(Object.keys(settings.shape).map((name) => [name, '']));
    expect(readConfig(empty, '/srv')).toEqual(readConfig({}, '/srv'));
  });

  it('leave absolute folders where they are', () => {
    expect(readConfig({ SEEDS_DIR: '/data/pages', INDEX_DIR: 'i' }, '/srv')).toMatchObject({
      SEEDS_DIR: '/data/pages',
      INDEX_DIR: '/srv/i',
    });
  });

  it.each([
    ['true', true],
    ['1', true],
    ['false', false],
    ['0', false],
  ])('read %s as a choice', (value, expected) => {
    expect(readConfig({ WEB: value, AUTO_RELOAD: value, LOG_USER_TEXT: value }, '/srv')).toMatchObject({
      WEB: expected,
      AUTO_RELOAD: expected,
      LOG_USER_TEXT: expected,
    });
  });

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['WEB', 'perhaps'],
    ['TELEGRAM_API_ROOT', 'ftp://files'],
    ['LLM_BASE_URL', 'localhost'],
    ['TELEGRAM_WEBHOOK_URL', 'somewhere'],
    ['TELEGRAM_WEBHOOK_URL', 'http://example.cn/telegram'],
    ['TELEGRAM_WEBHOOK_URL', 'http://127.0.0.1.example.cn/telegram'],
    ['TELEGRAM_WEBHOOK_URL', 'https://example.cn'],
    ['TELEGRAM_WEBHOOK_URL', 'https://example.cn/telegram?key=1'],
    ['TELEGRAM_WEBHOOK_URL', 'https://someone@example.cn/telegram'],
    ['TELEGRAM_WEBHOOK_URL', 'https://example.cn/:any*'],
    ['TELEGRAM_WEBHOOK_SECRET', 'tooshort'],
    ['TELEGRAM_WEBHOOK_SECRET', 'sixteen characters with blanks'],
    ['MAINTAINER_IDS', 'someone'],
    ['MAINTAINER_IDS', '12;34'],
    ['MAINTAINER_IDS', '-100'],
    ['LOG_LEVEL', 'loud'],
  ])('refuse %s=%s without repeating the value', (name, value) => {
    const fault = faultOf({ [name]: value });
    expect(fault.reason).toBe('configuration_invalid');
    expect(fault.message).toContain(name);
    expect(fault.message).not.toContain(value);
  });

  it('take a webhook over https, or from this machine, with its secret', () => {
    const TELEGRAM_WEBHOOK_SECRET = 'abcdefgh-IJKL_0123';
    for (const TELEGRAM_WEBHOOK_URL of [
      'https://example.cn/bot/in',
      'http://127.0.0.1:8080/in',
      'http://[::1]/in',
    ]) {
      const config = readConfig(
        { TELEGRAM_WEBHOOK_URL, TELEGRAM_WEBHOOK_SECRET, TELEGRAM_BOT_TOKEN: '1:x' },
        '/',
      );
      expect(webhookSettings(config)).toEqual({ url: TELEGRAM_WEBHOOK_URL, secret: TELEGRAM_WEBHOOK_SECRET });
    }
    expect(webhookSettings(readConfig({ TELEGRAM_BOT_TOKEN: '1:x' }, '/'))).toBeUndefined();
  });

  it.each([
    [{ TELEGRAM_WEBHOOK_URL: 'https://example.cn/in' }, 'go together'],
    [{ TELEGRAM_WEBHOOK_SECRET: 'abcdefgh-IJKL_0123' }, 'go together'],
    [
      {
        TELEGRAM_WEBHOOK_URL: 'https://example.cn/in',
        TELEGRAM_WEBHOOK_SECRET: 'abcdefgh-IJKL_0123',
        WEB: 'false',
      },
      'WEB=true',
    ],
  ])('refuse half a webhook: %j', (environment, line) => {
    const { reason, message } = faultOf(environment);
    expect(reason).toBe('configuration_invalid');
    expect(message).toContain(line);
    expect(message).not.toMatch(/example\.cn|abcdefgh/);
  });

  it('read maintainers as numbers, each once', () => {
    expect(readConfig({ MAINTAINER_IDS: ' 12, 34,12 , ' }, '/').MAINTAINER_IDS).toEqual([12, 34]);
    expect(readConfig({}, '/').MAINTAINER_IDS).toBeUndefined();
  });

  it('name everything that is wrong at once, in one line', () => {
    const { message } = faultOf({ PORT: 'x', LOG_LEVEL: 'y', LLM_BASE_URL: 'z' });
    expect(message).toMatch(/^(?=.*PORT)(?=.*LOG_LEVEL)(?=.*LLM_BASE_URL).*\.env\.example$/);
  });
});

describe('.env.example', () => {
  const lines = readFileSync(new URL('../.env.example', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  const example = parseEnv(lines.join('\n'));
  const defaults = settings.parse({});

  it('holds every setting once, and nothing else', () => {
    const names = lines.flatMap((line) => /^([A-Z_0-9]+)=/.exec(line)?.[1] ?? []);
    expect(names.toSorted()).toEqual(Object.keys(settings.shape).toSorted());
    expect(lines.filter((line) => line !== '' && !/^(?:# \S|[A-Z_0-9]+=)/.test(line))).toEqual([]);
  });

  it('changes nothing when it is used as it is', () => {
    expect(settings.parse(example)).toEqual(defaults);
  });

  it.each(Object.keys(settings.shape))('shows and explains %s', (name) => {
    const at = lines.findIndex((line) => line.startsWith(`${name}=`));
    expect(lines[at - 1]).toMatch(/^# \S/);
    expect(example[name] === '').toBe(defaults[name as keyof typeof defaults] === undefined);
  });
});
