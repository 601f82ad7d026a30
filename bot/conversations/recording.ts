import type { Answer } from '../answers/answer.ts';
import type { AskOptions, Assistant } from '../assistant.ts';
import type { Logger } from '../logger.ts';
import type { AskRequest } from '../questions/request.ts';
import type { Channel, Store } from './store.ts';

export interface RecordingOptions {
  readonly channel: Channel;
  readonly store: Pick<Store, 'addUnanswered'>;
  readonly logger: Logger;
}

/** An assistant whose unanswered questions are kept. */
export interface RecordingAssistant extends Assistant {
  /** `unrecorded`: how many questions could not be kept since the start. */
  health(): ReturnType<Assistant['health']> & { readonly unrecorded: number };
}

/** Asked by a program that named nobody. */
const NOBODY = 'unknown';

/**
 * Keeps every question that the documents could not answer, with what the person was told. A store that
 * fails never costs a person the answer: it is logged and counted.
 */
export function recording(assistant: Assistant, options: RecordingOptions): RecordingAssistant {
  const { channel, store, logger } = options;
  let unrecorded = 0;

  function record({ question }: AskRequest, { reason, answer }: Answer, person: string): void {
    try {
      store.addUnanswered({ channel, person, question, reason: reason ?? 'not_in_documents', answer });
    } catch (error) {
      unrecorded += 1;
      logger.error({ err: error, channel, unrecorded }, 'unanswered question not kept');
    }
  }

  return {
    async ask(request: AskRequest, askOptions: AskOptions = {}) {
      const answer = await assistant.ask(request, askOptions);
      if (answer.status === 'refused') record(request, answer, askOptions.person ?? NOBODY);
      return answer;
    },
    document: (name) => assistant.document(name),
    documents: () => assistant.documents(),
    firstQuestions: () => assistant.firstQuestions(),
    // Asked for each time: it is another one once the documents have changed.
    get desk() {
      return assistant.desk;
    },
    health: () => ({ ...assistant.health(), unrecorded }),
  };
}
