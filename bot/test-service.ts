import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createReworder, type ReworderSettings } from './answers/model/reworder.ts';
import type { Assistant } from './assistant.ts';
import { runTelegram } from './channels/telegram/run.ts';
import { testMaintenance } from './channels/telegram/test-channel.ts';
import { TelegramDouble } from './channels/telegram/test-double.ts';
import { createWebApp, type WebAppDependencies } from './channels/web/app.ts';
import { serveWeb } from './channels/web/serve.ts';
import { openStore } from './conversations/open-store.ts';
import { openSecrets } from './conversations/pseudonym.ts';
import { recording } from './conversations/recording.ts';
import type { Channel } from './conversations/store.ts';
import { createLogger } from './logger.ts';
import { createMetrics } from './metrics/metrics.ts';
import { type OpenedAssistant, openAssistant } from './open.ts';

export interface TestServiceOptions {
  readonly seeds: string;
  readonly index: string;
  readonly clock: () => Date;
  /** `trace` by default: everything is logged that ever is. */
  readonly level?: string;
  readonly model?: ReworderSettings;
  readonly web?: Partial<WebAppDependencies>;
  /** Stands between the channels and the assistant, so that a test can break what comes through. */
  readonly around?: (assistant: OpenedAssistant) => OpenedAssistant;
}

/** The service while it runs: the page on a free port, the bot beside a double of Telegram. */
export interface TestService {
  readonly address: string;
  readonly double: TelegramDouble;
  readonly assistant: OpenedAssistant;
  /** All that was logged, one JSON object a line. */
  readonly lines: readonly string[];
  close(): Promise<void>;
}

const TOKEN = '7100000001:TEST-bot-token-that-nobody-may-see';

/** For tests: the whole service as `main.ts` wires it, within this process. */
export async function startTestService(options: TestServiceOptions): Promise<TestService> {
  const { seeds, index, clock, level = 'trace', model, around = (given) => given } = options;
  const lines: string[] = [];
  const logger = createLogger({ level, destination: { write: (line) => void lines.push(line) } });
  const metrics = createMetrics();
  const opened = await openAssistant({
    ...{ seeds, index, clock, logger },
    ...(model === undefined
      ? {}
      : { reworder: createReworder(model, { logger, clock, onOutcome: metrics.modelEnded }) }),
  });
  const assistant = around(opened);
  // A store of its own each time: it knows the updates that came before, and how often somebody has asked.
  const directory = mkdtempSync(join(tmpdir(), 'wenqiao-store-'));
  const records = { store: openStore(directory, { clock, logger }), secrets: openSecrets(directory) };
  const assistantFor = (channel: Channel): Assistant =>
    recording(assistant, { channel, store: records.store, logger });
  const app = createWebApp({ assistant: assistantFor('web'), records, logger, metrics, ...options.web });
  const server = await serveWeb({ app, host: '127.0.0.1', port: 0, logger, closeWithinMs: 2_000 });
  const double = await TelegramDouble.start(TOKEN);
  const telegram = await runTelegram(TOKEN, {
    ...{ assistant: assistantFor('telegram'), records, maintenance: testMaintenance(records.store) },
    ...{ logger, metrics, apiRoot: double.apiRoot, pollSeconds: 2, graceMs: 2_000 },
    patience: { firstMs: 10, longestMs: 50 },
  });
  return {
    ...{ address: server.address, double, assistant, lines },
    async close() {
      await Promise.all([server.close(), telegram.stop()]);
      await double.close();
      records.store.close();
      rmSync(directory, { recursive: true, force: true });
      opened.close();
    },
  };
}
