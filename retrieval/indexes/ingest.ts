import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Problem, SourceDocument } from '../documents/document.ts';
import { isDocument, noDocuments, type SeedSurvey, surveySeeds } from '../documents/seeds.ts';
import type { IdentifiedEmbeddings } from '../embeddings/identified.ts';
import { KeptEmbeddings } from '../embeddings/kept-embeddings.ts';
import { RetrievalError } from '../errors.ts';
import { contentDigest, type DocumentContent, readContent } from './content.ts';
import { addDocument, type CorpusIndex, emptyIndex, removeDocument } from './corpus-index.ts';
import { withLock } from './lock.ts';
import { readingDigest } from './reading.ts';
import { sameWords } from './same-words.ts';
import { type IndexManifest, type OpenedIndex, openIndex, saveIndex } from './saved.ts';

export interface IngestOptions {
  readonly seeds: string;
  readonly directory: string;
  readonly embeddings: IdentifiedEmbeddings;
  readonly clock: () => Date;
  /** Called before every document: how many of how many are done, and the next one's name. */
  readonly onProgress?: (done: number, total: number, name: string) => void;
  /** Called while a document's texts are embedded by a model that takes its time. */
  readonly onEmbedded?: (done: number, total: number) => void;
  /** Called once when another ingest is at work and must be waited for. */
  readonly onWait?: () => void;
  /** Throw `index_of_other_model` rather than build an index of another model anew, at a cost nobody asked for. */
  readonly keepOtherModel?: boolean;
}

export interface IngestReport {
  readonly documents: number;
  readonly articles: number;
  readonly rows: number;
  readonly sentences: number;
  readonly passages: number;
  readonly questions: number;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: readonly string[];
  readonly problems: readonly Problem[];
}

export interface Ingested extends OpenedIndex {
  readonly report: IngestReport;
}

/** Deleted vectors stay in the graph; with more of them than of living ones it is made anew. */
const MOST_DELETED_SHARE = 0.5;
/** What a model made for an index that is not saved yet. */
const KEPT_VECTORS = 'embedded.jsonl';

/**
 * Brings an index up to date with its seeds folder: only documents that changed are read again, removed
 * ones leave every part. A broken or foreign index is rebuilt from nothing. One ingest at a time. One that is
 * broken off by a fault of the embedding model, or killed, goes on where it stopped.
 */
export async function ingest(options: IngestOptions): Promise<Ingested> {
  return readingFrom(options.seeds, async () => {
    let seeds = surveySeeds(options.seeds);
    let waited = false;
    const onWait = (): void => {
      waited = true;
      options.onWait?.();
    };
    const work = async (): Promise<Ingested> => {
      // While another ingest was waited for, the folder may have changed.
      if (waited) seeds = surveySeeds(options.seeds);
      return keepingVectors(options, (embeddings) => bringUpToDate({ ...options, embeddings }, seeds));
    };
    return withLock(options.directory, work, onWait);
  });
}

/** What a costly model makes is kept until it stands in a saved index; the index itself gets the model. */
async function keepingVectors(
  { directory, embeddings, onEmbedded }: IngestOptions,
  work: (embeddings: IdentifiedEmbeddings) => Promise<Ingested>,
): Promise<Ingested> {
  if (embeddings.batch === undefined) return work(embeddings);
  const path = join(directory, KEPT_VECTORS);
  const kept = new KeptEmbeddings(embeddings, { path, ...(onEmbedded && { onProgress: onEmbedded }) });
  const ingested = await work(kept);
  kept.forget();
  return { ...ingested, index: { ...ingested.index, embeddings } };
}

async function bringUpToDate(options: IngestOptions, seeds: SeedSurvey): Promise<Ingested> {
  const shared = sharedDigest(options.seeds);
  const before = await openPrevious(options, shared);
  let index = before?.index ?? emptyIndex(options.seeds, options.embeddings);
  const added: string[] = [];
  const changed: string[] = [];
  const unchanged: string[] = [];
  const problems = [...seeds.problems];
  const names = new Set(seeds.files.map((file) => file.name));
  const removed = [...index.documents.keys()].filter((name) => !names.has(name));
  for (const name of removed) removeDocument(index, name);
  for (const [done, file] of seeds.files.entries()) {
    options.onProgress?.(done, seeds.files.length, file.name);
    const old = index.documents.get(file.name);
    if (old !== undefined && old.digest === contentDigest(options.seeds, file)) {
      unchanged.push(file.name);
      continue;
    }
    const document = await file.read();
    const content = isDocument(document) ? contentOf(options.seeds, document) : document;
    if ('kind' in content) {
      problems.push(content);
      if (old !== undefined) removed.push(file.name);
      removeDocument(index, file.name);
      continue;
    }
    (old === undefined ? added : changed).push(file.name);
    // A passage is embedded by its text and its context; only where both stay, the vector would be the same.
    const digests = new Map(old?.passages.map((passage) => [passage.id, passage.digest]) ?? []);
    const asBefore = content.passages.filter((passage) => digests.get(passage.id) === passage.digest);
    const kept = new Map(asBefore.map((passage) => [passage.id, index.vectors.vectorOf(passage.id)]));
    removeDocument(index, file.name);
    await addDocument(index, content, (id) => kept.get(id));
  }
  options.onProgress?.(seeds.files.length, seeds.files.length, '');
  if (index.documents.size === 0) throw noDocuments(options.seeds, problems);
  problems.push(...sameWords([...index.documents.values()]));
  if (isWornOut(index)) index = await rebuiltFrom(index, options);
  const report = reportOf(index, { added, changed, removed, unchanged, problems });
  const same =
    before !== undefined &&
    added.length + changed.length + removed.length === 0 &&
    JSON.stringify(before.manifest.problems) === JSON.stringify(report.problems);
  const manifest = same
    ? before.manifest
    : saveIndex(options.directory, index, { shared, problems: report.problems, now: options.clock() });
  return { index, manifest, report };
}

/** Does a saved index, and its register of problems, fit its seeds folder as it is now? */
export async function isFresh(seedsFolder: string, manifest: IndexManifest): Promise<boolean> {
  return readingFrom(seedsFolder, async () => {
    if (manifest.shared !== sharedDigest(seedsFolder)) return false;
    const { files, problems } = surveySeeds(seedsFolder);
    const saved = new Map(manifest.documents.map(({ name, digest }) => [name, digest]));
    const known = files.filter(({ name }) => saved.has(name));
    if (known.length < saved.size) return false;
    if (known.some((file) => saved.get(file.name) !== contentDigest(seedsFolder, file))) return false;
    // Only what is not in the index is read: it is new, or it could not be read before either.
    const found = [...problems];
    for (const file of files.filter(({ name }) => !saved.has(name))) {
      const outcome = await file.read();
      if (isDocument(outcome)) return false;
      found.push(outcome);
    }
    return tellsTheSame(manifest, found);
  });
}

/** Runs `read`; a file of the seeds folder that can't be read becomes a fault that says which. */
async function readingFrom<T>(seeds: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    const { code, path } = cause as NodeJS.ErrnoException;
    const inside = path === undefined ? 'a file' : relative(seeds, path);
    if (cause instanceof RetrievalError || code === undefined || inside.startsWith('..')) throw cause;
    throw new RetrievalError(
      'seeds_unreadable',
      `${inside} in the seeds folder can't be read (${code}); check what it is and its permissions`,
      { cause },
    );
  }
}

/** What stands in a document; a page that our own reading stumbles over is left out and told, the rest goes on. */
function contentOf(seeds: string, document: SourceDocument): DocumentContent | Problem {
  try {
    return readContent(seeds, document);
  } catch (error) {
    if (error instanceof RetrievalError || (error as NodeJS.ErrnoException).code !== undefined) throw error;
    const message = `could not be taken apart (${(error as Error).message.split('\n')[0]}); left out`;
    return { document: document.name, line: null, kind: 'not_taken_in', message };
  }
}

/** Does the register hold these problems of files, and no others of files that are not in the index? */
function tellsTheSame(manifest: IndexManifest, problems: readonly Problem[]): boolean {
  const told = new Set(manifest.problems.map((problem) => JSON.stringify(problem)));
  const found = new Set(problems.map((problem) => JSON.stringify(problem)));
  const indexed = new Set(manifest.documents.map(({ name }) => name));
  return (
    [...found].every((problem) => told.has(problem)) &&
    manifest.problems.every((problem) => indexed.has(problem.document) || found.has(JSON.stringify(problem)))
  );
}

function isWornOut({ vectors }: CorpusIndex): boolean {
  if (vectors.size === 0) return false;
  const points = vectors.index.getCurrentCount();
  return (points - vectors.size) / points > MOST_DELETED_SHARE;
}

/** The same index with a new graph; no text is embedded again. */
async function rebuiltFrom(old: CorpusIndex, { seeds, embeddings }: IngestOptions): Promise<CorpusIndex> {
  const index = emptyIndex(seeds, embeddings);
  for (const content of old.documents.values())
    await addDocument(index, content, (id) => old.vectors.vectorOf(id));
  return index;
}

async function openPrevious(options: IngestOptions, shared: string): Promise<OpenedIndex | undefined> {
  try {
    const previous = await openIndex(options.directory, options.embeddings);
    return previous.manifest.shared === shared ? previous : undefined;
  } catch (error) {
    if (!(error instanceof RetrievalError)) throw error;
    const isOther = error.reason === 'index_of_other_model' && options.keepOtherModel !== true;
    if (isOther || /^index_(?:missing|broken|foreign)$/.test(error.reason)) return undefined;
    throw error;
  }
}

/** What every document depends on: how documents are read, and the local vocabulary, by which words are cut. */
function sharedDigest(folder: string): string {
  const hash = createHash('sha256').update(readingDigest());
  const directory = join(folder, 'vocabulary');
  if (existsSync(directory)) {
    const files = readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isFile());
    for (const name of files.map((entry) => entry.name).sort())
      hash.update(name).update(readFileSync(join(directory, name)));
  }
  return hash.digest('hex');
}

function reportOf(
  index: CorpusIndex,
  changes: Pick<IngestReport, 'added' | 'changed' | 'removed' | 'unchanged' | 'problems'>,
): IngestReport {
  const contents = [...index.documents.values()];
  const sum = (count: (content: (typeof contents)[number]) => number): number =>
    contents.reduce((total, content) => total + count(content), 0);
  return {
    documents: contents.length,
    articles: sum((content) => content.articles),
    rows: sum((content) => content.rows),
    sentences: sum((content) => content.sentences.length),
    passages: sum((content) => content.passages.length),
    questions: sum((content) => content.questions.length),
    ...changes,
    problems: [...changes.problems, ...contents.flatMap((content) => content.problems)],
  };
}
