import { Composer } from 'grammy';
import { telegramWording } from '../../../wording/telegram.ts';
import type { TelegramContext } from '../context.ts';
import { notify } from '../notify.ts';
import { RecentMap } from '../recent-map.ts';
import type { Services } from '../services.ts';

const MOST_ALBUMS = 1_000;
const ALBUM_LIFETIME_MS = 60_000;

/** What nobody else took: unknown commands, what is not text, buttons that have expired. */
export function unhandled({ clock }: Pick<Services, 'clock'>): Composer<TelegramContext> {
  const composer = new Composer<TelegramContext>();
  const albums = new RecentMap<true>({ most: MOST_ALBUMS, lifetimeMs: ALBUM_LIFETIME_MS, clock });
  composer.on('callback_query', (context) => notify(context, telegramWording.staleButton));
  composer.on('message:text', (context) => notify(context, telegramWording.unknownCommand));
  composer.on('edited_message:text', (context) => notify(context, telegramWording.editedCommand));
  // Not for what Telegram itself writes into a chat, such as a pinned message or a new member.
  composer.on(
    [
      'message:media',
      'message:file',
      'message:location',
      'message:contact',
      'message:poll',
      'message:dice',
      'message:story',
      'message:game',
      'message:paid_media',
      'message:checklist',
    ],
    async (context) => {
      // The pictures of an album come one by one; one line is enough for all.
      const album = context.msg.media_group_id;
      if (album !== undefined && albums.get(album)) return;
      if (album !== undefined) albums.set(album, true);
      await notify(context, telegramWording.notText);
    },
  );
  return composer;
}
