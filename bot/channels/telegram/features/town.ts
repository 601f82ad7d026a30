import { createHash } from 'node:crypto';
import { Composer } from 'grammy';
import { townsNamed } from '../../../questions/towns.ts';
import { telegramWording } from '../../../wording/telegram.ts';
import { type Buttons, inRows } from '../buttons.ts';
import type { TelegramContext } from '../context.ts';
import { deliver, placeOf } from '../delivery.ts';
import { join } from '../formatted-text.ts';
import { changeButtons, notify, toast } from '../notify.ts';
import { knownTowns, type Services } from '../services.ts';

/** Callback data of a town: a digest of its name, since names have any length; nothing for no town. */
const TOWN_DATA = /^town:([\w-]{12})?$/;
const TOWNS_IN_A_ROW = 2;
/** Telegram shows a hundred buttons at most. */
const MOST_TOWNS = 60;

/** /town: which town this chat's questions are about when they name none. */
export function town(services: Services): Composer<TelegramContext> {
  const { chatTowns } = services;
  const composer = new Composer<TelegramContext>();
  composer.command('town', async (context) => {
    const towns = knownTowns(services);
    const words = context.match.trim();
    const { known } = townsNamed(words, { known: towns, others: [] });
    const place = placeOf(context);
    const say = (text: string, buttons: Buttons = []): Promise<void> =>
      deliver(context.api, place, join([text]), { buttons });
    const { none, set, any, choose, unknown, anyWord } = telegramWording.town;
    if (towns.length === 0) return say(none);
    if (words === anyWord) {
      chatTowns.clear(place.chat);
      return say(any);
    }
    const [named, another] = known;
    if (named !== undefined && another === undefined) {
      chatTowns.set(place.chat, named);
      return say(set(named));
    }
    const current = chatTowns.of(place.chat, towns);
    await say(words === '' ? choose(current) : unknown, townButtons(towns, current));
  });
  composer.callbackQuery(TOWN_DATA, async (context) => {
    const [, digest] = context.match;
    const chat = context.chatId ?? 0;
    const towns = knownTowns(services);
    const chosen = towns.find((name) => digestOf(name) === digest);
    const { set, any, gone } = telegramWording.town;
    if (digest !== undefined && chosen === undefined) return notify(context, gone);
    if (chosen === undefined) chatTowns.clear(chat);
    else chatTowns.set(chat, chosen);
    await toast(context, chosen === undefined ? any : set(chosen));
    await changeButtons(context, townButtons(towns, chosen));
  });
  return composer;
}

function townButtons(towns: readonly string[], current: string | undefined): Buttons {
  const { chosen } = telegramWording.feedback;
  const { anyWord } = telegramWording.town;
  const choices = towns.slice(0, MOST_TOWNS).map((name) => ({
    text: name === current ? chosen(name) : name,
    callback_data: `town:${digestOf(name)}`,
  }));
  const any = { text: current === undefined ? chosen(anyWord) : anyWord, callback_data: 'town:' };
  return [...inRows(choices, TOWNS_IN_A_ROW), [any]];
}

function digestOf(name: string): string {
  return createHash('sha256').update(name).digest('base64url').slice(0, 12);
}
