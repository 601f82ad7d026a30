import { autoRetry } from '@grammyjs/auto-retry';
import { HttpError, type Transformer } from 'grammy';
import { wasNeverSent } from './faults.ts';
import type { Patience } from './patience.ts';

/**
 * Calls that are tried until they arrive: what a person waits for. Polling has its own patience, and a typing
 * action or the end of a button's spinner is worthless when late.
 */
const REPEATED = new Set(['sendMessage', 'editMessageText', 'editMessageReplyMarkup', 'setMyCommands']);
/** Calls that would show a person the same thing once more; the others come to the same however often they are made. */
const VISIBLE = new Set(['sendMessage']);

/** Honours `retry_after` and outlives faults of network and server, for the calls that must arrive. */
export function retryWhatMustArrive(patience: Patience): Transformer {
  const retry = autoRetry({ rethrowHttpErrors: true });
  return async (previous, method, payload, signal) => {
    if (!REPEATED.has(method)) return previous(method, payload, signal);
    let unsure = 0;
    for (let failures = 0; ; failures += 1) {
      try {
        return await retry(previous, method, payload, signal);
      } catch (error) {
        if (!(error instanceof HttpError) || signal?.aborted) throw error;
        if (VISIBLE.has(method) && !wasNeverSent(error)) unsure += 1;
        // It may have arrived twice by now, and a third time would be one too many.
        if (unsure > 1) throw error;
      }
      await patience.wait(failures, 0, signal);
      if (unsure > 0) await untilBack(() => previous('getMe', {}, signal), signal);
    }
  };

  /** One message may be sent again, so the network should be there when it is. */
  async function untilBack(call: () => Promise<unknown>, signal: Parameters<Transformer>[3]): Promise<void> {
    for (let failures = 0; !signal?.aborted; failures += 1) {
      try {
        await call();
        return;
      } catch (error) {
        if (!(error instanceof HttpError)) throw error;
        await patience.wait(failures, 0, signal);
      }
    }
  }
}
