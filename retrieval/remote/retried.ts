import { setTimeout as sleep } from 'node:timers/promises';
import { remoteFaultOf } from './remote-fault.ts';

export interface RetryOptions {
  /** Attempts in all. */
  readonly tries: number;
  /** Milliseconds before the second attempt, doubled for each further one; a server's own wish counts instead. */
  readonly firstWaitMs?: number;
  /** A server that asks for a longer wait than this many milliseconds is given up. */
  readonly longestWaitMs?: number;
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 60_000;

/** Attempts again what may work the next time. Throws the last `RemoteFault`. */
export async function retried<T>(attempt: () => Promise<T>, options: RetryOptions): Promise<T> {
  const { tries, firstWaitMs = FIRST_WAIT_MS, longestWaitMs = LONGEST_WAIT_MS, wait = sleep } = options;
  for (let tried = 1; ; tried++) {
    try {
      return await attempt();
    } catch (error) {
      const fault = remoteFaultOf(error);
      const pause = fault.retryAfterMs ?? firstWaitMs * 2 ** (tried - 1);
      if (!fault.isPassing || tried >= tries || pause > longestWaitMs) throw fault;
      await wait(pause);
    }
  }
}
