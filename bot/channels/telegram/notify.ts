import type { TelegramContext } from './context.ts';
import { deliver, placeOf } from './delivery.ts';
import { describeFault } from './faults.ts';
import { join } from './formatted-text.ts';

/** One plain line to the person: a box over the chat when a button was pressed, a message otherwise. */
export async function notify(context: TelegramContext, text: string): Promise<void> {
  if (context.callbackQuery) {
    try {
      await context.answerCallbackQuery({ text, show_alert: true });
      return;
    } catch (error) {
      context.arrival.logger.debug(describeFault(error), 'button could not be answered, sending a message');
    }
  }
  await deliver(context.api, placeOf(context), join([text]));
}

/** Ends the spinner on a pressed button. Telegram forgets presses after a while, and then there is none. */
export async function stopSpinner(context: TelegramContext): Promise<void> {
  try {
    await context.answerCallbackQuery();
  } catch (error) {
    context.arrival.logger.debug(describeFault(error), 'button could not be answered');
  }
}
