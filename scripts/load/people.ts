import { setTimeout } from 'node:timers/promises';
import type { TelegramDouble } from '../../bot/channels/telegram/test-double.ts';
import { TestPerson } from '../../bot/channels/telegram/test-people.ts';
import type { Tally } from './tally.ts';

export interface Crowd {
  readonly questions: readonly string[];
  readonly tally: Tally;
  /** Nobody asks any more once it is aborted. */
  readonly over: AbortSignal;
}

/** How long somebody reads before the next question. */
const READING_MS = 500;
/** Telegram's limit of one person: a burst, then one in five seconds; nobody here means to run into it. */
const TYPING_ON_TELEGRAM_MS = 5_500;
const ANSWER_WITHIN_MS = 60_000;

/** Somebody on the page: every other question as a stream, as the page asks, the rest as a program does. */
export async function askOnPage(
  address: string,
  place: number,
  { questions, tally, over }: Crowd,
): Promise<void> {
  for (let turn = place; !over.aborted; turn += 1) {
    const started = performance.now();
    const body = JSON.stringify({ question: questions[(turn * 31) % questions.length] });
    const headers = turn % 2 === 0 ? { accept: 'text/event-stream' } : {};
    try {
      const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
      const response = await fetch(`${address}/api/ask`, { method: 'POST', headers, body, signal });
      const text = await response.text();
      if (response.ok && !text.includes('event: error')) tally.answered(performance.now() - started);
      else tally.failed(`status ${response.status}`);
    } catch (error) {
      tally.failed(kindOf(error));
    }
    await setTimeout(READING_MS);
  }
}

/** Somebody on Telegram who waits for each answer. */
export async function askOnTelegram(
  double: TelegramDouble,
  place: number,
  { questions, tally, over }: Crowd,
): Promise<void> {
  const person = new TestPerson(double, 1_000 + place);
  // Not all in the same moment.
  await setTimeout((place * 211) % TYPING_ON_TELEGRAM_MS);
  for (let turn = place; !over.aborted; turn += 1) {
    const started = performance.now();
    person.says(questions[(turn * 37) % questions.length]!);
    try {
      await double.until(() => double.sent(person.id).length > 0, ANSWER_WITHIN_MS);
      tally.answered(performance.now() - started);
    } catch {
      tally.failed('no message');
    }
    double.forget(person.id);
    await setTimeout(Math.max(0, TYPING_ON_TELEGRAM_MS - (performance.now() - started)));
  }
}

/** The network's own short code where there is one. */
function kindOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (typeof cause === 'object' && cause !== null && 'code' in cause) return String(cause.code);
  return cause instanceof Error ? cause.name : typeof cause;
}
