// @ts-check
/** @import { Answer } from '../../../answers/answer.ts' */
/** @import { SendFeedback } from './feedback-view.js' */

/** An answer that came with the server's receipt for it. @typedef {Answer & { receipt: string }} JudgedAnswer */

/**
 * @param {Answer} answer
 * @returns {answer is JudgedAnswer}
 */
export function hasReceipt(answer) {
  return 'receipt' in answer && typeof answer.receipt === 'string';
}

/**
 * Sends what a person says of an answer, with its words and receipt.
 * @param {JudgedAnswer} judged
 * @param {string} otherwise what is said when the server can't be understood
 * @returns {SendFeedback}
 */
export function feedbackSender({ receipt, question, answer }, otherwise) {
  return async (verdict) => {
    try {
      const response = await fetch('/api/feedback', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ receipt, question, answer, ...verdict }),
      });
      const value = await response.json();
      if (value.kept === true) return { kept: true };
      return { kept: false, message: String(value.error?.message ?? otherwise) };
    } catch {
      return { kept: false, message: otherwise };
    }
  };
}
