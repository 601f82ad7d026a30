import type { Buttons } from './buttons.ts';
import type { TelegramContext } from './context.ts';
import { deliver, placeOf } from './delivery.ts';
import { describeFault, faultOf } from './faults.ts';
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

/** A line over the chat that goes away by itself, after a button was pressed; nothing is lost when it is not seen. */
export async function toast(context: TelegramContext, text: string): Promise<void> {
  try {
    await context.answerCallbackQuery({ text });
  } catch (error) {
    context.arrival.logger.debug(describeFault(error), 'button could not be answered');
  }
}

/** Puts other buttons under the message whose button was pressed. What was done stays done when that fails. */
export async function changeButtons(context: TelegramContext, buttons: Buttons): Promise<void> {
  try {
    await context.editMessageReplyMarkup({
      reply_markup: { inline_keyboard: buttons.map((row) => [...row]) },
    });
  } catch (error) {
    if (faultOf(error) === 'forbidden') throw error;
    // Telegram refuses a change that changes nothing, which is what a second tap asks for.
    context.arrival.logger.debug(describeFault(error), 'buttons could not be changed');
  }
}
