import { Composer } from 'grammy';
import { telegramWording } from '../../../wording/telegram.ts';
import { sourceLine } from '../answer-message.ts';
import type { TelegramContext } from '../context.ts';
import { deliver, placeOf } from '../delivery.ts';
import { type FormattedText, join, styled } from '../formatted-text.ts';
import type { Services } from '../services.ts';

/** More lines than this nobody reads in a chat. */
const MOST_LISTED = 60;

/** /source: the documents that answers come from, and how new they are. */
export function source({ assistant }: Services): Composer<TelegramContext> {
  const composer = new Composer<TelegramContext>();
  composer.command('source', async (context) => {
    await deliver(context.api, placeOf(context), sourceList(assistant));
  });
  return composer;
}

function sourceList(assistant: Services['assistant']): FormattedText {
  const { title, none, unlisted, indexedAt } = telegramWording.source;
  const documents = assistant.documents();
  if (documents.length === 0) return join([none]);
  const more = documents.length - MOST_LISTED;
  return join(
    [
      styled('bold', title(documents.length)),
      ...documents.slice(0, MOST_LISTED).map((document, place) => `${place + 1}. ${sourceLine(document)}`),
      ...(more > 0 ? [unlisted(more)] : []),
      indexedAt(assistant.health().indexedAt.slice(0, 10)),
    ],
    '\n',
  );
}
