import type { Answer } from '../answers/answer.ts';
import type { OpenedAssistant } from '../open.ts';

/** For tests: an assistant over a generation by this name; it answers with that name, once `until` has come. */
export function fakeOpened(
  generation: string,
  { until = Promise.resolve(), offered = [] }: { until?: Promise<unknown>; offered?: string[] } = {},
): { readonly opened: OpenedAssistant; readonly closed: () => boolean } {
  let closed = false;
  const opened = {
    generation,
    fault: null,
    ask: async () => {
      await until;
      return { answer: closed ? 'closed' : generation } as Answer;
    },
    firstQuestions: () => offered,
    documents: () => [{ name: generation }],
    problems: () => [],
    warm: async () => undefined,
    health: () => ({ ready: true, indexedAt: generation, passages: 1, problems: 0, fault: null }),
    close: () => {
      closed = true;
    },
  } as unknown as OpenedAssistant;
  return { opened, closed: () => closed };
}
