// @ts-check
/// <reference lib="dom" />
/** @import { Answer } from '../../../answers/answer.ts' */
import { isAnswer } from './conversation.js';

/** A failure whose message is meant for the person. */
export class AskFailure extends Error {}

/**
 * Asks, and reports each sentence as it comes; resolves with the whole answer.
 * @param {{ question: string, history: readonly object[], signal: AbortSignal,
 *   onSentence: (sentence: string) => void, wording: { networkFailed: string, unreadable: string } }} options
 * @returns {Promise<Answer>}
 */
export async function ask({ question, history, signal, onSentence, wording }) {
  const response = await fetch('/api/ask', {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'text/event-stream',
      Prefer: 'feedback-receipt',
    },
    body: JSON.stringify({ question, history }),
    signal,
  }).catch((error) => {
    throw signal.aborted ? error : new AskFailure(wording.networkFailed);
  });
  if (!response.ok || response.body === null) throw await failureOf(response, wording.unreadable);
  for await (const { event, data } of events(response.body)) {
    const value = JSON.parse(data);
    if (event === 'sentence') onSentence(String(value.text));
    if (event === 'error') throw new AskFailure(String(value.error?.message ?? wording.unreadable));
    if (event === 'answer' && isAnswer(value)) return value;
  }
  throw new AskFailure(wording.unreadable);
}

/**
 * @param {Response} response
 * @param {string} otherwise
 */
async function failureOf(response, otherwise) {
  const value = await response.json().catch(() => null);
  return new AskFailure(String(value?.error?.message ?? otherwise));
}

/**
 * The events of a stream, however its bytes are cut into chunks.
 * @param {ReadableStream<Uint8Array>} body
 * @returns {AsyncGenerator<{ event: string, data: string }>}
 */
export async function* events(body) {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    rest += decoder.decode(value, { stream: !done });
    const blocks = rest.split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) yield parsed(block);
    if (done) return;
  }
}

/** @param {string} block */
function parsed(block) {
  const fields = block
    .split('\n')
    .map((line) => /** @type {const} */ ([line.split(':', 1)[0], line.replace(/^[^:]*: ?/, '')]));
  const of = (/** @type {string} */ name) =>
    fields.filter(([field]) => field === name).map(([, value]) => value);
  return { event: of('event').join(''), data: of('data').join('\n') };
}
