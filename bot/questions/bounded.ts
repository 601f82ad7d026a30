import { type AskRequest, LONGEST_QUESTION, MOST_TURNS } from './request.ts';

/** Direction marks and control characters, which would turn or break what is printed after them. */
const TREACHEROUS = /[\p{Cc}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu;

/** A request within its limits: the question and the history cut, the town without marks that turn what is printed. */
export function bounded(request: AskRequest): AskRequest {
  const { question, town, history } = request;
  return {
    ...request,
    question: wellFormed(question.slice(0, LONGEST_QUESTION)),
    ...(town == null ? {} : { town: wellFormed(town.replace(TREACHEROUS, '')).trim() }),
    ...(history === undefined
      ? {}
      : { history: history.slice(-MOST_TURNS).map((turn) => ({ ...turn, text: wellFormed(turn.text) })) }),
  };
}

/** Halves of a character, which no file and no network can carry, become the sign for what can't be read. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}
