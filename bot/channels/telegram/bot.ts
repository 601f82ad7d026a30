import { sequentialize } from '@grammyjs/runner';
import { Bot } from 'grammy';
import type { Assistant } from '../../assistant.ts';
import type { Logger } from '../../logger.ts';
import { measured } from '../../metrics/measured.ts';
import { createMetrics, type Metrics } from '../../metrics/metrics.ts';
import { Allowance } from './allowance.ts';
import { chatHasher } from './chat-hash.ts';
import type { TelegramContext } from './context.ts';
import { Conversations } from './conversations.ts';
import { followUp } from './features/follow-up.ts';
import { help } from './features/help.ts';
import { membership } from './features/membership.ts';
import { passage } from './features/passage.ts';
import { privacy } from './features/privacy.ts';
import { question } from './features/question.ts';
import { source } from './features/source.ts';
import { start } from './features/start.ts';
import { unhandled } from './features/unhandled.ts';
import { arrival } from './guards/arrival.ts';
import { audience } from './guards/audience.ts';
import { boundary } from './guards/boundary.ts';
import { duplicates } from './guards/duplicates.ts';
import { limits } from './guards/limits.ts';
import { queue } from './guards/queue.ts';
import { Offers } from './offers.ts';
import { retryWhatMustArrive } from './retries.ts';
import type { Services } from './services.ts';
import { DEFAULT_LIMITS, type TelegramLimits } from './telegram-limits.ts';
import { WaitingRoom } from './waiting-room.ts';

export interface TelegramDependencies {
  readonly assistant: Assistant;
  readonly logger: Logger;
  /** Where the Bot API is served; Telegram's own address by default. */
  readonly apiRoot?: string;
  readonly clock?: () => Date;
  /** Whether a language model outside this machine is in use; said in /privacy. */
  readonly languageModel?: boolean;
  readonly limits?: Partial<TelegramLimits>;
  /** Where the figures are kept; a set of its own when none is given. */
  readonly metrics?: Metrics;
}

/** Longer than the long poll, shorter than a dead connection is worth waiting for. */
const REQUEST_TIMEOUT_SECONDS = 60;

/** The bot with all it can do, not yet running. */
export function createTelegramBot(token: string, dependencies: TelegramDependencies): Bot<TelegramContext> {
  const {
    apiRoot,
    clock = () => new Date(),
    languageModel = false,
    metrics = createMetrics(),
  } = dependencies;
  const assistant = measured(dependencies.assistant, { channel: 'telegram', metrics });
  const set = { ...DEFAULT_LIMITS, ...dependencies.limits };
  const services: Services = {
    assistant,
    logger: dependencies.logger,
    metrics,
    clock,
    languageModel,
    conversations: new Conversations(clock),
    offers: new Offers(clock),
    hashChat: chatHasher(token),
    answerTimeoutMs: set.answerTimeoutMs,
  };
  const bot = new Bot<TelegramContext>(token, {
    client: {
      timeoutSeconds: REQUEST_TIMEOUT_SECONDS,
      ...(apiRoot === undefined ? {} : { apiRoot: apiRoot.replace(/\/+$/, '') }),
    },
  });
  bot.api.config.use(retryWhatMustArrive());

  const guarded = bot.errorBoundary(boundary(services));
  guarded.use(
    arrival(services),
    duplicates(clock),
    audience(),
    limits(
      new Allowance({ burst: set.personBurst, perMinute: set.personPerMinute, clock }),
      new Allowance({ burst: set.groupBurst, perMinute: set.groupPerMinute, clock }),
      metrics,
    ),
    queue(new WaitingRoom({ most: set.mostWaiting, mostPerChat: set.mostWaitingPerChat }), metrics),
    sequentialize((context: TelegramContext) => String(context.chatId)),
  );
  guarded.use(
    start(services),
    help(),
    source(services),
    privacy(services),
    membership(services),
    followUp(services),
    passage(services),
    question(services),
    unhandled(services),
  );
  return bot;
}
