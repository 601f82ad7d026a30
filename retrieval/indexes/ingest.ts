import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../documents/document.ts';
import { readSeeds } from '../documents/seeds.ts';
import type { IdentifiedEmbeddings } from '../embeddings/identified.ts';
import { RetrievalError } from '../errors.ts';
import { contentDigest, readContent } from './content.ts';
import { addDocument, type CorpusIndex, emptyIndex, removeDocument } from './corpus-index.ts';
import { withLock } from './lock.ts';
import { readingDigest } from './reading.ts';
import { type IndexManifest, openIndex, saveIndex } from './saved.ts';

export interface IngestOptions {
  readonly seeds: string;
  readonly directory: string;
  readonly embeddings: IdentifiedEmbeddings;
  readonly clock: () => Date;
  /** Called before every document: how many of how many are done, and the next one's name. */
  readonly onProgress?: (done: number, total: number, name: string) => void;
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

export interface Ingested {
  readonly index: CorpusIndex;
  readonly manifest: IndexManifest;
  readonly report: IngestReport;
}

/**
 * Brings an index up to date with its seeds folder: only documents that changed are read again, removed
 * ones leave every part. A broken or foreign index is rebuilt from nothing. One ingest at a time.
 */
export async function ingest(options: IngestOptions): Promise<Ingested> {
  const seeds = readSeeds(options.seeds);
  return withLock(options.directory, async () => {
    const shared = sharedDigest(options.seeds);
    const before = openPrevious(options, shared);
    const index = before?.index ?? emptyIndex(options.seeds, options.embeddings);
    const added: string[] = [];
    const changed: string[] = [];
    const unchanged: string[] = [];
    const names = new Set(seeds.documents.map((document) => document.name));
    const removed = [...index.documents.keys()].filter((name) => !names.has(name));
    for (const name of removed) removeDocument(index, name);
    for (const [done, document] of seeds.documents.entries()) {
      options.onProgress?.(done, seeds.documents.length, document.name);
      const old = index.documents.get(document.name);
      if (old !== undefined && old.digest === contentDigest(options.seeds, document)) {
        unchanged.push(document.name);
        continue;
      }
      (old === undefined ? added : changed).push(document.name);
      const content = readContent(options.seeds, document);
      // A passage is embedded by its text and its context; only where both stay, the vector would be the same.
      const digests = new Map(old?.passages.map((passage) => [passage.id, passage.digest]) ?? []);
      const asBefore = content.passages.filter((passage) => digests.get(passage.id) === passage.digest);
      const kept = new Map(asBefore.map((passage) => [passage.id, index.vectors.vectorOf(passage.id)]));
      removeDocument(index, document.name);
      await addDocument(index, content, (id) => kept.get(id));
    }
    options.onProgress?.(seeds.documents.length, seeds.documents.length, '');
    const same = before !== undefined && added.length + changed.length + removed.length === 0;
    const manifest = same ? before.manifest : saveIndex(options.directory, index, shared, options.clock());
    return {
      index,
      manifest,
      report: reportOf(index, { added, changed, removed, unchanged, problems: seeds.problems }),
    };
  });
}

/** Does a saved index fit its seeds folder as it is now? */
export function isFresh(seedsFolder: string, manifest: IndexManifest): boolean {
  if (manifest.shared !== sharedDigest(seedsFolder)) return false;
  const documents = readSeeds(seedsFolder).documents;
  const saved = new Map(manifest.documents.map(({ name, digest }) => [name, digest]));
  return (
    documents.length === saved.size &&
    documents.every((document) => saved.get(document.name) === contentDigest(seedsFolder, document))
  );
}

function openPrevious(
  options: IngestOptions,
  shared: string,
): { index: CorpusIndex; manifest: IndexManifest } | undefined {
  try {
    const previous = openIndex(options.directory, options.embeddings);
    return previous.manifest.shared === shared ? previous : undefined;
  } catch (error) {
    if (error instanceof RetrievalError && /^index_(?:missing|broken|foreign)$/.test(error.reason))
      return undefined;
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
