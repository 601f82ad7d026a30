import type { InlineKeyboardButton } from 'grammy/types';
import { telegramWording } from '../../wording/telegram.ts';
import type { Offer } from './offers.ts';

export type Buttons = readonly (readonly InlineKeyboardButton[])[];

/** Callback data of a follow-up question: the offer's key and the question's place in it. */
export const QUESTION_DATA = /^ask:([\w-]{8}):(\d{1,2})$/;
/** Callback data of a passage: the offer's key and the citation's place in it. */
export const PASSAGE_DATA = /^passage:([\w-]{8}):(\d{1,2})$/;

const PASSAGES_IN_A_ROW = 4;
const MOST_PASSAGES = 12;
const MOST_QUESTIONS = 3;
/** A longer label is cut off by phones anyway. */
const LONGEST_LABEL = 60;

/** The buttons under an answer: its passages first, then questions to go on with, one a row. */
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
      text: question.length > LONGEST_LABEL ? `${question.slice(0, LONGEST_LABEL - 1)}…` : question,
      callback_data: `ask:${key}:${place}`,
    },
  ]);
  const rows = Array.from({ length: Math.ceil(passages.length / PASSAGES_IN_A_ROW) }, (_, row) =>
    passages.slice(row * PASSAGES_IN_A_ROW, (row + 1) * PASSAGES_IN_A_ROW),
  );
  return [...rows, ...questions];
}
