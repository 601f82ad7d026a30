import { resolve } from 'node:path';
import { z } from 'zod';
import { BotError } from './errors.ts';

/** An empty setting means "not set": `PORT=` in a file must not become 0. */
const unset = (value: unknown): unknown => (value === '' ? undefined : value);
const text = z.preprocess(unset, z.string().optional());
const url = z.preprocess(unset, z.url({ protocol: /^https?$/ }).optional());
const number = (fallback: number, least: number, most: number) =>
  z.preprocess(unset, z.coerce.number().int().min(least).max(most).default(fallback));
const flag = (fallback: boolean) => z.preprocess(unset, z.stringbool().default(fallback));

/** Numbers of people on Telegram, separated by commas. */
const maintainerIds = z
  .string()
  .regex(/^\s*[1-9]\d{0,15}(?:\s*,\s*[1-9]\d{0,15})*\s*,?\s*$/, 'must be numbers separated by commas')
  .transform((ids) => [...new Set(ids.match(/\d+/g)?.map(Number))]);

/** Telegram sends to https alone; this machine itself may be reached without, by a local server or a test. */
function isWebhookAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, pathname, search, hash, username } = new URL(address);
  const isLoopback = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
  return (
    (protocol === 'https:' || isLoopback) &&
    // The web server takes the path as it stands; no sign in it may mean anything else to it.
    /^(?:\/[\w.~-]+)+$/.test(pathname) &&
    [search, hash, username].every((part) => part === '')
  );
}

/** Every setting the program reads; `.env.example` explains each, and a test holds the two together. */
export const settings = z.object({
  HOST: z.preprocess(unset, z.string().default('127.0.0.1')),
  PORT: number(8080, 0, 65_535),
  WEB: flag(true),
  TELEGRAM_BOT_TOKEN: text,
  TELEGRAM_WEBHOOK_URL: z.preprocess(
    unset,
    z
      .url({ protocol: /^https?$/ })
      .refine(isWebhookAddress, 'must be https with a path of its own')
      .optional(),
  ),
  TELEGRAM_WEBHOOK_SECRET: z.preprocess(
    unset,
    z
      .string()
      .regex(/^[\w-]{16,256}$/, 'must be 16 to 256 letters, digits, _ or -')
      .optional(),
  ),
  MAINTAINER_IDS: z.preprocess(unset, maintainerIds.optional()),
  TELEGRAM_API_ROOT: z.preprocess(unset, z.url({ protocol: /^https?$/ }).default('https://api.telegram.org')),
  SEEDS_DIR: z.preprocess(unset, z.string().default('seeds')),
  INDEX_DIR: z.preprocess(unset, z.string().default('.index')),
  STORE_DIR: z.preprocess(unset, z.string().default('.store')),
  RETENTION_DAYS: number(365, 0, 36_500),
  AUTO_RELOAD: flag(true),
  LLM_BASE_URL: url,
  LLM_API_KEY: text,
  LLM_MODEL: text,
  LLM_TIMEOUT_MS: number(15_000, 100, 300_000),
  WEB_ASKS_PER_MINUTE: number(30, 0, 100_000),
  WEB_CLIENT_ADDRESS_HEADER: text,
  METRICS: z.preprocess(unset, z.enum(['loopback', 'off', 'public']).default('loopback')),
  LOG_LEVEL: z.preprocess(
    unset,
    z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  ),
  LOG_USER_TEXT: flag(false),
});

export type Config = z.infer<typeof settings>;

/**
 * Reads all settings at once. Relative folders are resolved against `base`.
 * Throws `configuration_invalid` naming every wrong setting, and no value.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>, base: string): Config {
  const result = settings.safeParse(environment);
  if (!result.success) {
    const faults = [
      ...new Set(result.error.issues.map((issue) => `${String(issue.path[0])} (${issue.message})`)),
    ];
    throw new BotError('configuration_invalid', `wrong settings: ${faults.join(', ')}; see .env.example`);
  }
  const config = result.data;
  if ((config.LLM_BASE_URL === undefined) !== (config.LLM_MODEL === undefined)) {
    throw new BotError(
      'configuration_invalid',
      'LLM_BASE_URL and LLM_MODEL go together: set both to use a chat model, or neither; see .env.example',
    );
  }
  checkWebhook(config);
  return {
    ...config,
    SEEDS_DIR: resolve(base, config.SEEDS_DIR),
    INDEX_DIR: resolve(base, config.INDEX_DIR),
    STORE_DIR: resolve(base, config.STORE_DIR),
  };
}

function checkWebhook({ TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret, WEB }: Config): void {
  if ((url === undefined) !== (secret === undefined)) {
    throw new BotError(
      'configuration_invalid',
      'TELEGRAM_WEBHOOK_URL and TELEGRAM_WEBHOOK_SECRET go together: set both to be sent updates, or neither to fetch them; see .env.example',
    );
  }
  if (url !== undefined && !WEB) {
    throw new BotError(
      'configuration_invalid',
      'TELEGRAM_WEBHOOK_URL leads to the web server: set WEB=true, or leave the webhook out; see .env.example',
    );
  }
}

/** Where and with which secret Telegram sends updates, or undefined when they are fetched. */
export function webhookSettings(config: Config): { url: string; secret: string } | undefined {
  const { TELEGRAM_BOT_TOKEN, TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret } = config;
  if (TELEGRAM_BOT_TOKEN === undefined || url === undefined || secret === undefined) return undefined;
  return { url, secret };
}

/** The chat model's settings, or undefined when none is configured. */
export function modelSettings(
  config: Config,
): { baseUrl: string; model: string; timeoutMs: number; apiKey?: string } | undefined {
  const { LLM_BASE_URL: baseUrl, LLM_MODEL: model, LLM_API_KEY: apiKey, LLM_TIMEOUT_MS: timeoutMs } = config;
  if (baseUrl === undefined || model === undefined) return undefined;
  return { baseUrl, model, timeoutMs, ...(apiKey === undefined ? {} : { apiKey }) };
}
