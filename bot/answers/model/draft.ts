import { z } from 'zod';
import { RemoteFault } from '../../../retrieval/remote/remote-fault.ts';

/** A sentence that a model proposes, with the numbers of the evidence that it claims to rest on. */
export interface DraftSentence {
  readonly text: string;
  readonly evidence: readonly number[];
}

/** What came back: the tool's arguments when it was called, and the words beside them. */
export interface ModelReply {
  readonly toolArguments: unknown;
  readonly text: string;
}

/** Nobody needs more to answer in 400 characters; checking costs time for each. */
const MOST_SENTENCES = 12;
const LONGEST_SENTENCE = 400;

/** Some models write evidence as "1" or "[1]", or as a single number. */
const evidenceNumber = z.union([
  z.number().int(),
  z
    .string()
    .regex(/^\D{0,4}\d{1,3}\D{0,4}$/)
    .transform((text) => Number(text.match(/\d+/)![0])),
]);
const draftSentence = z.object({
  text: z.string().max(LONGEST_SENTENCE),
  evidence: z.preprocess(
    (value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]),
    z.array(evidenceNumber),
  ),
});
const draft = z.object({ sentences: z.array(draftSentence).max(MOST_SENTENCES) });

/** Reads the sentences out of a reply. Throws `refused` when there is none and `malformed` for anything else. */
export function readDraft(reply: ModelReply): DraftSentence[] {
  for (const value of [reply.toolArguments, ...objectsIn(reply.text)]) {
    const result = draft.safeParse(value);
    if (!result.success) continue;
    if (result.data.sentences.length === 0) throw new RemoteFault('refused');
    return result.data.sentences;
  }
  throw new RemoteFault('malformed');
}

/**
 * The sentences that are whole in what could be read of a reply so far: all but the last, which may still grow. None
 * from the first one on that is no sentence.
 */
export function readDraftSoFar(value: unknown): DraftSentence[] {
  const { sentences } = (value ?? {}) as { sentences?: unknown };
  if (!Array.isArray(sentences)) return [];
  const whole: DraftSentence[] = [];
  for (const sentence of sentences.slice(0, -1).slice(0, MOST_SENTENCES)) {
    const result = draftSentence.safeParse(sentence);
    if (!result.success) break;
    whole.push(result.data);
  }
  return whole;
}

/** JSON in free text: alone, in a code block, or after a model's thoughts. */
function objectsIn(text: string): unknown[] {
  const spoken = text.replace(/^[\s\S]*<\/think>/, '');
  const first = spoken.indexOf('{');
  const last = spoken.lastIndexOf('}');
  if (first === -1 || last < first) return [];
  try {
    return [JSON.parse(spoken.slice(first, last + 1))];
  } catch {
    return [];
  }
}
