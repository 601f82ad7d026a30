import { createHmac } from 'node:crypto';
import { sequentialize } from '@grammyjs/runner';
import { Bot } from 'grammy';
import type { Assistant } from '../../assistant.ts';
import type { Secrets } from '../../conversations/pseudonym.ts';
import type { Store } from '../../conversations/store.ts';
import type { Logger } from '../../logger.ts';
import { countedFeedback } from '../../metrics/counted-feedback.ts';
import { measured } from '../../metrics/measured.ts';
import { createMetrics, type Metrics } from '../../metrics/metrics.ts';
import { Allowance } from './allowance.ts';
import { chatHasher } from './chat-hash.ts';
import { ChatTowns } from './chat-towns.ts';
import { ClosedChats } from './closed-chats.ts';
import type { TelegramContext } from './context.ts';
import { Conversations } from './conversations.ts';
import { check } from './features/check.ts';
import { feedback } from './features/feedback.ts';
import { followUp } from './features/follow-up.ts';
import { help } from './features/help.ts';
import { maintenance } from './features/maintenance.ts';
import { membership } from './features/membership.ts';
import { passage } from './features/passage.ts';
import { privacy } from './features/privacy.ts';
import { question } from './features/question.ts';
import { source } from './features/source.ts';
import { start } from './features/start.ts';
import { targets } from './features/targets.ts';
import { town } from './features/town.ts';
import { unhandled } from './features/unhandled.ts';
import { arrival } from './guards/arrival.ts';
import { audience } from './guards/audience.ts';
import { boundary } from './guards/boundary.ts';
import { duplicates } from './guards/duplicates.ts';
import { limits } from './guards/limits.ts';
import { queue } from './guards/queue.ts';
import { reachable } from './guards/reachable.ts';
import type { Maintenance } from './maintenance.ts';
import { Offers } from './offers.ts';
import type { Patience } from './patience.ts';
import { rememberIn } from './remember.ts';
import { retryWhatMustArrive } from './retries.ts';
import type { Services } from './services.ts';
import { DEFAULT_LIMITS, type TelegramLimits } from './telegram-limits.ts';
import { WaitingRoom } from './waiting-room.ts';

export interface TelegramDependencies {
  readonly assistant: Assistant;
  readonly logger: Logger;
  /** Keeps what must outlive the process: feedback, conversations, buttons. */
  readonly records: { readonly store: Store; readonly secrets: Secrets };
  readonly maintenance: Maintenance;
  /** Where the Bot API is served; Telegram's own address by default. */
  readonly apiRoot?: string;
  readonly clock?: () => Date;
  /** Whether a language model outside this machine is in use; said in /privacy. */
  readonly languageModel?: boolean;
  /** How many days feedback and unanswered questions are kept, 0 for good; said in /privacy. */
  readonly retentionDays?: number;
  readonly limits?: Partial<TelegramLimits>;
  /** Where the figures are kept; a set of its own when none is given. */
  readonly metrics?: Metrics;
}

/** Longer than the long poll, shorter than a dead connection is worth waiting for. */
const REQUEST_TIMEOUT_SECONDS = 60;

/** The bot with all it can do, not yet running. */
export function createTelegramBot(
  token: string,
  dependencies: TelegramDependencies & { readonly patience: Patience },
): Bot<TelegramContext> {
  const { logger, apiRoot, languageModel = false } = dependencies;
  const { store, secrets } = dependencies.records;
  const { patience, clock = () => new Date(), metrics = createMetrics() } = dependencies;
  const assistant = measured(dependencies.assistant, { channel: 'telegram', metrics });
  const set = { ...DEFAULT_LIMITS, ...dependencies.limits };
  const key = secrets.key('telegram');
  const seal = (name: string): string => createHmac('sha256', key).update(name).digest('base64url');
  const remember = rememberIn({ store, clock, logger, seal });
  const services: Services = {
    assistant,
    metrics,
    logger,
    store,
    feedbackBook: countedFeedback(store, metrics),
    clock,
    languageModel,
    retentionDays: dependencies.retentionDays ?? 0,
    conversations: new Conversations(remember),
    offers: new Offers(remember),
    chatTowns: new ChatTowns(remember),
    closedChats: new ClosedChats(remember),
    remember,
    hashChat: chatHasher(token),
    personOf: (asker) => secrets.pseudonym('telegram', asker),
    maintenance: dependencies.maintenance,
    answerTimeoutMs: set.answerTimeoutMs,
  };
  const bot = new Bot<TelegramContext>(token, {
    client: {
      timeoutSeconds: REQUEST_TIMEOUT_SECONDS,
      ...(apiRoot === undefined ? {} : { apiRoot: apiRoot.replace(/\/+$/, '') }),
    },
  });
  bot.api.config.use(retryWhatMustArrive(patience));

  const guarded = bot.errorBoundary(boundary(services));
  guarded.use(
    arrival(services),
    duplicates(clock),
    audience(),
    limits(
      new Allowance(remember, 'person', { burst: set.personBurst, perMinute: set.personPerMinute, clock }),
      new Allowance(remember, 'group', { burst: set.groupBurst, perMinute: set.groupPerMinute, clock }),
      metrics,
    ),
    queue(new WaitingRoom({ most: set.mostWaiting, mostPerChat: set.mostWaitingPerChat }), metrics),
    sequentialize((context: TelegramContext) => String(context.chatId)),
    reachable(services),
  );
  guarded.use(
    start(services),
    help(),
    source(services),
    town(services),
    targets(services),
    check(services),
    privacy(services),
    maintenance(services),
    membership(services),
    followUp(services),
    passage(services),
    feedback(services),
    question(services),
    unhandled(services),
  );
  return bot;
}
