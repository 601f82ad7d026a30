import { Composer } from 'grammy';
import { FEEDBACK_REASONS } from '../../../conversations/store.ts';
import { telegramWording } from '../../../wording/telegram.ts';
import { offerButtons, REASON_DATA, VERDICT_DATA } from '../buttons.ts';
import type { TelegramContext } from '../context.ts';
import { deliver, placeOf } from '../delivery.ts';
import { describeFault } from '../faults.ts';
import { join } from '../formatted-text.ts';
import { changeButtons, notify, toast } from '../notify.ts';
import type { RatedAnswer, Rating } from '../offers.ts';
import type { Services } from '../services.ts';

/** The store cuts off what is longer; nobody shall be thanked for words that are not there. */
const LONGEST_WORDS = 1_000;

type Opinion = Pick<Rating, 'verdict' | 'reason' | 'choosing'>;

/** 👍 and 👎 under an answer, the reasons after 👎, and /feedback for words of one's own. */
export function feedback(services: Services): Composer<TelegramContext> {
  const composer = new Composer<TelegramContext>();
  composer.callbackQuery(VERDICT_DATA, async (context) => {
    const [, verdict, key = ''] = context.match;
    await rate(context, services, key, (before) =>
      verdict === 'good'
        ? { verdict: 'good', reason: null, choosing: false }
        : { verdict: 'bad', reason: before?.reason ?? null, choosing: true },
    );
  });
  composer.callbackQuery(REASON_DATA, async (context, next) => {
    const [, key = '', place] = context.match;
    const reason = FEEDBACK_REASONS[Number(place)];
    if (reason === undefined) return next();
    await rate(context, services, key, () => ({ verdict: 'bad', reason, choosing: false }));
  });
  composer.command('feedback', async (context) => {
    const words = context.match.trim();
    const { missing, tooLong, thanksForWords, failed } = telegramWording.feedback;
    const say = (text: string): Promise<void> => deliver(context.api, placeOf(context), join([text]));
    if (words === '') return say(missing);
    if (words.length > LONGEST_WORDS) return say(tooLong(LONGEST_WORDS));
    await say(keepWords(context, services, words) ? thanksForWords : failed);
  });
  return composer;
}

/** The row first, the thank-you after it: what a person is thanked for must be there. */
async function rate(
  context: TelegramContext,
  services: Services,
  key: string,
  opinionAfter: (before: Rating | undefined) => Opinion,
): Promise<void> {
  const { expired, notYours, failed } = telegramWording.feedback;
  const chat = context.chatId ?? 0;
  const offer = services.offers.find(chat, key);
  if (offer?.rated === undefined) return notify(context, expired);
  const { rated } = offer;
  if (!mayRate(rated, context.arrival.asker)) return notify(context, notYours);
  const opinion = opinionAfter(rated.rating);
  const id = keepRating(context, services, rated, opinion);
  if (id === undefined) return notify(context, failed);
  const changed = { ...offer, rated: { ...rated, rating: { id, ...opinion } } };
  services.offers.replace(chat, key, changed);
  await toast(context, thanksFor(opinion));
  await changeButtons(context, offerButtons(key, changed));
}

/** A group or channel that asked as itself has no person behind it; there anybody may say what they think. */
function mayRate({ asker }: RatedAnswer, presser: string): boolean {
  return asker === presser || asker.startsWith('-');
}

/** The number of the row, new or amended; undefined when the store has failed. */
function keepRating(
  context: TelegramContext,
  { feedbackBook, personOf }: Services,
  { question, answer, rating }: RatedAnswer,
  { verdict, reason }: Opinion,
): number | undefined {
  try {
    // Retention may have taken the old row away meanwhile; then there is a new one.
    if (rating !== undefined && feedbackBook.amendFeedback(rating.id, { verdict, reason })) return rating.id;
    const person = personOf(context.arrival.asker);
    const given = { channel: 'telegram', person, verdict, reason, comment: null, question, answer } as const;
    return feedbackBook.addFeedback(given).id;
  } catch (error) {
    context.arrival.logger.error(describeFault(error), 'feedback could not be stored');
    return undefined;
  }
}

function keepWords(context: TelegramContext, { feedbackBook, personOf }: Services, words: string): boolean {
  const repliedTo = context.msg?.reply_to_message;
  const answer = repliedTo?.from?.id === context.me.id ? (repliedTo.text ?? null) : null;
  try {
    feedbackBook.addFeedback({
      channel: 'telegram',
      person: personOf(context.arrival.asker),
      verdict: null,
      reason: null,
      comment: words,
      question: null,
      answer,
    });
    return true;
  } catch (error) {
    context.arrival.logger.error(describeFault(error), 'feedback could not be stored');
    return false;
  }
}

function thanksFor({ verdict, reason, choosing }: Opinion): string {
  const { thanks, thanksAndWhy, thanksForReason, reasons } = telegramWording.feedback;
  if (verdict === 'good') return thanks;
  return choosing || reason === null ? thanksAndWhy : thanksForReason(reasons[reason]);
}
