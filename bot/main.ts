import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RetrievalError } from '../retrieval/errors.ts';
import { createWebApp } from './channels/web/app.ts';
import { serveWeb } from './channels/web/serve.ts';
import { type Config, modelSettings, readConfig } from './config.ts';
import { BotError } from './errors.ts';
import { createLogger, type Logger } from './logger.ts';
import { createMetrics, type Metrics } from './metrics/metrics.ts';
import type { OpenedAssistant } from './open.ts';
import { openReloadingAssistant } from './reload/open-reloading.ts';
import { startWording } from './wording/start.ts';

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
  const model = modelSettings(config);
  const metrics = createMetrics();
  const { assistant, reload, close } = await openReloadingAssistant({
    ...openOptions(config),
    logger,
    clock: () => new Date(),
    watch: config.AUTO_RELOAD,
    onReloaded: ({ kind }) => metrics.reloaded(kind),
    onModelOutcome: metrics.modelEnded,
    ...(model === undefined ? {} : { model }),
  });
  metrics.watchIndex(() => assistant.health());
  onReloadSignal(() => void reload());
  const running = [
    ...(await startWeb(config, { assistant, logger, metrics })),
    ...(await startTelegram(config, { assistant, logger, metrics })),
  ];
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
  return signal === 'ended' ? 1 : 0;
}

function openOptions(config: Config): { seeds: string; index: string } {
  return { seeds: config.SEEDS_DIR, index: config.INDEX_DIR };
}

/** What every channel works with. */
interface Shared {
  readonly assistant: OpenedAssistant;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

async function startWeb(config: Config, shared: Shared): Promise<Running[]> {
  if (!config.WEB) return [];
  try {
    const app = createWebApp({
      ...shared,
      metricsFor: config.METRICS,
      asksPerMinute: config.WEB_ASKS_PER_MINUTE,
      clientAddressHeader: config.WEB_CLIENT_ADDRESS_HEADER ?? null,
    });
    const server = await serveWeb({ app, host: config.HOST, port: config.PORT, logger: shared.logger });
    process.stdout.write(startWording.serving(server.address));
    return [{ name: 'web', close: () => server.close() }];
  } catch (error) {
    return reported(error, config.TELEGRAM_BOT_TOKEN !== undefined);
  }
}

async function startTelegram(config: Config, shared: Shared): Promise<Running[]> {
  if (config.TELEGRAM_BOT_TOKEN === undefined) return [];
  try {
    // Loaded only where it is used: it costs a tenth of the time to start.
    const { runTelegram } = await import('./channels/telegram/run.ts');
    const telegram = await runTelegram(config.TELEGRAM_BOT_TOKEN, {
      ...shared,
      apiRoot: config.TELEGRAM_API_ROOT,
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
