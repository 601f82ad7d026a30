import type { Answer } from '../../answers/answer.ts';
import type { Assistant } from '../../assistant.ts';
import type { Logger } from '../../logger.ts';
import type { Metrics } from '../../metrics/metrics.ts';
import type { AskRequest } from '../../questions/request.ts';
import type { Failure } from './failures.ts';
import type { WebLimits } from './limits.ts';
import { WaitingLine } from './waiting-line.ts';

export type Outcome = { readonly answer: Answer } | { readonly failure: Failure };

/** A person whose turn has come; may ask once. */
export interface Admitted {
  ask(request: AskRequest, onSentence?: (sentence: string) => void): Promise<Outcome>;
}

export interface AskDesk {
  /** Waits for a turn; undefined when too many wait already or the person has gone. */
  admit(person: AbortSignal): Promise<Admitted | undefined>;
  /** How many wait for their turn. */
  waiting(): number;
}

export const BUSY: Failure = { code: 'busy', retryAfterSeconds: 5 };

/** Keeps the number of questions being worked on, and the time each may take, within the limits. */
export function createAskDesk(
  assistant: Assistant,
  limits: WebLimits,
  logger: Logger,
  metrics: Metrics,
): AskDesk {
  const line = new WaitingLine({ places: limits.concurrentAsks, waiting: limits.waitingAsks });
  return {
    waiting: () => line.waiting,
    async admit(person) {
      const deadline = new AbortController();
      const timer = setTimeout(() => deadline.abort(), limits.askTimeoutMs);
      const signal = AbortSignal.any([person, deadline.signal]);
      const leave = await line.enter(signal);
      if (leave === undefined) {
        clearTimeout(timer);
        return undefined;
      }
      // Someone who hangs up keeps the place until the work has really ended, at the latest until the deadline.
      deadline.signal.addEventListener('abort', leave, { once: true });
      return {
        ask(request, onSentence) {
          deadline.signal.addEventListener('abort', () => metrics.turnedAway('web', 'time'), { once: true });
          const outcome = work(assistant, request, signal, onSentence, logger).finally(() => {
            clearTimeout(timer);
            leave();
          });
          return Promise.race([outcome, cutOff(signal)]);
        },
      };
    },
  };
}

async function work(
  assistant: Assistant,
  request: AskRequest,
  signal: AbortSignal,
  onSentence: ((sentence: string) => void) | undefined,
  logger: Logger,
): Promise<Outcome> {
  try {
    const forward = (sentence: string): void => {
      if (!signal.aborted) onSentence?.(sentence);
    };
    return { answer: await assistant.ask(request, { signal, onSentence: forward }) };
  } catch (error) {
    logger.error({ err: error }, 'assistant failed');
    return { failure: { code: 'internal' } };
  }
}

function cutOff(signal: AbortSignal): Promise<Outcome> {
  const outcome: Outcome = { failure: { code: 'timeout' } };
  return new Promise((resolve) => {
    if (signal.aborted) resolve(outcome);
    else signal.addEventListener('abort', () => resolve(outcome), { once: true });
  });
}
