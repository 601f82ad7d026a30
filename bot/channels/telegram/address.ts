import type { Message, MessageEntity, UserFromGetMe } from 'grammy/types';
import { COMMANDS } from './commands.ts';

type Me = Pick<UserFromGetMe, 'id' | 'username'>;

/** Whether a message in a group is meant for the bot: it is named, replied to, or given one of its commands. */
export function isAddressed(message: Message, me: Me): boolean {
  return isReplyToMe(message, me) || entitiesOf(message).some((entity) => names(entity, textOf(message), me));
}

/** The question in a message: its text without the bot's name. */
export function questionIn(message: Message, me: Me): string {
  const text = textOf(message);
  const mentions = entitiesOf(message).filter(
    (entity) => entity.type !== 'bot_command' && names(entity, text, me),
  );
  let question = '';
  let from = 0;
  for (const mention of mentions) {
    question += `${text.slice(from, mention.offset)} `;
    from = mention.offset + mention.length;
  }
  const words = (question + text.slice(from)).replace(/[^\S\n]+/g, ' ').trim();
  return mentions.length > 0 ? words.replace(/^[，,、：:\s]+/, '') : words;
}

/** In a forum every message replies to the one that opened its topic; that one counts for nobody. */
function isReplyToMe(message: Message, me: Me): boolean {
  const repliedTo = message.reply_to_message;
  return repliedTo?.from?.id === me.id && repliedTo.forum_topic_created === undefined;
}

function names(entity: MessageEntity, text: string, me: Me): boolean {
  const words = text.slice(entity.offset, entity.offset + entity.length).toLowerCase();
  const ownName = `@${me.username.toLowerCase()}`;
  switch (entity.type) {
    case 'mention':
      return words === ownName;
    case 'text_mention':
      return entity.user.id === me.id;
    case 'bot_command':
      return entity.offset === 0 && (words.endsWith(ownName) || isOwnCommand(words.slice(1)));
    default:
      return false;
  }
}

/** The menu sends a bare command in a group with one bot, so that ours need no name behind them. */
function isOwnCommand(word: string): boolean {
  return COMMANDS.some(({ command }) => command === word);
}

function textOf(message: Message): string {
  return message.text ?? message.caption ?? '';
}

function entitiesOf(message: Message): readonly MessageEntity[] {
  return message.entities ?? message.caption_entities ?? [];
}
