import { onTestFinished as onCurrentTestFinished } from 'vitest';
import type { Answer, Citation } from '../../answers/answer.ts';
import type { Assistant, DocumentView } from '../../assistant.ts';

import { gapsOf } from '../../conversations/gaps.ts';
import { secretsOf } from '../../conversations/pseudonym.ts';
import type { Store } from '../../conversations/store.ts';
import { createTally } from '../../conversations/tally.ts';
import type { Desk } from '../../desk/desk.ts';
import { fakeDesk } from '../../desk/fake-desk.ts';
import { createLogger } from '../../logger.ts';
import type { AskRequest } from '../../questions/request.ts';
import type { Maintenance } from './maintenance.ts';
import { type RunOptions, runTelegram, type TelegramChannel } from './run.ts';
import { TelegramDouble } from './test-double.ts';
import { TestPerson } from './test-people.ts';
import { createTestStore, type TestStore } from './test-store.ts';

export const TEXT =
  '义桥镇老年食堂\n今年，镇里开了两家老年食堂，\n可以为孤寡、独居、高龄老人送餐上门。\n联系村里即可。';
const QUOTE = '可以为孤寡、独居、高龄老人送餐上门';

export const DOCUMENT: DocumentView = {
  name: 'page.txt',
  title: '义桥镇报2023年版面',
  town: '义桥镇',
  period: '2023年',
  text: TEXT,
};

export const CITATION: Citation = {
  mark: 1,
  document: 'page.txt',
  title: '老年食堂开张',
  town: '义桥镇',
  period: '2023年',
  start: TEXT.indexOf(QUOTE),
  end: TEXT.indexOf(QUOTE) + QUOTE.length,
  line: 3,
  quote: QUOTE,
};

/** An answer such as the assistant gives, with what a test wants different. */
export function answerWith(different: Partial<Answer> = {}): Answer {
  return {
    id: 'q1',
    question: '谁能送餐上门？',
    status: 'answered',
    reason: null,
    answer: '孤寡、独居、高龄老人可以送餐上门[1]。',
    citations: [CITATION],
    notes: ['信息截至2023年'],
    suggestions: ['老年食堂有几家？'],
    mode: 'extractive',
    timings: { retrieveMs: 1, answerMs: 1 },
    ...different,
  };
}

export type Ask = (request: AskRequest, signal: AbortSignal | undefined) => Promise<Answer> | Answer;

/** An assistant that keeps what it was asked. */
export class FakeAssistant implements Assistant {
  readonly asked: AskRequest[] = [];
  listed: readonly DocumentView[] = [DOCUMENT];
  desk: Desk = fakeDesk();
  readonly #ask: Ask;

  constructor(ask: Ask = () => answerWith()) {
    this.#ask = ask;
  }

  async ask(request: AskRequest, options?: { readonly signal?: AbortSignal }): Promise<Answer> {
    this.asked.push(request);
    return this.#ask(request, options?.signal);
  }

  document(name: string): DocumentView | undefined {
    return this.listed.find((document) => document.name === name);
  }

  documents(): readonly DocumentView[] {
    return this.listed;
  }

  firstQuestions(): readonly string[] {
    return ['谁能送餐上门？'];
  }

  health() {
    return { ready: true, indexedAt: '2025-03-01T08:00:00Z', passages: 1 };
  }
}

/** Nobody's maintenance, over documents that never change. */
export function testMaintenance(store: Store, different: Partial<Maintenance> = {}): Maintenance {
  const logger = createLogger({ level: 'silent' });
  const failed = { kind: 'failed', reason: 'index_broken', message: 'not in this test' } as const;
  return {
    maintainers: [],
    tally: createTally({ store, clock: () => new Date(), logger }),
    gaps: () =>
      gapsOf(store.unanswered(), (text) => ({
        text: text.replace(/请问|？/g, ''),
        terms: new Set(),
        particulars: '',
      })),
    reload: async () => failed,
    ...different,
  };
}

export interface TestChannel {
  readonly double: TelegramDouble;
  readonly channel: TelegramChannel;
  readonly assistant: FakeAssistant;
  readonly store: TestStore;
  /** Somebody in a chat of their own. */
  readonly person: TestPerson;
  /** All that was logged, one JSON object a line. */
  readonly logs: string[];
}

/** The fast settings of tests: short waits, no long stop. */
export const FAST: Pick<RunOptions, 'patience' | 'pollSeconds' | 'graceMs'> = {
  patience: { firstMs: 10, longestMs: 50 },
  pollSeconds: 2,
  graceMs: 2_000,
};

export interface TestChannelOptions extends Omit<Partial<RunOptions>, 'records'> {
  readonly ask?: Ask;
  readonly double?: TelegramDouble;
  readonly store?: TestStore;
  /** Tests that run side by side have to hand in their own. */
  readonly onTestFinished?: (end: () => Promise<void>) => void;
}

/** The bot over real HTTP against the double; both end with the test. */
export async function startTestChannel(options: TestChannelOptions = {}): Promise<TestChannel> {
  const { ask, double: given, store: givenStore, onTestFinished = onCurrentTestFinished, ...rest } = options;
  const double = given ?? (await TelegramDouble.start());
  const store = givenStore ?? createTestStore(options.clock);
  const assistant = new FakeAssistant(ask);
  const logs: string[] = [];
  const logger = createLogger({ level: 'trace', destination: { write: (line) => logs.push(line) } });
  const channel = await runTelegram(double.token, {
    assistant,
    logger,
    records: { store, secrets: secretsOf(Buffer.alloc(32)) },
    maintenance: testMaintenance(store),
    apiRoot: double.apiRoot,
    ...FAST,
    ...rest,
  });
  onTestFinished(async () => {
    await channel.stop();
    await double.close();
  });
  return { double, channel, assistant, store, person: new TestPerson(double, 7), logs };
}
