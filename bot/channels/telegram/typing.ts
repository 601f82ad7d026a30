import type { TelegramContext } from './context.ts';
import { placeOf } from './delivery.ts';
import { describeFault } from './faults.ts';

/** Telegram shows the action for five seconds. */
const REPEAT_MS = 4_500;
/** The answer waits no longer than this for the action before it. */
const LONGEST_WAIT_MS = 1_000;

/**
 * Shows that an answer is being looked for while `work` runs. The result waits for the action to have arrived,
 * since one that arrives after the answer would promise a second one.
 */
export async function whileTyping<Result>(
  context: TelegramContext,
  work: () => Promise<Result>,
): Promise<Result> {
  let underway = showTyping(context);
  const repeat = setInterval(() => {
    underway = showTyping(context);
  }, REPEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(repeat);
    await Promise.race([underway, wait(LONGEST_WAIT_MS)]);
  }
}

async function showTyping(context: TelegramContext): Promise<void> {
  try {
    const { chat, topic } = placeOf(context);
    await context.api.sendChatAction(chat, 'typing', topic === undefined ? {} : { message_thread_id: topic });
  } catch (error) {
    context.arrival.logger.debug(describeFault(error), 'typing action failed');
  }
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}
