import { Composer } from 'grammy';
import { maskBeforeKeeping } from '../../../questions/mask.ts';
import { deskWording } from '../../../wording/desk.ts';
import { telegramWording } from '../../../wording/telegram.ts';
import { type Buttons, inRows, offerButtons } from '../buttons.ts';
import type { TelegramContext } from '../context.ts';
import { deliver, placeOf, redraw } from '../delivery.ts';
import { join } from '../formatted-text.ts';
import { notify, stopSpinner } from '../notify.ts';
import type { Offer } from '../offers.ts';
import { knownTowns, type Services } from '../services.ts';
import { type TargetsPage, targetsPage } from '../targets-page.ts';

/** Callback data of a page: the offer's key, the look-up's place in it, and the page from 0. */
const PAGE_DATA = /^rows:([\w-]{8}):(\d{1,2}):(\d{1,4})$/;
const EXAMPLES_IN_A_ROW = 2;
const MOST_EXAMPLES = 8;
/** Nobody looks for more words at once; the register is searched for each of them. */
const LONGEST_WORDS = 60;

/** /targets: the register of targets, works and results, by everyday words, page by page. */
export function targets(services: Services): Composer<TelegramContext> {
  const { offers } = services;
  const composer = new Composer<TelegramContext>();
  composer.command('targets', async (context) => {
    const words = maskBeforeKeeping(context.match.trim()).slice(0, LONGEST_WORDS);
    if (words === '') return introduce(context, services);
    const place = placeOf(context);
    const shown = pageFor(services, place.chat, words, 0);
    const offer = { questions: [], citations: shown.citations, lookups: [words] };
    const buttons = pageButtons(offers.keep(place.chat, offer), offer, 0, shown);
    await deliver(context.api, place, shown.message, { buttons });
  });
  composer.callbackQuery(PAGE_DATA, async (context) => {
    const [, key = '', which, page] = context.match;
    const chat = context.chatId ?? 0;
    const offer = offers.find(chat, key);
    const words = offer?.lookups?.[Number(which)];
    if (offer === undefined || words === undefined) return notify(context, telegramWording.targets.expired);
    await stopSpinner(context);
    const shown = pageFor(services, chat, words, Number(page));
    const turned = { ...offer, citations: shown.citations };
    offers.replace(chat, key, turned);
    await redraw(context, shown.message, pageButtons(key, turned, Number(which), shown));
  });
  return composer;
}

/** No words: what can be asked for, with a few look-ups to tap. */
async function introduce(context: TelegramContext, services: Services): Promise<void> {
  const { missing } = telegramWording.targets;
  const { targets: all } = services.assistant.desk;
  const place = placeOf(context);
  if (all().length === 0) return deliver(context.api, place, join([telegramWording.targets.empty]));
  const kinds = [deskWording.kinds.target, deskWording.kinds.result];
  const lookups = knownTowns(services)
    .flatMap((town) => kinds.map((kind) => `${town} ${kind}`))
    .slice(0, MOST_EXAMPLES);
  const key = services.offers.keep(place.chat, { questions: [], citations: [], lookups });
  const examples = lookups.map((text, which) => ({ text, callback_data: `rows:${key}:${which}:0` }));
  await deliver(context.api, place, join([missing]), { buttons: inRows(examples, EXAMPLES_IN_A_ROW) });
}

function pageFor(services: Services, chat: number, words: string, page: number): TargetsPage {
  const towns = knownTowns(services);
  const { assistant, chatTowns, clock } = services;
  const chatTown = chatTowns.of(chat, towns);
  return targetsPage(assistant.desk, { words, page, towns, chatTown, now: clock() });
}

function pageButtons(key: string, offer: Offer, which: number, { page, pages }: TargetsPage): Buttons {
  const { previous, next } = deskWording.targetsPage;
  const to = (number: number, text: string) => ({ text, callback_data: `rows:${key}:${which}:${number}` });
  const turning = [
    ...(page > 0 ? [to(page - 1, previous)] : []),
    ...(page < pages - 1 ? [to(page + 1, next)] : []),
  ];
  return [...offerButtons(key, offer), ...(turning.length > 0 ? [turning] : [])];
}
