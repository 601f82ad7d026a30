import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import type { Problem } from '../documents/document.ts';
import type { Vocabulary } from '../documents/vocabulary.ts';
import { type IdentifiedEmbeddings, modelOf } from '../embeddings/identified.ts';
import { RetrievalError } from '../errors.ts';
import type { DocumentContent } from './content.ts';
import { type CorpusIndex, keepNames } from './corpus-index.ts';
import { LexicalIndex } from './lexical.ts';
import { VectorIndex } from './vectors.ts';

/** Raised whenever the files' shape or the way text is read changes; older and newer indexes are rebuilt. */
export const INDEX_FORMAT = 4;

const format = z.object({ format: z.number() });

const manifest = format.extend({
  embeddings: z.string(),
  dimensions: z.number(),
  /** Digest of vocabulary and code-independent settings that every document depends on. */
  shared: z.string(),
  createdAt: z.string(),
  generation: z.string().regex(/^generation-[\w-]+$/),
  documents: z.array(z.object({ name: z.string(), digest: z.string() })),
  /** The register of problems: what was wrong with the seeds, and what was done about it. */
  problems: z.array(
    z.object({ document: z.string(), line: z.number().nullable(), kind: z.string(), message: z.string() }),
  ),
  /** SHA-256 of every other file of the generation. */
  files: z.record(z.string(), z.string()),
});

export type IndexManifest = z.infer<typeof manifest>;

export interface OpenedIndex {
  readonly index: CorpusIndex;
  readonly manifest: IndexManifest;
}

/** What is saved beside the index itself. */
export interface SavedWith {
  readonly shared: string;
  readonly problems: readonly Problem[];
  readonly now: Date;
}

const CURRENT = 'manifest.json';

/**
 * Writes a whole index as a new generation beside the old one, then makes it current by one rename, so
 * that a reader sees the old or the new index and never a half. Throws `index_unwritable`.
 */
export function saveIndex(directory: string, index: CorpusIndex, savedWith: SavedWith): IndexManifest {
  const { shared, problems, now } = savedWith;
  const generation = freshGeneration(directory, `generation-${now.getTime().toString(36)}-${process.pid}`);
  const folder = join(directory, generation);
  const draft = join(directory, `${CURRENT}.${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'documents.json'), JSON.stringify([...index.documents.values()]));
    writeFileSync(join(folder, 'vocabulary.json'), JSON.stringify(index.vocabulary));
    writeFileSync(join(folder, 'passages.json'), JSON.stringify(index.passages.snapshot()));
    writeFileSync(join(folder, 'questions.json'), JSON.stringify(index.questions.snapshot()));
    index.vectors.write(folder);
    // The graph's writer does not say when the disk is full; only what can be read again is made current.
    VectorIndex.read(folder, index.embeddings, index.embeddings.dimensions);
    const saved: IndexManifest = {
      format: INDEX_FORMAT,
      embeddings: index.embeddings.identity,
      dimensions: index.embeddings.dimensions,
      shared,
      createdAt: now.toISOString(),
      generation,
      documents: [...index.documents.values()].map(({ name, digest }) => ({ name, digest })),
      problems: [...problems],
      files: Object.fromEntries(
        readdirSync(folder).map((name) => [name, digestOf(readFileSync(join(folder, name)))]),
      ),
    };
    writeFileSync(draft, `${JSON.stringify(saved, null, 2)}\n`);
    renameSync(draft, join(directory, CURRENT));
    removeOldGenerations(directory, generation);
    return saved;
  } catch (cause) {
    remove(folder);
    remove(draft);
    throw new RetrievalError('index_unwritable', whyUnwritable(directory, cause as Error), { cause });
  }
}

function whyUnwritable(directory: string, cause: NodeJS.ErrnoException): string {
  const kept = existsSync(join(directory, CURRENT)) ? '; the old one is kept' : '';
  const advice =
    cause.code === 'ENOSPC'
      ? 'free some disk space'
      : 'check its disk space and permissions, or set INDEX_DIR';
  return `the index could not be written to ${directory} (${cause.code ?? cause.message})${kept}; ${advice}`;
}

/** A name that no generation has yet: the current one must never be written into, whatever the clock says. */
function freshGeneration(directory: string, name: string): string {
  for (let times = 1; ; times++) {
    const candidate = times === 1 ? name : `${name}-${times}`;
    if (!existsSync(join(directory, candidate))) return candidate;
  }
}

/** Removes what earlier ingests left, those that were killed half-way included. */
function removeOldGenerations(directory: string, current: string): void {
  for (const name of readdirSync(directory)) {
    const old = name.startsWith('generation-')
      ? name !== current
      : name.startsWith(`${CURRENT}.`) || name.startsWith('ingest.lock.');
    if (old) remove(join(directory, name));
  }
}

/** What can't be removed now is removed by a later ingest; no index is lost for it. */
function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // Nothing to do: the next ingest tries again.
  }
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The manifest of a saved index. Throws `index_missing`, `index_broken` or `index_foreign`. */
export function readManifestFile(directory: string): IndexManifest {
  const path = join(directory, CURRENT);
  if (!existsSync(path))
    throw new RetrievalError('index_missing', `no index in ${directory}; run npm run ingest`);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw broken(directory, `manifest.json can't be read, ${(cause as NodeJS.ErrnoException).code}`, cause);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw broken(directory, 'manifest.json is no JSON', cause);
  }
  const of = format.safeParse(value);
  if (of.success && of.data.format !== INDEX_FORMAT) {
    throw new RetrievalError(
      'index_foreign',
      `the index in ${directory} has format ${of.data.format}, this program reads ${INDEX_FORMAT}; run npm run ingest`,
    );
  }
  const result = manifest.safeParse(value);
  if (!result.success) throw broken(directory, 'manifest.json has not the expected shape', result.error);
  return result.data;
}

/** The model that a saved index was made with; undefined when there is no index to be read. */
export function modelOfIndex(directory: string): { identity: string; dimensions: number } | undefined {
  try {
    const { embeddings: identity, dimensions } = readManifestFile(directory);
    return { identity, dimensions };
  } catch (error) {
    if (error instanceof RetrievalError) return undefined;
    throw error;
  }
}

/**
 * Opens a saved index after checking every file against its digest. Other work goes on between its parts.
 * Throws `index_missing`, `index_broken`, `index_foreign` when it was made by another version, or
 * `index_of_other_model`.
 */
export async function openIndex(directory: string, embeddings: IdentifiedEmbeddings): Promise<OpenedIndex> {
  for (;;) {
    const saved = readManifestFile(directory);
    if (saved.embeddings !== embeddings.identity) {
      const other = modelOf(saved.embeddings) !== modelOf(embeddings.identity);
      throw new RetrievalError(
        other ? 'index_of_other_model' : 'index_foreign',
        `the index in ${directory} was made with ${saved.embeddings}, not ${embeddings.identity}; run npm run ingest to build it anew${other ? ', or set EMBEDDINGS as it was' : ''}`,
      );
    }
    try {
      return { index: await readGeneration(directory, saved, embeddings), manifest: saved };
    } catch (cause) {
      // An ingest elsewhere removes the old generation as soon as the new one is current.
      if (readManifestFile(directory).generation !== saved.generation) continue;
      throw broken(directory, (cause as Error).message, cause);
    }
  }
}

async function readGeneration(
  directory: string,
  saved: IndexManifest,
  embeddings: IdentifiedEmbeddings,
): Promise<CorpusIndex> {
  const folder = join(directory, saved.generation);
  const checked = new Map<string, Buffer>();
  for (const [name, digest] of Object.entries(saved.files)) {
    const bytes = await readFile(join(folder, name));
    if (digestOf(bytes) !== digest) throw new Error(`${name} was changed`);
    if (name.endsWith('.json')) checked.set(name, bytes);
    await setImmediate();
  }
  const read = async (name: string): Promise<unknown> => {
    const bytes = checked.get(name);
    if (bytes === undefined) throw new Error(`${name} is missing`);
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    await setImmediate();
    return value;
  };
  const documents = (await read('documents.json')) as DocumentContent[];
  const passages = LexicalIndex.fromSnapshot((await read('passages.json')) as never);
  await setImmediate();
  const questions = LexicalIndex.fromSnapshot((await read('questions.json')) as never);
  await setImmediate();
  const vectors = VectorIndex.read(folder, embeddings, saved.dimensions);
  const vocabulary = (await read('vocabulary.json')) as Vocabulary;
  keepNames(vocabulary);
  return {
    documents: new Map(documents.map((content) => [content.name, content])),
    vocabulary,
    embeddings,
    passages,
    questions,
    vectors,
  };
}

function broken(directory: string, what: string, cause: unknown): RetrievalError {
  return new RetrievalError(
    'index_broken',
    `the index in ${directory} is broken (${what}); run npm run ingest to rebuild it`,
    { cause },
  );
}
