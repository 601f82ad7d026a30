import type { Assistant } from '../assistant.ts';
import type { Channel } from '../conversations/store.ts';
import type { Metrics } from './metrics.ts';

export interface MeasuredOptions {
  readonly channel: Channel;
  readonly metrics: Metrics;
}

/** The same assistant for one channel; how its questions end and how long they take is counted. */
export function measured(assistant: Assistant, { channel, metrics }: MeasuredOptions): Assistant {
  return {
    async ask(request, options) {
      const started = performance.now();
      const seconds = (): number => (performance.now() - started) / 1_000;
      try {
        const answer = await assistant.ask(request, options);
        metrics.questionEnded(channel, answer, seconds());
        return answer;
      } catch (error) {
        metrics.questionFailed(channel, seconds());
        throw error;
      }
    },
    document: (name) => assistant.document(name),
    documents: () => assistant.documents(),
    firstQuestions: () => assistant.firstQuestions(),
    // Read anew each time: another index brings another desk.
    get desk() {
      return assistant.desk;
    },
    health: () => assistant.health(),
  };
}
