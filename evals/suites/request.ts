import type { AskRequest } from '../../bot/questions/request.ts';
import type { GoldenQuestion } from '../golden/question.ts';

/** A golden question as a person would send it. */
export function toRequest({ id, question, history }: GoldenQuestion): AskRequest {
  return { id, question, ...(history === undefined ? {} : { history }) };
}
