import type { Payload, TelegramDouble, TestUpdate } from './test-double.ts';

export interface Said {
  readonly update: TestUpdate;
  readonly messageId: number;
}

interface Chat {
  readonly id: number;
  readonly type: 'private' | 'supergroup';
}

/** Somebody on Telegram, in a chat of their own or in a group. */
export class TestPerson {
  readonly id: number;
  readonly chat: Chat;
  readonly #double: TelegramDouble;

  constructor(double: TelegramDouble, id: number, group?: number) {
    this.#double = double;
    this.id = id;
    this.chat = group === undefined ? { id, type: 'private' } : { id: group, type: 'supergroup' };
  }

  /** Writes a text; commands and mentions are marked as Telegram marks them. */
  says(text: string, more: Payload = {}): Said {
    return this.sends({ text, entities: entitiesIn(text), ...more });
  }

  /** Sends any message. */
  sends(content: Payload): Said {
    const messageId = this.#double.nextMessageId();
    return { update: this.#double.happen({ message: this.#message(messageId, content) }), messageId };
  }

  edits(messageId: number, text: string): Said {
    const message = { ...this.#message(messageId, { text, entities: entitiesIn(text) }), edit_date: 2 };
    return { update: this.#double.happen({ edited_message: message }), messageId };
  }

  /** Presses a button with this data under a message of the bot. */
  presses(data: string, more: Payload = {}): TestUpdate {
    const message = {
      ...this.#message(this.#double.nextMessageId(), { text: '…', ...more }),
      from: this.#double.me,
    };
    return this.#double.happen({
      callback_query: { id: '1', chat_instance: '1', from: this.#self(), data, message },
    });
  }

  /** Presses the button with this label under the latest message that has one. */
  taps(label: string, more: Payload = {}): TestUpdate {
    const buttons = this.#double.shown(this.chat.id).flatMap(buttonsOf);
    const button = buttons.findLast((candidate) => candidate.text === label);
    if (button === undefined) throw new Error(`no button ${label} among ${buttons.map(({ text }) => text)}`);
    return this.presses(button.callback_data, more);
  }

  /** Blocks the bot, or takes it into a group, or throws it out. */
  changesMembership(before: string, after: string): TestUpdate {
    const user = this.#double.me;
    return this.#double.happen({
      my_chat_member: {
        chat: this.chat,
        from: this.#self(),
        date: 1,
        old_chat_member: { user, status: before },
        new_chat_member: { user, status: after },
      },
    });
  }

  #message(messageId: number, content: Payload): Payload {
    return { message_id: messageId, date: 1, chat: this.chat, from: this.#self(), ...content };
  }

  #self(): Payload {
    return { id: this.id, is_bot: false, first_name: '某人' };
  }
}

/** The buttons under a message. */
export function buttonsOf(
  message: Payload,
): readonly { readonly text: string; readonly callback_data: string }[] {
  const markup = message.reply_markup as
    | { inline_keyboard: { text: string; callback_data: string }[][] }
    | undefined;
  return markup?.inline_keyboard.flat() ?? [];
}

function entitiesIn(text: string): Payload[] {
  const command = /^\/\w+(@\w+)?/.exec(text);
  const commands = command ? [{ type: 'bot_command', offset: 0, length: command[0].length }] : [];
  const mentions = [...text.matchAll(/(?<![\w/])@\w+/g)].map((match) => ({
    type: 'mention',
    offset: match.index,
    length: match[0].length,
  }));
  return [...commands, ...mentions];
}
