import type { Answer } from '../../answers/answer.ts';
import type { AskOptions, Assistant } from '../../assistant.ts';
import type { Logger } from '../../logger.ts';
import type { Metrics } from '../../metrics/metrics.ts';
import type { AskRequest } from '../../questions/request.ts';
import { WaitingLine } from '../waiting-line.ts';
import type { Failure } from './failures.ts';
import type { WebLimits } from './limits.ts';

export type Outcome = { readonly answer: Answer } | { readonly failure: Failure };

/** A person whose turn has come; may ask once. */
export interface Admitted {
  ask(request: AskRequest, options: Pick<AskOptions, 'person' | 'onSentence'>): Promise<Outcome>;
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
        ask(request, options) {
          deadline.signal.addEventListener('abort', () => metrics.turnedAway('web', 'time'), { once: true });
          const outcome = work(assistant, request, { ...options, signal }, logger).finally(() => {
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
  options: Pick<AskOptions, 'person' | 'onSentence'> & { readonly signal: AbortSignal },
  logger: Logger,
): Promise<Outcome> {
  try {
    const onSentence = (sentence: string): void => {
      if (!options.signal.aborted) options.onSentence?.(sentence);
    };
    return { answer: await assistant.ask(request, { ...options, onSentence }) };
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
