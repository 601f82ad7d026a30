import { vi } from 'vitest';
import type { Answer } from '../../bot/answers/answer.ts';
import type { OpenedAssistant } from '../../bot/open.ts';

/** An assistant for tests: it says the question back. A question 出错 makes it throw. */
export function fakeAssistant() {
  const ask = vi.fn<OpenedAssistant['ask']>(async (request, options) => {
    if (request.question === '出错') throw new Error('disk');
    const answer: Answer = {
      id: request.id ?? 'made up',
      question: request.question,
      status: 'answered',
      reason: null,
      answer: `答：${request.question}[1]`,
      citations: [],
      notes: [],
      suggestions: [],
      mode: 'extractive',
      timings: { retrieveMs: 0, answerMs: 0 },
    };
    const hits = [{ document: 'a.txt', start: 0, end: 9, score: 0.5 }].slice(0, options?.hits ?? 0);
    return options?.hits === undefined ? answer : { ...answer, hits };
  });
  const close = vi.fn<OpenedAssistant['close']>();
  const assistant = { ask, close } as unknown as OpenedAssistant;
  return { assistant, ask, close };
}
