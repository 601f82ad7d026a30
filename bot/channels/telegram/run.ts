import { setMaxListeners } from 'node:events';
import { GrammyError } from 'grammy';
import { BotError } from '../../errors.ts';
import type { Webhook } from '../webhook.ts';
import { createTelegramBot, type TelegramDependencies } from './bot.ts';
import { introduce, prepare, removeWebhook } from './connection.ts';
import { faultOf } from './faults.ts';
import { Inbox } from './inbox.ts';
import { createIntake } from './intake.ts';
import type { Listening } from './listening.ts';
import { createPatience, type PatienceOptions } from './patience.ts';
import { startPolling } from './polling.ts';
import { asSignal } from './signal.ts';
import { listenAtWebhook, registerWebhook } from './webhook.ts';

export interface RunOptions extends TelegramDependencies {
  /** Where updates come in; without it they are fetched by long polling. */
  readonly webhook?: Webhook;
  /** How long to wait between attempts while Telegram cannot be reached. */
  readonly patience?: PatienceOptions;
  /** How long Telegram holds a request open when there is nothing new. */
  readonly pollSeconds?: number;
  /** How long a stop waits for what is being answered. */
  readonly graceMs?: number;
}

/** The Telegram channel while it runs. */
export interface TelegramChannel {
  /** When the channel is over: with nothing after `stop`, otherwise with the reason, for the caller to log. */
  readonly ended: Promise<BotError | undefined>;
  /** Takes in nothing new, finishes what runs, and lets go. */
  stop(): Promise<void>;
}

const FIRST_CHECK_MS = 10_000;
const DEFAULT_PATIENCE: PatienceOptions = { firstMs: 500, longestMs: 60_000 };

/**
 * Starts the bot, by webhook when there is one and by long polling otherwise. Throws `telegram_token_wrong` when Telegram says so at once; while Telegram
 * cannot be reached, the channel goes on trying in the background and everything else can start.
 */
export async function runTelegram(token: string, options: RunOptions): Promise<TelegramChannel> {
  if (!/^[\w:-]+$/.test(token)) throw wrongToken();
  const logger = options.logger.child({ channel: 'telegram' });
  const patience = createPatience(options.patience ?? DEFAULT_PATIENCE);
  const bot = createTelegramBot(token, { ...options, logger, patience });
  const stopping = new AbortController();
  const abandoning = new AbortController();
  // Every call under way listens to it.
  setMaxListeners(0, abandoning.signal);
  bot.api.config.use((previous, method, payload, signal) =>
    previous(method, payload, signal ?? asSignal(abandoning.signal)),
  );
  let listening: Listening | undefined;

  async function run(known: boolean): Promise<void> {
    for (let failures = 0; !known; failures += 1) {
      await patience.wait(failures, 0, stopping.signal);
      if (stopping.signal.aborted) return;
      known = await introduce(bot, logger, stopping.signal);
    }
    const { maintenance, webhook, clock = () => new Date() } = options;
    const { pollSeconds = 30, graceMs = 10_000 } = options;
    const { signal } = stopping;
    const connect = () =>
      webhook === undefined ? removeWebhook(bot, logger, signal) : registerWebhook(bot, webhook, signal);
    await prepare(bot, { connect, logger, patience, maintainers: maintenance.maintainers, signal });
    if (signal.aborted) return;
    const inbox = new Inbox({ store: options.records.store, clock, logger });
    const intake = createIntake(bot, { inbox, logger, patience, graceMs });
    // Before anything new, so that each chat's answers keep their order.
    intake.takeUp();
    listening =
      webhook === undefined
        ? startPolling(bot, { intake, logger, patience, pollSeconds })
        : listenAtWebhook(webhook, intake);
    const { username } = bot.botInfo;
    logger.info({ username, webhook: webhook !== undefined }, 'telegram bot is listening');
    await listening.ended;
  }

  let known: boolean;
  try {
    known = await introduce(bot, logger, AbortSignal.timeout(FIRST_CHECK_MS));
  } catch (error) {
    throw endOf(error);
  }
  const ended = run(known).then(() => undefined, endOf);
  return {
    ended,
    async stop() {
      stopping.abort();
      await listening?.stop();
      abandoning.abort();
      await ended;
    },
  };
}

/** Errors of grammY stay behind: they know the token. */
function endOf(error: unknown): BotError {
  if (faultOf(error) === 'token_refused') return wrongToken();
  if (error instanceof GrammyError && error.method === 'setWebhook') {
    return new BotError(
      'telegram_webhook_refused',
      'Telegram does not accept TELEGRAM_WEBHOOK_URL: it must be a public https address on port 443, 80, 88 or 8443',
    );
  }
  return new BotError('telegram_unreachable', 'the Telegram channel has failed; restart the program');
}

function wrongToken(): BotError {
  return new BotError(
    'telegram_token_wrong',
    'Telegram does not accept TELEGRAM_BOT_TOKEN: copy the token again from @BotFather into .env',
  );
}
