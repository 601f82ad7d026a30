import type { InlineKeyboardButton } from 'grammy/types';
import { FEEDBACK_REASONS } from '../../conversations/store.ts';
import { telegramWording } from '../../wording/telegram.ts';
import type { Offer, Rating } from './offers.ts';

export type Buttons = readonly (readonly InlineKeyboardButton[])[];

/** Callback data of a follow-up question: the offer's key and the question's place in it. */
export const QUESTION_DATA = /^ask:([\w-]{8}):(\d{1,2})$/;
/** Callback data of a passage: the offer's key and the citation's place in it. */
export const PASSAGE_DATA = /^passage:([\w-]{8}):(\d{1,2})$/;
/** Callback data of 👍 and 👎: the offer's key. */
export const VERDICT_DATA = /^(good|bad):([\w-]{8})$/;
/** Callback data of a reason: the offer's key and the reason's place in the list. */
export const REASON_DATA = /^why:([\w-]{8}):(\d)$/;

const PASSAGES_IN_A_ROW = 4;
const MOST_PASSAGES = 12;
const MOST_QUESTIONS = 3;
const REASONS_IN_A_ROW = 3;
/** A longer label is cut off by phones anyway. */
const LONGEST_LABEL = 60;

/** The buttons under an answer: its passages first, then questions to go on with, one a row, then 👍 and 👎. */
export function offerButtons(key: string, offer: Offer): Buttons {
  const passages = offer.citations.slice(0, MOST_PASSAGES).map((citation, place) => ({
    text:
      offer.citations.length === 1
        ? telegramWording.answer.passageButton
        : `${telegramWording.answer.passageButton} [${citation.mark}]`,
    callback_data: `passage:${key}:${place}`,
  }));
  const questions = offer.questions.slice(0, MOST_QUESTIONS).map((question, place) => [
    {
      text: labelOf(question),
      callback_data: `ask:${key}:${place}`,
    },
  ]);
  const rating = offer.rated === undefined ? [] : ratingButtons(key, offer.rated.rating);
  return [...inRows(passages, PASSAGES_IN_A_ROW), ...questions, ...rating];
}

/** 👍 and 👎, the chosen one ticked; the reasons instead while one is to be chosen, with 👍 as the way back. */
function ratingButtons(key: string, rating: Rating | undefined): Buttons {
  const { good, bad, reasons, chosen } = telegramWording.feedback;
  const ticked = (label: string, isChosen: boolean): string => (isChosen ? chosen(label) : label);
  const goodButton = { text: ticked(good, rating?.verdict === 'good'), callback_data: `good:${key}` };
  if (rating?.choosing) {
    const choices = FEEDBACK_REASONS.map((reason, place) => ({
      text: ticked(reasons[reason], rating.reason === reason),
      callback_data: `why:${key}:${place}`,
    }));
    return [...inRows(choices, REASONS_IN_A_ROW), [goodButton]];
  }
  const reason = rating?.reason ? ` ${reasons[rating.reason]}` : '';
  const badButton = {
    text: ticked(`${bad}${reason}`, rating?.verdict === 'bad'),
    callback_data: `bad:${key}`,
  };
  return [[goodButton, badButton]];
}

/** A label that phones show whole. */
function labelOf(text: string): string {
  return text.length > LONGEST_LABEL ? `${text.slice(0, LONGEST_LABEL - 1)}…` : text;
}

/** Buttons side by side, so many in a row. */
export function inRows(buttons: readonly InlineKeyboardButton[], most: number): Buttons {
  return Array.from({ length: Math.ceil(buttons.length / most) }, (_, row) =>
    buttons.slice(row * most, (row + 1) * most),
  );
}
