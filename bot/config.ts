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

/** Every setting the program reads; `.env.example` explains each, and a test holds the two together. */
export const settings = z.object({
  HOST: z.preprocess(unset, z.string().default('127.0.0.1')),
  PORT: number(8080, 0, 65_535),
  WEB: flag(true),
  TELEGRAM_BOT_TOKEN: text,
  TELEGRAM_API_ROOT: z.preprocess(unset, z.url({ protocol: /^https?$/ }).default('https://api.telegram.org')),
  SEEDS_DIR: z.preprocess(unset, z.string().default('seeds')),
  INDEX_DIR: z.preprocess(unset, z.string().default('.index')),
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
  return {
    ...config,
    SEEDS_DIR: resolve(base, config.SEEDS_DIR),
    INDEX_DIR: resolve(base, config.INDEX_DIR),
  };
}

/** The chat model's settings, or undefined when none is configured. */
export function modelSettings(
  config: Config,
): { baseUrl: string; model: string; timeoutMs: number; apiKey?: string } | undefined {
  const { LLM_BASE_URL: baseUrl, LLM_MODEL: model, LLM_API_KEY: apiKey, LLM_TIMEOUT_MS: timeoutMs } = config;
  if (baseUrl === undefined || model === undefined) return undefined;
  return { baseUrl, model, timeoutMs, ...(apiKey === undefined ? {} : { apiKey }) };
}
