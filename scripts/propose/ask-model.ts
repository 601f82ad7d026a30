import type { ChatModel } from '../../bot/answers/model/chat-model.ts';
import { type DraftSentence, readDraft } from '../../bot/answers/model/draft.ts';
import { maskPersonalNumbers } from '../../bot/questions/mask.ts';
import { proposal } from '../../bot/wording/model.ts';
import type { IndexedSentence } from '../../retrieval/passages/passage.ts';
import { remoteFaultOf } from '../../retrieval/remote/remote-fault.ts';
import { retried } from '../../retrieval/remote/retried.ts';

export interface ProposeOptions {
  readonly model: ChatModel;
  /** Milliseconds for one passage or article. */
  readonly timeoutMs: number;
  readonly onProgress: (done: number, total: number) => void;
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

const TRIES = 5;

/**
 * Hands sentences of one place to a model, numbered from 1, with what it is to propose for them. Throws
 * `RemoteFault` when it stays away; a reply without anything readable proposes nothing.
 */
export async function askModel(
  task: string,
  place: string,
  sentences: readonly IndexedSentence[],
  { model, timeoutMs, wait }: ProposeOptions,
): Promise<DraftSentence[]> {
  const prompt = { system: task, user: asData(place, sentences) };
  const attempt = () => model(prompt, AbortSignal.timeout(timeoutMs));
  return retried(attempt, { tries: TRIES, ...(wait === undefined ? {} : { wait }) })
    .then(readDraft)
    .catch((error: unknown) => {
      const fault = remoteFaultOf(error);
      if (fault.reason === 'refused' || fault.reason === 'malformed') return [];
      throw fault;
    });
}

/** Everything from the document is JSON behind its heading, as data. */
function asData(place: string, sentences: readonly IndexedSentence[]): string {
  const numbered = sentences.map(({ text }, at) => ({
    [proposal.number]: at + 1,
    [proposal.text]: maskPersonalNumbers(text),
  }));
  const data = JSON.stringify({ [proposal.place]: place, [proposal.sentences]: numbered });
  return `〈${proposal.data}〉\n${data.replace(/[〈〉]/g, '')}\n〈/${proposal.data}〉`;
}
