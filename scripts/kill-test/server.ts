import { createWebApp } from '../../bot/channels/web/app.ts';
import { fakeAssistant, sampleAnswer } from '../../bot/channels/web/fake-assistant.ts';
import { serveWeb } from '../../bot/channels/web/serve.ts';
import { openStore } from '../../bot/conversations/open-store.ts';
import { openSecrets } from '../../bot/conversations/pseudonym.ts';
import { recording } from '../../bot/conversations/recording.ts';
import { keepRetention } from '../../bot/conversations/retention.ts';
import type { Store } from '../../bot/conversations/store.ts';
import { createLogger } from '../../bot/logger.ts';

/**
 * The page's server over a store on disk, with an assistant that refuses every question: what is killed. Its
 * one word is the store's folder; a second one, `late`, makes it a liar that confirms before it writes.
 */
const [directory = '', manner] = process.argv.slice(2);
const LATE_MS = 100;

const logger = createLogger({ level: 'silent' });
const clock = (): Date => new Date();
const opened = openStore(directory, { clock, logger });
const store = manner === 'late' ? lateStore(opened) : opened;
keepRetention(store, { days: 365, clock, logger });
const assistant = fakeAssistant({
  ask: async ({ question }) =>
    sampleAnswer(question, { status: 'refused', reason: 'not_in_documents', citations: [] }),
});
const app = createWebApp({
  assistant: recording(assistant, { channel: 'web', store, logger }),
  records: { store, secrets: openSecrets(directory) },
  logger,
});
const { address } = await serveWeb({ app, host: '127.0.0.1', port: 0, logger });
process.stdout.write(`${address}\n`);

/** Proves that the rounds can say no: a row that is confirmed stands in memory for a while. */
function lateStore(store: Store): Store {
  return {
    ...store,
    addFeedback(feedback) {
      setTimeout(() => store.addFeedback(feedback), LATE_MS);
      return { ...feedback, id: 0, at: clock().toISOString() };
    },
    addUnanswered(unanswered) {
      setTimeout(() => store.addUnanswered(unanswered), LATE_MS);
      return { ...unanswered, id: 0, at: clock().toISOString() };
    },
  };
}
