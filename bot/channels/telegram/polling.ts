import { createConcurrentSink, createRunner, createSource } from '@grammyjs/runner';
import type { Bot } from 'grammy';
import { GrammyError } from 'grammy';
import type { Update } from 'grammy/types';
import type { Logger } from '../../logger.ts';
import type { TelegramContext } from './context.ts';
import { describeFault, faultOf } from './faults.ts';
import { type Intake, MOST_AT_ONCE } from './intake.ts';
import { ALLOWED_UPDATES, type Listening } from './listening.ts';
import type { Patience } from './patience.ts';
import { asSignal, type TelegramSignal } from './signal.ts';

export interface PollingOptions {
  readonly intake: Intake;
  readonly logger: Logger;
  readonly patience: Patience;
  /** How long Telegram holds a request open when there is nothing new. */
  readonly pollSeconds: number;
}

/** A server that answers an open request at once with nothing must not be asked in a tight loop. */
const LEAST_PAUSE_MS = 100;
const CONFIRM_TIMEOUT_MS = 2_000;

/** Fetches updates for ever and hands them to the bot, many at a time. */
export function startPolling(bot: Bot<TelegramContext>, options: PollingOptions): Listening {
  const { intake, logger, patience } = options;
  let offset = 0;

  async function supply(most: number, signal: TelegramSignal): Promise<Update[]> {
    for (let failures = 0; ; failures += 1) {
      try {
        const updates = await fetchUpdates(Math.max(1, Math.min(most, 100)), signal);
        if (failures > 0) logger.info({ failures }, 'telegram is back');
        return updates;
      } catch (error) {
        if (signal.aborted || faultOf(error) === 'token_refused') throw error;
        logger.warn(
          { ...describeFault(error), failures: failures + 1 },
          'telegram could not be polled, trying again',
        );
        await patience.wait(failures, retryAfter(error), signal);
      }
    }
  }

  async function fetchUpdates(limit: number, signal: TelegramSignal): Promise<Update[]> {
    const before = performance.now();
    const updates = await bot.api.getUpdates(
      { offset, limit, timeout: options.pollSeconds, allowed_updates: ALLOWED_UPDATES },
      signal,
    );
    const last = updates.at(-1);
    if (last !== undefined) offset = last.update_id + 1;
    else if (performance.now() - before < LEAST_PAUSE_MS) await patience.pause(LEAST_PAUSE_MS, signal);
    return updates;
  }

  const sink = createConcurrentSink<Update, unknown>(
    { consume: (update) => intake.take(update) },
    async (error) => logger.error(describeFault(error), 'update failed outside its boundary'),
    { concurrency: MOST_AT_ONCE },
  );
  const runner = createRunner(createSource({ supply }), sink);
  runner.start();
  const ended = runner.task() ?? Promise.resolve();
  // Whoever waits for the end still sees the failure; nobody has to.
  ended.catch(() => {});

  return {
    ended,
    async stop() {
      await runner.stop()?.catch(() => {});
      await intake.settle();
      await confirm();
    },
  };

  /** Without it the last updates would come again at the next start and be answered twice. */
  async function confirm(): Promise<void> {
    if (offset === 0) return;
    const signal = AbortSignal.timeout(CONFIRM_TIMEOUT_MS);
    await bot.api.getUpdates({ offset, limit: 1, timeout: 0 }, asSignal(signal)).catch((error) => {
      logger.warn(describeFault(error), 'last updates could not be confirmed');
    });
  }
}

function retryAfter(error: unknown): number {
  return error instanceof GrammyError ? (error.parameters.retry_after ?? 0) * 1_000 : 0;
}
