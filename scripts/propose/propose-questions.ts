import { proposal } from '../../bot/wording/model.ts';
import type { DocumentContent } from '../../retrieval/indexes/content.ts';
import type { IndexedSentence, Passage } from '../../retrieval/passages/passage.ts';
import { askModel, type ProposeOptions } from './ask-model.ts';
import { isWithin } from './proposed-line.ts';

/** Questions that a stretch of a document may answer, as `seeds/questions/` has them; nobody has read them yet. */
export interface ProposedQuestions {
  readonly quote: string;
  readonly questions: readonly string[];
}

const LENGTHS = { shortest: 4, longest: 60 };
/** The longest quote that a file of questions may have. */
const LONGEST_QUOTE = 400;

/**
 * Asks a model, passage by passage, how people would ask for what stands there. Sentences that have everyday
 * questions already are left out. Throws `RemoteFault` when the model stays away; a passage that it has nothing
 * readable to say on is passed over.
 */
export async function proposeQuestions(
  content: DocumentContent,
  options: ProposeOptions,
): Promise<ProposedQuestions[]> {
  const passages = content.passages.flatMap((passage) => {
    const sentences = unasked(content, passage);
    return sentences.length === 0 ? [] : [{ passage, sentences }];
  });
  const proposed: ProposedQuestions[] = [];
  const known = new Set(content.questions.map(({ text }) => text));
  for (const [done, { passage, sentences }] of passages.entries()) {
    options.onProgress(done, passages.length);
    const drafts = await askModel(proposal.questions, passage.context, sentences, options);
    for (const [at, sentence] of sentences.entries()) {
      const questions = drafts
        .filter(({ evidence }) => evidence.length === 1 && evidence[0] === at + 1)
        .map(({ text }) => text.trim())
        .filter((text) => isWithin(text, [sentence], LENGTHS) && !known.has(text));
      for (const text of questions) known.add(text);
      if (questions.length > 0)
        proposed.push({ quote: quoteOf(content, sentence), questions: [...new Set(questions)] });
    }
  }
  options.onProgress(passages.length, passages.length);
  return proposed;
}

function unasked({ sentences, questions }: DocumentContent, passage: Passage): IndexedSentence[] {
  return passage.sentences
    .map((id) => sentences[id]!)
    .filter(({ start, end }) => end - start <= LONGEST_QUOTE)
    .filter(({ start, end }) => !questions.some((asked) => asked.start < end && start < asked.end));
}

function quoteOf({ text }: DocumentContent, { start, end }: IndexedSentence): string {
  return text.slice(start, end).replace(/\s+/g, '');
}
