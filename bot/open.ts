import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Problem } from '../retrieval/documents/document.ts';
import type { EmbeddingSettings } from '../retrieval/embeddings/embedding-settings.ts';
import type { IdentifiedEmbeddings } from '../retrieval/embeddings/identified.ts';
import { openEmbeddings } from '../retrieval/embeddings/open-embeddings.ts';
import { loadStaticEmbeddings, StaticEmbeddings } from '../retrieval/embeddings/static-embeddings.ts';
import { RetrievalError } from '../retrieval/errors.ts';
import { createReranker, type Reranker, type RerankSettings } from '../retrieval/hits/reranker.ts';
import { Searcher, type SearchQuery } from '../retrieval/hits/search.ts';
import { FUSION } from '../retrieval/hits/weights.ts';
import type { CorpusIndex } from '../retrieval/indexes/corpus-index.ts';
import { ingest, isFresh } from '../retrieval/indexes/ingest.ts';
import { modelOfIndex, type OpenedIndex, openIndex } from '../retrieval/indexes/saved.ts';
import { dataLines } from '../retrieval/text/data-files.ts';
import { createPinyinDecoder, type PinyinDecoder, preparePinyinDecoder } from '../retrieval/text/pinyin.ts';
import { createThesaurus } from '../retrieval/text/thesaurus.ts';
import { cutForSearch } from '../retrieval/text/words.ts';
import type { Answer } from './answers/answer.ts';
import { type ComposerDependencies, compose, type Explained } from './answers/composer.ts';
import { Meaning } from './answers/meaning.ts';
import type { Reworder } from './answers/model/reworder.ts';
import { SentenceTerms } from './answers/sentence-terms.ts';
import type { AskOptions, Assistant, DocumentView } from './assistant.ts';
import { createDesk } from './desk/desk.ts';
import type { Logger } from './logger.ts';
import { readAskedNouns } from './questions/asked-nouns.ts';
import { maskPersonalNumbers } from './questions/mask.ts';
import { createNormalise } from './questions/normalise.ts';
import type { AskRequest } from './questions/request.ts';
import { LONGEST_QUESTION, MOST_TURNS } from './questions/request.ts';
import { createOrderCheck, createScreen, type EmergencyKind } from './questions/screen.ts';
import type { Towns } from './questions/towns.ts';

export interface OpenOptions {
  readonly seeds: string;
  readonly index: string;
  readonly logger: Logger;
  readonly clock: () => Date;
  /** A chat model that may reword answers; without it every answer is made of the documents' own words. */
  readonly reworder?: Reworder;
  /** What makes the vectors; the project's own when nothing is said. */
  readonly embeddings?: EmbeddingSettings;
  /** A model that puts the best passages in order; without it the search's own order stands. */
  readonly reranker?: RerankSettings | undefined;
  readonly onProgress?: (done: number, total: number, name: string) => void;
  /** Serve the index as it is when the documents have a fault or the disk is full; without it that is an error. */
  readonly serveOld?: boolean;
}

/** Why an index could not be brought up to date, in one line that says what to do. */
export interface Fault {
  readonly reason: string;
  readonly message: string;
}

/** Also how many problems the documents have, and the reason why the index is older than they are, if it is. */
export type Health = ReturnType<Assistant['health']> & {
  readonly problems: number;
  readonly fault: string | null;
};

/** How an answer came about, as a plain value. */
export interface Explanation {
  readonly analysis: object;
  readonly hits: readonly {
    document: string;
    start: number;
    end: number;
    score: number;
    kept: boolean;
    reasons: readonly string[];
  }[];
  readonly answer: Answer;
  readonly timings: Answer['timings'];
}

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
  const offered = firstQuestions(options, index);
  const { searcher, isStopWord, clock } = dependencies;
  const desk = createDesk({ index, searcher, isStopWord, clock });
  const { reworder } = options;
  const ask = async (request: AskRequest, onSentence?: (sentence: string) => void): Promise<Explained> => {
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

/** An index to answer from, and why it is not a newer one. */
interface Serving {
  readonly opened: OpenedIndex;
  readonly fault: Fault | null;
}

async function openOrIngest(options: OpenOptions): Promise<Serving> {
  const { seeds, index: directory, logger, clock, onProgress } = options;
  const embeddings = await embeddingsFor(options);
  const saved = await openSaved(directory, embeddings, logger);
  try {
    if (saved !== undefined && (await isFresh(seeds, saved.manifest))) return { opened: saved, fault: null };
    const { report, ...made } = await ingest({
      seeds,
      directory,
      embeddings,
      clock,
      keepOtherModel: true,
      onWait: () => logger.info('another ingest is at work; waiting for it'),
      ...(onProgress === undefined ? {} : { onProgress }),
    });
    const { documents, passages, problems } = report;
    logger.info({ documents, passages, problems: problems.length }, 'index is ready');
    return { opened: made, fault: null };
  } catch (error) {
    if (options.serveOld !== true || saved === undefined || !canServeOld(error, seeds, saved)) throw error;
    const { reason, message } = error;
    logger.warn({ reason, fault: message }, 'index not updated; the old one is served');
    return { opened: saved, fault: { reason, message } };
  }
}

/** The configured model. What a question sends to it holds no personal numbers. */
function embeddingsFor({
  embeddings = { kind: 'static' },
  index,
  logger,
}: OpenOptions): Promise<IdentifiedEmbeddings> {
  return openEmbeddings(embeddings, {
    known: modelOfIndex(index),
    maskQuestion: maskPersonalNumbers,
    onQuestionFault: ({ reason, status }) =>
      logger.warn({ reason, status }, 'no vector for a question; found by its words'),
  });
}

function rerankerFor({ reranker, logger }: OpenOptions): Reranker | undefined {
  if (reranker === undefined) return undefined;
  return createReranker(reranker, {
    maskQuestion: maskPersonalNumbers,
    onFault: ({ reason, status }) => logger.warn({ reason, status }, 'passages not reranked'),
  });
}

async function openSaved(
  directory: string,
  embeddings: IdentifiedEmbeddings,
  logger: Logger,
): Promise<OpenedIndex | undefined> {
  try {
    return await openIndex(directory, embeddings);
  } catch (error) {
    if (!(error instanceof RetrievalError) || !error.reason.startsWith('index_')) throw error;
    // Building it anew may cost money, and who runs on the other model would lose the index.
    if (error.reason === 'index_of_other_model') throw error;
    logger.info({ reason: error.reason }, 'no usable index; building it');
    return undefined;
  }
}

/** A fault that a maintainer has yet to mend leaves the old index as good as it was, if it is of this very folder. */
function canServeOld(error: unknown, seeds: string, saved: OpenedIndex): error is RetrievalError {
  return (
    error instanceof RetrievalError &&
    saved.manifest.documents.some(({ name }) => existsSync(join(seeds, name)))
  );
}

/** Everything the composer needs over an index; the evals use it with parts taken out. */
export function dependenciesOf(
  index: CorpusIndex,
  clock: () => Date,
  pinyin: Pinyin = pinyinOver(index),
  rerank?: Reranker,
): ComposerDependencies {
  const stopWords = new Set(dataLines('stop-words.txt'));
  const hotlines = parse(readFileSync(new URL('./wording/hotlines.yaml', import.meta.url), 'utf8')) as Record<
    EmergencyKind,
    { text: string }
  >;
  return {
    index,
    searcher: new Searcher(index, FUSION, rerank),
    memory: new SentenceTerms(),
    meaning: new Meaning(wordEncoder(index)),
    nouns: readAskedNouns(),
    thesaurus: createThesaurus(index.vocabulary.terms),
    understanding: {
      normalise: createNormalise(pinyin.decoder),
      towns: townsOf(index),
    },
    screen: createScreen(),
    hotlines,
    isStopWord: (term) => stopWords.has(term),
    isOrder: createOrderCheck(),
    clock,
  };
}

/** Words are compared by our own vectors, whatever model embeds the passages: theirs are made for whole texts. */
function wordEncoder({ embeddings }: CorpusIndex): (text: string) => Float32Array {
  const own = embeddings instanceof StaticEmbeddings ? embeddings : loadStaticEmbeddings();
  return (text) => own.encode(text);
}

function townsOf(index: CorpusIndex): Towns {
  const known = [
    ...new Set([...index.documents.values()].flatMap((content) => content.description.town ?? [])),
  ];
  const others = index.vocabulary.names.filter(
    ({ name, kind }) =>
      (kind === 'town' || kind === 'neighbouring') && /(?:镇|乡|街道)$/.test(name) && !known.includes(name),
  );
  return { known, others: others.map(({ name, aliases }) => ({ name, aliases: aliases ?? [] })) };
}

interface Pinyin {
  readonly decoder: () => PinyinDecoder;
  /** Makes the decoder ahead; other work goes on between the parts of it. */
  readonly prepare: () => Promise<void>;
}

/** Pinyin is read as words of the documents, everyday questions and names; gathering them takes a while. */
function pinyinOver(index: CorpusIndex): Pinyin {
  let decoder: PinyinDecoder | undefined;
  const names = index.vocabulary.names.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])]);
  const addNames = (lexicon: Map<string, number>): void => {
    for (const name of names) lexicon.set(name, (lexicon.get(name) ?? 0) + 5);
  };
  const addWords = (lexicon: Map<string, number>, text: string): void => {
    for (const word of cutForSearch(text)) lexicon.set(word, (lexicon.get(word) ?? 0) + 1);
  };
  const texts = (): string[] =>
    [...index.documents.values()].flatMap(({ sentences, questions }) =>
      [...sentences, ...questions].map(({ text }) => text),
    );
  return {
    decoder: () => {
      if (decoder !== undefined) return decoder;
      const lexicon = new Map<string, number>();
      for (const text of texts()) addWords(lexicon, text);
      addNames(lexicon);
      decoder = createPinyinDecoder(lexicon);
      return decoder;
    },
    async prepare() {
      const lexicon = new Map<string, number>();
      for (const [number, text] of texts().entries()) {
        addWords(lexicon, text);
        if (number % TEXTS_AT_ONCE === 0) await setImmediate();
      }
      addNames(lexicon);
      const prepared = await preparePinyinDecoder(lexicon, () => setImmediate());
      // A question may have come first and made its own.
      decoder ??= prepared;
    },
  };
}

/** Cutting so many takes a few milliseconds. */
const TEXTS_AT_ONCE = 100;

/** Direction marks and control characters, which would turn or break what is printed after them. */
const TREACHEROUS = /[\p{Cc}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu;

function bounded(request: AskRequest): AskRequest {
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

function viewOf(index: CorpusIndex, name: string): DocumentView | undefined {
  const content = index.documents.get(name);
  if (content === undefined) return undefined;
  const { title, town, period } = content.description;
  return { name, title, town, period, text: content.text };
}

const offers = z.array(z.string().min(1)).max(12);

/** The questions of `first-questions.yaml`, else (also when it is broken) one everyday question a document. */
function firstQuestions({ seeds, logger }: OpenOptions, index: CorpusIndex): string[] {
  const path = join(seeds, 'first-questions.yaml');
  if (existsSync(path)) {
    try {
      return offers.parse(parse(readFileSync(path, 'utf8')));
    } catch {
      const fault = 'first-questions.yaml must be a list of at most 12 questions; see seeds/README.md';
      logger.warn({ fault }, 'first questions are taken from the documents instead');
    }
  }
  return [...index.documents.values()].flatMap((content) => content.questions[0]?.text ?? []);
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

function explanationOf({ answer, understanding, result, candidates }: Explained): Explanation {
  const cited = (document: string, start: number, end: number): boolean =>
    answer.citations.some(
      (citation) => citation.document === document && citation.start < end && start < citation.end,
    );
  const hits = (result?.hits ?? []).map(({ passage, score, signs }) => {
    const best = candidates.find(
      ({ sentence }) =>
        sentence.document === passage.document &&
        sentence.start < passage.end &&
        passage.start < sentence.end,
    );
    return {
      document: passage.document,
      start: passage.start,
      end: passage.end,
      score,
      kept: cited(passage.document, passage.start, passage.end),
      reasons: [
        ...Object.entries(signs).map(([name, value]) => `${name} ${value.toFixed(2)}`),
        ...(best === undefined
          ? []
          : [
              `best sentence ${best.score.toFixed(2)}: ${Object.entries(best.signs)
                .map(([name, value]) => `${name} ${value.toFixed(2)}`)
                .join(', ')}`,
            ]),
      ],
    };
  });
  return { analysis: understanding ?? {}, hits, answer, timings: answer.timings };
}
