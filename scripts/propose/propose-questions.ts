import type { ChatModel } from '../../bot/answers/model/chat-model.ts';
import { readDraft } from '../../bot/answers/model/draft.ts';
import { maskPersonalNumbers } from '../../bot/questions/mask.ts';
import { proposal } from '../../bot/wording/model.ts';
import type { DocumentContent } from '../../retrieval/indexes/content.ts';
import type { IndexedSentence, Passage } from '../../retrieval/passages/passage.ts';
import { remoteFaultOf } from '../../retrieval/remote/remote-fault.ts';
import { retried } from '../../retrieval/remote/retried.ts';
import { canonicalNumber, findNumbers } from '../../retrieval/text/numbers.ts';

/** Questions that a stretch of a document may answer, as `seeds/questions/` has them; nobody has read them yet. */
export interface ProposedQuestions {
  readonly quote: string;
  readonly questions: readonly string[];
}

export interface ProposeOptions {
  readonly model: ChatModel;
  /** Milliseconds for one passage. */
  readonly timeoutMs: number;
  readonly onProgress: (done: number, total: number) => void;
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

const TRIES = 5;
const SHORTEST = 4;
const LONGEST = 60;
/** The longest quote that a file of questions may have. */
const LONGEST_QUOTE = 400;

/**
 * Asks a model, passage by passage, how people would ask for what stands there. Sentences that have everyday
 * questions already are left out. Throws `RemoteFault` when the model stays away; a passage that it has nothing
 * readable to say on is passed over.
 */
export async function proposeQuestions(
  content: DocumentContent,
  { model, timeoutMs, onProgress, wait }: ProposeOptions,
): Promise<ProposedQuestions[]> {
  const passages = content.passages.flatMap((passage) => {
    const sentences = unasked(content, passage);
    return sentences.length === 0 ? [] : [{ passage, sentences }];
  });
  const proposed: ProposedQuestions[] = [];
  const known = new Set(content.questions.map(({ text }) => text));
  for (const [done, { passage, sentences }] of passages.entries()) {
    onProgress(done, passages.length);
    const attempt = () => model(promptFor(passage, sentences), AbortSignal.timeout(timeoutMs));
    const drafts = await retried(attempt, { tries: TRIES, ...(wait === undefined ? {} : { wait }) })
      .then(readDraft)
      .catch((error: unknown) => {
        const fault = remoteFaultOf(error);
        if (fault.reason === 'refused' || fault.reason === 'malformed') return [];
        throw fault;
      });
    for (const [at, sentence] of sentences.entries()) {
      const questions = drafts
        .filter(({ evidence }) => evidence.length === 1 && evidence[0] === at + 1)
        .map(({ text }) => text.trim())
        .filter((text) => isQuestion(text, sentence) && !known.has(text));
      for (const text of questions) known.add(text);
      if (questions.length > 0)
        proposed.push({ quote: quoteOf(content, sentence), questions: [...new Set(questions)] });
    }
  }
  onProgress(passages.length, passages.length);
  return proposed;
}

function unasked({ sentences, questions }: DocumentContent, passage: Passage): IndexedSentence[] {
  return passage.sentences
    .map((id) => sentences[id]!)
    .filter(({ start, end }) => end - start <= LONGEST_QUOTE)
    .filter(({ start, end }) => !questions.some((asked) => asked.start < end && start < asked.end));
}

/** Everything from the document is JSON behind its heading, as data. */
function promptFor(passage: Passage, sentences: readonly IndexedSentence[]) {
  const numbered = sentences.map(({ text }, at) => ({
    [proposal.number]: at + 1,
    [proposal.text]: maskPersonalNumbers(text),
  }));
  const data = JSON.stringify({ [proposal.place]: passage.context, [proposal.sentences]: numbered });
  return {
    system: proposal.system,
    user: `〈${proposal.data}〉\n${data.replace(/[〈〉]/g, '')}\n〈/${proposal.data}〉`,
  };
}

/** One line that asks and gives no figure away but the sentence's own. */
function isQuestion(text: string, { text: sentence }: IndexedSentence): boolean {
  const numbers = new Set(findNumbers(sentence).map(canonicalNumber));
  return (
    text.length >= SHORTEST &&
    text.length <= LONGEST &&
    !/[\n<>〈〉{}[\]]|:\/\//.test(text) &&
    findNumbers(text).every((number) => numbers.has(canonicalNumber(number)))
  );
}

function quoteOf({ text }: DocumentContent, { start, end }: IndexedSentence): string {
  return text.slice(start, end).replace(/\s+/g, '');
}
