import { setImmediate } from 'node:timers/promises';
import type { Problem } from '../retrieval/documents/document.ts';
import { createReranker, type Reranker, type RerankSettings } from '../retrieval/hits/reranker.ts';
import type { SearchQuery } from '../retrieval/hits/search.ts';
import type { CorpusIndex } from '../retrieval/indexes/corpus-index.ts';
import { openIndex } from '../retrieval/indexes/saved.ts';
import type { Answer } from './answers/answer.ts';
import { type ComposerDependencies, compose, type Explained } from './answers/composer.ts';
import { dependenciesOf } from './answers/dependencies.ts';
import { type Explanation, explanationOf } from './answers/explanation.ts';
import type { Reworder } from './answers/model/reworder.ts';
import type { AskOptions, Assistant, DocumentView } from './assistant.ts';
import { createDesk } from './desk/desk.ts';
import { firstQuestions } from './first-questions.ts';
import { bounded } from './questions/bounded.ts';
import { maskPersonalNumbers } from './questions/mask.ts';
import { pinyinOver } from './questions/pinyin-words.ts';
import type { AskRequest } from './questions/request.ts';
import { embeddingsFor, type Fault, type IndexOptions, openOrIngest, type Serving } from './serving-index.ts';
import { Turns } from './turns.ts';

export interface OpenOptions extends IndexOptions {
  /** A chat model that may reword answers; without it every answer is made of the documents' own words. */
  readonly reworder?: Reworder;
  /** A model that puts the best passages in order; without it the search's own order stands. */
  readonly reranker?: RerankSettings | undefined;
}

/** Also how many problems the documents have, and the reason why the index is older than they are, if it is. */
export type Health = ReturnType<Assistant['health']> & {
  readonly problems: number;
  readonly fault: string | null;
};

export interface OpenedAssistant extends Assistant {
  /** The generation of the index that it answers from. */
  readonly generation: string;
  /** Why the index is older than the documents; null when it is not. */
  readonly fault: Fault | null;
  explain(request: AskRequest): Promise<Explanation>;
  health(): Health;
  /** What was wrong with the documents when they were taken in, and what was done about it. */
  problems(): readonly Problem[];
  /** Makes what first questions would wait for (the dictionary, the sounds of words); other work goes on meanwhile. */
  warm(): Promise<void>;
  close(): void;
}

/** Opens the index as it was saved, whatever the seeds are by now. Throws when there is none to use. */
export async function openSavedAssistant(options: OpenOptions): Promise<OpenedAssistant> {
  // Questions are answered meanwhile: other work goes on between the parts of it.
  const embeddings = await embeddingsFor(options);
  await setImmediate();
  const opened = await openIndex(options.index, embeddings);
  await setImmediate();
  return assistantOver({ opened, fault: null }, options);
}

/** Opens the index (brings it up to date first when the seeds changed) and gives the assistant over it. */
export async function openAssistant(options: OpenOptions): Promise<OpenedAssistant> {
  return assistantOver(await openOrIngest(options), options);
}

function assistantOver({ opened, fault }: Serving, options: OpenOptions): OpenedAssistant {
  const { index, manifest } = opened;
  const pinyin = pinyinOver(index);
  const dependencies = dependenciesOf(index, options.clock, pinyin, rerankerFor(options));
  const offered = firstQuestions(options.seeds, options.logger, index);
  const { searcher, isStopWord, clock } = dependencies;
  const desk = createDesk({ index, searcher, isStopWord, clock });
  const { reworder } = options;
  const turns = new Turns();
  const ask = async (request: AskRequest, onSentence?: (sentence: string) => void): Promise<Explained> => {
    await turns.next();
    const bound = bounded(request);
    const own = await compose(dependencies, bound);
    if (reworder === undefined) return own;
    const explained = await completed(dependencies, reworder, bound, own);
    const context = { question: bound.question, history: bound.history ?? [] };
    return { ...explained, answer: await reworder.reword(index, explained.answer, context, onSentence) };
  };
  return {
    generation: manifest.generation,
    fault,
    async ask(request: AskRequest, askOptions: AskOptions = {}): Promise<Answer> {
      let shown = '';
      const onSentence = (sentence: string): void => {
        shown += sentence;
        askOptions.onSentence?.(sentence);
      };
      const explained = await ask(request, askOptions.onSentence === undefined ? undefined : onSentence);
      const { status, answer } = explained.answer;
      // What was shown of an answer that was given up in the end is replaced as a whole by the one that goes out.
      if ((status === 'answered' || status === 'clarify') && answer.startsWith(shown)) {
        for (const sentence of answer.slice(shown.length).split(/(?<=[。；])/))
          if (sentence !== '') onSentence(sentence);
      }
      if (askOptions.hits === undefined) return explained.answer;
      const hits = await bestHits(dependencies, bounded(request), explained, askOptions.hits);
      return { ...explained.answer, hits };
    },
    async explain(request) {
      const explained = await ask(request);
      return explanationOf(explained);
    },
    document: (name) => viewOf(index, name),
    documents: () => [...index.documents.keys()].map((name) => viewOf(index, name)!),
    firstQuestions: () => offered,
    desk,
    health: () => ({
      ready: true,
      indexedAt: manifest.createdAt,
      passages: index.passages.size,
      problems: manifest.problems.length,
      fault: fault?.reason ?? null,
    }),
    problems: () => manifest.problems,
    warm: () => pinyin.prepare(),
    close: () => undefined,
  };
}

/**
 * A follow-up that was not understood by itself is asked once more as the model completes it, if that gives an
 * answer. What is blocked never gets here.
 */
async function completed(
  dependencies: ComposerDependencies,
  reworder: Reworder,
  request: AskRequest,
  own: Explained,
): Promise<Explained> {
  const { history = [], question } = request;
  const { status } = own.answer;
  const isUnclear = status === 'refused' || status === 'clarify';
  if (!isUnclear || history.length === 0 || own.understanding?.context === '') return own;
  const whole = await reworder.completeQuestion({ question, history });
  if (whole === undefined) return own;
  const second = await compose(dependencies, { ...request, question: whole, history: [] });
  return second.answer.status === 'answered' ? { ...second, answer: { ...second.answer, question } } : own;
}

function rerankerFor({ reranker, logger }: OpenOptions): Reranker | undefined {
  if (reranker === undefined) return undefined;
  return createReranker(reranker, {
    maskQuestion: maskPersonalNumbers,
    onFault: ({ reason, status }) => logger.warn({ reason, status }, 'passages not reranked'),
  });
}

function viewOf(index: CorpusIndex, name: string): DocumentView | undefined {
  const content = index.documents.get(name);
  if (content === undefined) return undefined;
  const { title, town, period } = content.description;
  return { name, title, town, period, text: content.text };
}

async function bestHits(
  dependencies: ComposerDependencies,
  request: AskRequest,
  explained: Explained,
  count: number,
): Promise<NonNullable<Answer['hits']>> {
  const found = explained.result?.hits ?? [];
  // An answer looks at fewer passages than may be asked for, and a greeting at none.
  const hits =
    found.length >= count
      ? found
      : (await dependencies.searcher.search(queryOf(dependencies, request, explained), count)).hits;
  return hits.slice(0, count).map(({ passage, score }) => ({
    document: passage.document,
    start: passage.start,
    end: passage.end,
    score: Math.round(score * 1e4) / 1e4,
  }));
}

/** The question as it was looked up, or as it would have been. */
function queryOf(
  dependencies: ComposerDependencies,
  request: AskRequest,
  { understanding }: Explained,
): SearchQuery {
  const aspect = understanding?.aspects[0];
  if (aspect === undefined) return { text: dependencies.understanding.normalise(request.question) };
  const { text, context, town, years } = aspect;
  return { text, context, town, years };
}
