import { autoRetry } from '@grammyjs/auto-retry';
import type { Transformer } from 'grammy';

/**
 * Calls that are tried until they arrive: what a person waits for. Polling has its own patience, and a typing
 * action or the end of a button's spinner is worthless when late.
 */
const REPEATED = new Set(['sendMessage', 'editMessageText', 'editMessageReplyMarkup', 'setMyCommands']);

/** Honours `retry_after` and outlives faults of network and server, for the calls that must arrive. */
export function retryWhatMustArrive(): Transformer {
  const retry = autoRetry();
  return (previous, method, payload, signal) =>
    REPEATED.has(method) ? retry(previous, method, payload, signal) : previous(method, payload, signal);
}
