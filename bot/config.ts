import { resolve } from 'node:path';
import { z } from 'zod';
import type { EmbeddingSettings } from '../retrieval/embeddings/embedding-settings.ts';
import type { RerankSettings } from '../retrieval/hits/reranker.ts';
import { BotError } from './errors.ts';

/** An empty setting means "not set": `PORT=` in a file must not become 0. */
const unset = (value: unknown): unknown => (value === '' ? undefined : value);
const text = z.preprocess(unset, z.string().optional());
const url = z.preprocess(unset, z.url({ protocol: /^https?$/ }).optional());
const number = (fallback: number, least: number, most: number) =>
  z.preprocess(unset, z.coerce.number().int().min(least).max(most).default(fallback));
const optionalNumber = (least: number, most: number) =>
  z.preprocess(unset, z.coerce.number().int().min(least).max(most).optional());
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
  // The page gives a question up after 30 seconds; with a follow-up completed first, it must be answered before.
  LLM_TIMEOUT_MS: number(15_000, 100, 20_000),
  LLM_TOKENS_PER_DAY: number(0, 0, 1_000_000_000),
  EMBEDDINGS: z.preprocess(unset, z.enum(['static', 'openai', 'local']).default('static')),
  EMBEDDINGS_BASE_URL: url,
  EMBEDDINGS_API_KEY: text,
  EMBEDDINGS_MODEL: text,
  EMBEDDINGS_PATH: text,
  EMBEDDINGS_DIMENSIONS: optionalNumber(2, 8_192),
  EMBEDDINGS_BATCH: number(10, 1, 1_000),
  EMBEDDINGS_TIMEOUT_MS: number(3_000, 100, 60_000),
  EMBEDDINGS_QUERY_PREFIX: text,
  RERANK_BASE_URL: url,
  RERANK_API_KEY: text,
  RERANK_MODEL: text,
  RERANK_TIMEOUT_MS: number(1_500, 100, 10_000),
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
  if ((config.RERANK_BASE_URL === undefined) !== (config.RERANK_MODEL === undefined)) {
    throw new BotError(
      'configuration_invalid',
      'RERANK_BASE_URL and RERANK_MODEL go together: set both to use a reranker, or neither; see .env.example',
    );
  }
  const lacking = EMBEDDINGS_NEED[config.EMBEDDINGS].filter((name) => config[name] === undefined);
  if (lacking.length > 0) {
    throw new BotError(
      'configuration_invalid',
      `EMBEDDINGS=${config.EMBEDDINGS} needs ${lacking.join(' and ')}; see .env.example`,
    );
  }
  checkWebhook(config);
  return {
    ...config,
    SEEDS_DIR: resolve(base, config.SEEDS_DIR),
    INDEX_DIR: resolve(base, config.INDEX_DIR),
    STORE_DIR: resolve(base, config.STORE_DIR),
    ...(config.EMBEDDINGS_PATH === undefined
      ? {}
      : { EMBEDDINGS_PATH: resolve(base, config.EMBEDDINGS_PATH) }),
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

/** What a choice of embeddings can't do without. */
const EMBEDDINGS_NEED = {
  static: [],
  openai: ['EMBEDDINGS_BASE_URL', 'EMBEDDINGS_MODEL'],
  local: ['EMBEDDINGS_PATH'],
} as const satisfies Record<Config['EMBEDDINGS'], readonly (keyof Config)[]>;

/** Which model makes the vectors of the index. */
export function embeddingSettings(config: Config): EmbeddingSettings {
  const shared = { batch: config.EMBEDDINGS_BATCH, queryPrefix: config.EMBEDDINGS_QUERY_PREFIX };
  switch (config.EMBEDDINGS) {
    case 'static':
      return { kind: 'static' };
    case 'local':
      return { kind: 'local', path: config.EMBEDDINGS_PATH!, ...shared };
    case 'openai':
      return {
        kind: 'openai',
        baseUrl: config.EMBEDDINGS_BASE_URL!,
        apiKey: config.EMBEDDINGS_API_KEY,
        model: config.EMBEDDINGS_MODEL!,
        dimensions: config.EMBEDDINGS_DIMENSIONS,
        timeoutMs: config.EMBEDDINGS_TIMEOUT_MS,
        ...shared,
      };
  }
}

/** The reranker's settings, or undefined when none is configured. */
export function rerankSettings(config: Config): RerankSettings | undefined {
  const { RERANK_BASE_URL: baseUrl, RERANK_MODEL: model } = config;
  if (baseUrl === undefined || model === undefined) return undefined;
  return { baseUrl, model, apiKey: config.RERANK_API_KEY, timeoutMs: config.RERANK_TIMEOUT_MS };
}

/** The chat model's settings, or undefined when none is configured. */
export function modelSettings(config: Config): ChatModelSettings | undefined {
  const { LLM_BASE_URL: baseUrl, LLM_MODEL: model, LLM_API_KEY: apiKey } = config;
  if (baseUrl === undefined || model === undefined) return undefined;
  return {
    baseUrl,
    model,
    timeoutMs: config.LLM_TIMEOUT_MS,
    tokensPerDay: config.LLM_TOKENS_PER_DAY,
    ...(apiKey === undefined ? {} : { apiKey }),
  };
}

export interface ChatModelSettings {
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey?: string;
  readonly timeoutMs: number;
  readonly tokensPerDay: number;
}
