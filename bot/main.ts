import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readVocabulary } from '../retrieval/documents/vocabulary.ts';
import { RetrievalError } from '../retrieval/errors.ts';
import { createReworder } from './answers/model/reworder.ts';
import type { Assistant } from './assistant.ts';
import type { Maintenance } from './channels/telegram/maintenance.ts';
import { createWebApp } from './channels/web/app.ts';
import { serveWeb } from './channels/web/serve.ts';
import { Webhook } from './channels/webhook.ts';
import {
  type Config,
  embeddingSettings,
  modelSettings,
  readConfig,
  rerankSettings,
  webhookSettings,
} from './config.ts';
import { gapsOf } from './conversations/gaps.ts';
import { openStore } from './conversations/open-store.ts';
import { openSecrets, type Secrets } from './conversations/pseudonym.ts';
import { recording } from './conversations/recording.ts';
import { keepRetention } from './conversations/retention.ts';
import { createEssence } from './conversations/sameness.ts';
import type { Channel, Store } from './conversations/store.ts';
import { counting, createTally } from './conversations/tally.ts';
import { BotError } from './errors.ts';
import { createLogger, type Logger } from './logger.ts';
import { createMetrics, type Metrics } from './metrics/metrics.ts';
import { openReloadingAssistant } from './reload/open-reloading.ts';
import { startWording } from './wording/start.ts';

/** What is kept of what people ask and say, and under which names. */
interface Records {
  readonly store: Store;
  readonly secrets: Secrets;
}

/** What the channels share. */
interface Service {
  readonly config: Config;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly records: Records;
  /** The assistant for a channel: what it answers is counted, what it cannot answer is kept. */
  readonly assistantFor: (channel: Channel) => Assistant;
  /** Joins the web server and the Telegram channel; undefined where Telegram is polled. */
  readonly webhook: Webhook | undefined;
  readonly maintenance: Maintenance;
}

/** A channel that runs: how to end it. */
interface Running {
  readonly name: string;
  /** When the channel ends by itself, with the reason; a channel without it runs until it is closed. */
  readonly ended?: Promise<BotError | undefined>;
  close(): Promise<void>;
}

const project = dirname(dirname(fileURLToPath(import.meta.url)));

/** Wiring only: settings, logger, index, channels, graceful stop. Resolves to the exit code. */
async function main(): Promise<number> {
  const settings = join(project, '.env');
  if (existsSync(settings)) process.loadEnvFile(settings);
  const config = readConfig(process.env, project);
  const logger = createLogger({ level: config.LOG_LEVEL, userText: config.LOG_USER_TEXT });
  const clock = (): Date => new Date();
  const records = {
    store: openStore(config.STORE_DIR, { clock, logger }),
    secrets: openSecrets(config.STORE_DIR),
  };
  const stopRetention = keepRetention(records.store, { days: config.RETENTION_DAYS, clock, logger });
  const model = modelSettings(config);
  const metrics = createMetrics();
  const { assistant, reload, close } = await openReloadingAssistant({
    ...openOptions(config),
    embeddings: embeddingSettings(config),
    reranker: rerankSettings(config),
    logger,
    clock,
    watch: config.AUTO_RELOAD,
    onReloaded: ({ kind }) => metrics.reloaded(kind),
    ...(model === undefined
      ? {}
      : { reworder: createReworder(model, { logger, clock, onOutcome: metrics.modelEnded }) }),
  });
  metrics.watchIndex(() => assistant.health());
  onReloadSignal(() => void reload());
  const tally = createTally({ store: records.store, clock, logger });
  const webhook = webhookSettings(config);
  const service: Service = {
    config,
    logger,
    records,
    metrics,
    assistantFor: (channel) =>
      counting(recording(assistant, { channel, store: records.store, logger }), { channel, tally }),
    webhook: webhook === undefined ? undefined : new Webhook(webhook),
    maintenance: {
      maintainers: config.MAINTAINER_IDS ?? [],
      tally,
      gaps: () => gapsOf(records.store.unanswered(), createEssence(readVocabulary(config.SEEDS_DIR))),
      reload,
    },
  };
  const running = [...(await startWeb(service)), ...(await startTelegram(service))];
  if (running.length === 0)
    throw new BotError(
      'no_channel',
      'no channel is left to answer on; correct the settings above and start again',
    );
  setImmediate(() => void assistant.warm());
  const signal = await Promise.race([stopSignal(), allEnded(running)]);
  logger.info({ signal }, 'stopping');
  await Promise.all(running.map((channel) => channel.close()));
  await close();
  stopRetention();
  records.store.close();
  return signal === 'ended' ? 1 : 0;
}

function openOptions(config: Config): { seeds: string; index: string } {
  return { seeds: config.SEEDS_DIR, index: config.INDEX_DIR };
}

async function startWeb({
  config,
  logger,
  records,
  metrics,
  assistantFor,
  webhook,
}: Service): Promise<Running[]> {
  if (!config.WEB) return [];
  try {
    const app = createWebApp({
      assistant: assistantFor('web'),
      records,
      logger,
      metrics,
      metricsFor: config.METRICS,
      asksPerMinute: config.WEB_ASKS_PER_MINUTE,
      clientAddressHeader: config.WEB_CLIENT_ADDRESS_HEADER ?? null,
      ...(webhook === undefined ? {} : { webhook }),
    });
    const server = await serveWeb({ app, host: config.HOST, port: config.PORT, logger });
    process.stdout.write(startWording.serving(server.address));
    return [{ name: 'web', close: () => server.close() }];
  } catch (error) {
    // Through a webhook, Telegram comes in at the web server.
    return reported(error, config.TELEGRAM_BOT_TOKEN !== undefined && webhook === undefined);
  }
}

async function startTelegram(service: Service): Promise<Running[]> {
  const { config, logger, records, metrics, assistantFor, webhook, maintenance } = service;
  if (config.TELEGRAM_BOT_TOKEN === undefined) return [];
  try {
    // Loaded only where it is used: it costs a tenth of the time to start.
    const { runTelegram } = await import('./channels/telegram/run.ts');
    const telegram = await runTelegram(config.TELEGRAM_BOT_TOKEN, {
      assistant: assistantFor('telegram'),
      records,
      maintenance,
      logger,
      metrics,
      apiRoot: config.TELEGRAM_API_ROOT,
      languageModel: modelSettings(config) !== undefined,
      retentionDays: config.RETENTION_DAYS,
      ...(webhook === undefined ? {} : { webhook }),
    });
    process.stdout.write(startWording.connecting);
    return [{ name: 'telegram', ended: telegram.ended, close: () => telegram.stop() }];
  } catch (error) {
    return reported(error, config.WEB);
  }
}

/** A channel that can't start is told once; the others go on when there are any. */
function reported(error: unknown, others: boolean): Running[] {
  if (!(error instanceof BotError) || !others) throw error;
  process.stderr.write(`wenqiao: ${error.message}\n`);
  return [];
}

/** Resolves when no channel is left; every reason is told once. A channel that never ends keeps it waiting. */
async function allEnded(running: readonly Running[]): Promise<'ended'> {
  await Promise.all(
    running.map(async ({ ended }) => {
      const reason = await (ended ?? new Promise<undefined>(() => undefined));
      if (reason !== undefined) process.stderr.write(`wenqiao: ${reason.message}\n`);
    }),
  );
  return 'ended';
}

/** SIGHUP asks a service to read its documents again; to a program in a terminal it says that the terminal is gone. */
function onReloadSignal(reload: () => void): void {
  if (!process.stdin.isTTY && !process.stdout.isTTY) process.on('SIGHUP', reload);
}

function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof BotError) && !(error instanceof RetrievalError)) throw error;
  process.stderr.write(`wenqiao: ${error.message}\n`);
  process.exitCode = 1;
}
