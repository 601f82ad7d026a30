import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { loadStaticEmbeddings, StaticEmbeddings } from '../retrieval/embeddings/static-embeddings.ts';
import { RetrievalError } from '../retrieval/errors.ts';
import { Searcher } from '../retrieval/hits/search.ts';
import type { CorpusIndex } from '../retrieval/indexes/corpus-index.ts';
import { ingest, isFresh } from '../retrieval/indexes/ingest.ts';
import { openIndex } from '../retrieval/indexes/saved.ts';
import { dataLines } from '../retrieval/text/data-files.ts';
import { createPinyinDecoder, type PinyinDecoder } from '../retrieval/text/pinyin.ts';
import { createThesaurus } from '../retrieval/text/thesaurus.ts';
import { cutForSearch } from '../retrieval/text/words.ts';
import type { Answer } from './answers/answer.ts';
import { type ComposerDependencies, compose, type Explained } from './answers/composer.ts';
import { createReworder, type ReworderSettings } from './answers/model/reworder.ts';
import { Meaning } from './answers/meaning.ts';
import { SentenceTerms } from './answers/sentence-terms.ts';
import type { AskOptions, Assistant, DocumentView } from './assistant.ts';
import type { Logger } from './logger.ts';
import { readAskedNouns } from './questions/asked-nouns.ts';
import { createNormalise } from './questions/normalise.ts';
import type { AskRequest } from './questions/request.ts';
import { LONGEST_QUESTION, MOST_TURNS } from './questions/request.ts';
import { createScreen, type EmergencyKind } from './questions/screen.ts';
import type { Towns } from './questions/towns.ts';

export interface OpenOptions {
  readonly seeds: string;
  readonly index: string;
  readonly logger: Logger;
  readonly clock: () => Date;
  /** A chat model that may reword answers; without it every answer is made of the documents' own words. */
  readonly model?: ReworderSettings;
  readonly onProgress?: (done: number, total: number, name: string) => void;
}

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
  explain(request: AskRequest): Promise<Explanation>;
  /** Loads what the first question would wait for (the dictionary, a third of a second). */
  warm(): void;
  close(): void;
}

/** Opens the index (brings it up to date first when the seeds changed) and gives the assistant over it. */
export async function openAssistant(options: OpenOptions): Promise<OpenedAssistant> {
  const { index, indexedAt } = await openOrIngest(options);
  const dependencies = dependenciesOf(index, options.clock);
  const offered = firstQuestions(options.seeds, index);
  const reworder =
    options.model === undefined ? undefined : createReworder(options.model, { logger: options.logger });
  const ask = async (request: AskRequest): Promise<Explained> => {
    const bound = bounded(request);
    const explained = await compose(dependencies, bound);
    if (reworder === undefined) return explained;
    const context = { question: bound.question, history: bound.history ?? [] };
    return { ...explained, answer: await reworder.reword(index, explained.answer, context) };
  };
  return {
    async ask(request: AskRequest, askOptions: AskOptions = {}): Promise<Answer> {
      const explained = await ask(request);
      if (explained.answer.status === 'answered' || explained.answer.status === 'clarify') {
        for (const sentence of explained.answer.answer.split(/(?<=[。；])/))
          askOptions.onSentence?.(sentence);
      }
      if (askOptions.hits === undefined) return explained.answer;
      const hits = await bestHits(dependencies, request, explained, askOptions.hits);
      return { ...explained.answer, hits };
    },
    async explain(request) {
      const explained = await ask(request);
      return explanationOf(explained);
    },
    document: (name) => viewOf(index, name),
    documents: () => [...index.documents.keys()].map((name) => viewOf(index, name)!),
    firstQuestions: () => offered,
    health: () => ({ ready: true, indexedAt, passages: index.passages.size }),
    warm: () => void cutForSearch('准备好了'),
    close: () => undefined,
  };
}

async function openOrIngest({
  seeds,
  index: directory,
  logger,
  clock,
  onProgress,
}: OpenOptions): Promise<{ index: CorpusIndex; indexedAt: string }> {
  const embeddings = loadStaticEmbeddings();
  try {
    const opened = openIndex(directory, embeddings);
    if (isFresh(seeds, opened.manifest)) return { index: opened.index, indexedAt: opened.manifest.createdAt };
    logger.info('index is older than the seeds; updating it');
  } catch (error) {
    if (!(error instanceof RetrievalError) || !error.reason.startsWith('index_')) throw error;
    logger.info({ reason: error.reason }, 'no usable index; building it');
  }
  const { index, manifest, report } = await ingest({
    seeds,
    directory,
    embeddings,
    clock,
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  logger.info(
    { documents: report.documents, passages: report.passages, problems: report.problems.length },
    'index is ready',
  );
  return { index, indexedAt: manifest.createdAt };
}

/** Everything the composer needs over an index; the evals use it with parts taken out. */
export function dependenciesOf(index: CorpusIndex, clock: () => Date): ComposerDependencies {
  const stopWords = new Set(dataLines('stop-words.txt'));
  let decoder: PinyinDecoder | undefined;
  const hotlines = parse(readFileSync(new URL('./wording/hotlines.yaml', import.meta.url), 'utf8')) as Record<
    EmergencyKind,
    { text: string }
  >;
  return {
    index,
    searcher: new Searcher(index),
    memory: new SentenceTerms(),
    meaning: new Meaning(wordEncoder(index)),
    nouns: readAskedNouns(),
    thesaurus: createThesaurus(index.vocabulary.terms),
    understanding: {
      normalise: createNormalise(() => (decoder ??= createPinyinDecoder(lexiconOf(index)))),
      towns: townsOf(index),
    },
    screen: createScreen(),
    hotlines,
    isStopWord: (term) => stopWords.has(term),
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

/** Words of documents, everyday questions and names, with how often they occur: what pinyin is read as. */
function lexiconOf(index: CorpusIndex): Map<string, number> {
  const lexicon = new Map<string, number>();
  const add = (word: string, times: number): void => void lexicon.set(word, (lexicon.get(word) ?? 0) + times);
  for (const content of index.documents.values()) {
    for (const sentence of content.sentences) for (const word of cutForSearch(sentence.text)) add(word, 1);
    for (const question of content.questions) for (const word of cutForSearch(question.text)) add(word, 1);
  }
  for (const name of index.vocabulary.names)
    for (const word of [name.name, ...(name.aliases ?? [])]) add(word, 5);
  return lexicon;
}

function bounded(request: AskRequest): AskRequest {
  return {
    ...request,
    question: request.question.slice(0, LONGEST_QUESTION),
    ...(request.history === undefined ? {} : { history: request.history.slice(-MOST_TURNS) }),
  };
}

function viewOf(index: CorpusIndex, name: string): DocumentView | undefined {
  const content = index.documents.get(name);
  if (content === undefined) return undefined;
  const { title, town, period } = content.description;
  return { name, title, town, period, text: content.text };
}

const offers = z.array(z.string().min(1)).max(12);

/** The questions of `first-questions.yaml`, else one everyday question a document. */
function firstQuestions(seeds: string, index: CorpusIndex): string[] {
  const path = join(seeds, 'first-questions.yaml');
  if (existsSync(path)) {
    const read = offers.safeParse(parse(readFileSync(path, 'utf8')));
    if (read.success) return read.data;
    const message = 'first-questions.yaml must be a list of at most 12 questions; see seeds/README.md';
    throw new RetrievalError('questions_invalid', message);
  }
  return [...index.documents.values()].flatMap((content) => content.questions[0]?.text ?? []);
}

async function bestHits(
  dependencies: ComposerDependencies,
  request: AskRequest,
  explained: Explained,
  count: number,
): Promise<NonNullable<Answer['hits']>> {
  const result =
    explained.result ??
    (await dependencies.searcher.search(
      { text: dependencies.understanding.normalise(request.question) },
      count,
    ));
  return result.hits.slice(0, count).map(({ passage, score }) => ({
    document: passage.document,
    start: passage.start,
    end: passage.end,
    score: Math.round(score * 1e4) / 1e4,
  }));
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
