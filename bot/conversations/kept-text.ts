import { maskBeforeKeeping, maskPersonalNumbers } from '../questions/mask.ts';
import { LONGEST_QUESTION } from '../questions/request.ts';
import type { Feedback, Unanswered } from './store.ts';

/** In UTF-16 units; what is longer is cut. An answer is at most some hundred characters, with its notes more. */
const LONGEST = { question: LONGEST_QUESTION, answer: 4_000, comment: 1_000, name: 100 } as const;

/** Feedback as it may be stored: personal numbers masked, every text of bounded length. */
export function keptFeedback(feedback: Feedback): Feedback {
  const { channel, person, verdict, reason, comment, question, answer } = feedback;
  return {
    channel,
    person: cut(person, LONGEST.name),
    verdict,
    reason,
    comment: keptComment(comment),
    question: question === null ? null : keptWords(question, LONGEST.question),
    answer: answer === null ? null : keptAnswer(answer),
  };
}

/** A person's remark as it may be stored; one of blanks alone is none. */
export function keptComment(comment: string | null): string | null {
  return comment === null || comment.trim() === '' ? null : keptWords(comment.trim(), LONGEST.comment);
}

/** An unanswered question as it may be stored: personal numbers masked, every text of bounded length. */
export function keptUnanswered(unanswered: Unanswered): Unanswered {
  const { channel, person, question, reason, answer } = unanswered;
  return {
    channel,
    person: cut(person, LONGEST.name),
    question: keptWords(question, LONGEST.question),
    reason: cut(reason, LONGEST.name),
    answer: keptAnswer(answer),
  };
}

/** Masked before it is cut: half a number would no longer be known for one. */
function keptWords(text: string, longest: number): string {
  return cut(maskBeforeKeeping(text), longest);
}

/** An answer is made of public documents, whose offices' telephones a reviewer wants to see. */
function keptAnswer(text: string): string {
  return cut(maskPersonalNumbers(text), LONGEST.answer);
}

/** Halves of a character, which UTF-8 cannot carry, become the sign for what can't be read. */
function cut(text: string, longest: number): string {
  return text.slice(0, longest).replace(/\p{Surrogate}/gu, '\ufffd');
}
