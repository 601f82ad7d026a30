import type { Api } from 'grammy';
import { GrammyError } from 'grammy';
import type { Buttons } from './buttons.ts';
import type { TelegramContext } from './context.ts';
import { faultOf } from './faults.ts';
import type { FormattedText } from './formatted-text.ts';
import { split } from './split.ts';

/** Where a message goes. */
export interface Place {
  readonly chat: number;
  /** The topic of a forum. */
  readonly topic: number | undefined;
  readonly replyTo: number | undefined;
}

export interface Delivery {
  readonly buttons?: Buttons;
}

/** Back to where the update came from; as a reply where several people talk, or when it is not the latest message. */
export function placeOf(context: TelegramContext): Place {
  const message = context.msg;
  if (context.chat === undefined) throw new Error('an update without a chat has no place to answer to');
  const isReply = context.chat.type !== 'private' || context.editedMessage !== undefined;
  return {
    chat: context.chat.id,
    topic: message?.is_topic_message ? message.message_thread_id : undefined,
    replyTo: isReply ? message?.message_id : undefined,
  };
}

/** Sends a text in as many messages as it takes, in order, the buttons under the last one. */
export async function deliver(
  api: Api,
  place: Place,
  message: FormattedText,
  delivery: Delivery = {},
): Promise<void> {
  const parts = split(message);
  if (parts.length === 0) throw new Error('an empty message cannot be sent');
  for (const [number, part] of parts.entries()) {
    const isLast = number === parts.length - 1;
    await send(api, place, part, isLast ? delivery : {});
  }
}

/** Puts another text and other buttons in place of the message whose button was pressed. */
export async function redraw(
  context: TelegramContext,
  { text, entities }: FormattedText,
  buttons: Buttons,
): Promise<void> {
  try {
    await context.editMessageText(text, {
      entities: [...entities],
      reply_markup: { inline_keyboard: buttons.map((row) => [...row]) },
      link_preview_options: { is_disabled: true },
    });
  } catch (error) {
    if (faultOf(error) !== 'rejected') throw error;
    // A second tap asks for the page that is there already; a message too old to change gets a new one.
    if (isUnchanged(error)) return;
    await deliver(context.api, placeOf(context), { text, entities }, { buttons });
  }
}

function isUnchanged(error: unknown): boolean {
  return error instanceof GrammyError && error.description.includes('message is not modified');
}

async function send(api: Api, place: Place, part: FormattedText, { buttons }: Delivery): Promise<void> {
  const reply =
    place.replyTo === undefined
      ? {}
      : { reply_parameters: { message_id: place.replyTo, allow_sending_without_reply: true } };
  try {
    await api.sendMessage(place.chat, part.text, {
      ...(place.topic === undefined ? {} : { message_thread_id: place.topic }),
      ...reply,
      ...(part.entities.length > 0 ? { entities: [...part.entities] } : {}),
      ...(buttons?.length ? { reply_markup: { inline_keyboard: buttons.map((row) => [...row]) } } : {}),
      link_preview_options: { is_disabled: true },
    });
  } catch (error) {
    const chat = plainTextChat(error, place.chat);
    if (chat === undefined) throw error;
    await api.sendMessage(chat, part.text);
  }
}

/**
 * Where to try once more with nothing but the words: a group that became a supergroup has a new id, and whatever
 * else Telegram did not like about a message, the words themselves are what the person waits for.
 */
function plainTextChat(error: unknown, chat: number): number | undefined {
  if (!(error instanceof GrammyError)) return undefined;
  switch (faultOf(error)) {
    case 'moved':
      return error.parameters.migrate_to_chat_id;
    case 'rejected':
      return chat;
    default:
      return undefined;
  }
}
