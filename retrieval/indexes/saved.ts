import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Vocabulary } from '../documents/vocabulary.ts';
import type { IdentifiedEmbeddings } from '../embeddings/identified.ts';
import { RetrievalError } from '../errors.ts';
import type { DocumentContent } from './content.ts';
import { type CorpusIndex, keepNames } from './corpus-index.ts';
import { LexicalIndex } from './lexical.ts';
import { VectorIndex } from './vectors.ts';

/** Raised whenever the files' shape or the way text is read changes; older and newer indexes are rebuilt. */
export const INDEX_FORMAT = 1;

const manifest = z.object({
  format: z.number(),
  embeddings: z.string(),
  dimensions: z.number(),
  /** Digest of vocabulary and code-independent settings that every document depends on. */
  shared: z.string(),
  createdAt: z.string(),
  generation: z.string().regex(/^generation-[\w-]+$/),
  documents: z.array(z.object({ name: z.string(), digest: z.string() })),
  /** SHA-256 of every other file of the generation. */
  files: z.record(z.string(), z.string()),
});

export type IndexManifest = z.infer<typeof manifest>;

const CURRENT = 'manifest.json';

/**
 * Writes a whole index as a new generation beside the old one, then makes it current by one rename, so
 * that a reader sees the old or the new index and never a half. Throws `index_unwritable`.
 */
export function saveIndex(directory: string, index: CorpusIndex, shared: string, now: Date): IndexManifest {
  const generation = freshGeneration(directory, `generation-${now.getTime().toString(36)}-${process.pid}`);
  const folder = join(directory, generation);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'documents.json'), JSON.stringify([...index.documents.values()]));
    writeFileSync(join(folder, 'vocabulary.json'), JSON.stringify(index.vocabulary));
    writeFileSync(join(folder, 'passages.json'), JSON.stringify(index.passages.snapshot()));
    writeFileSync(join(folder, 'questions.json'), JSON.stringify(index.questions.snapshot()));
    index.vectors.write(folder);
    const saved: IndexManifest = {
      format: INDEX_FORMAT,
      embeddings: index.embeddings.identity,
      dimensions: index.embeddings.dimensions,
      shared,
      createdAt: now.toISOString(),
      generation,
      documents: [...index.documents.values()].map(({ name, digest }) => ({ name, digest })),
      files: Object.fromEntries(readdirSync(folder).map((name) => [name, fileDigest(join(folder, name))])),
    };
    const draft = join(directory, `${CURRENT}.${process.pid}`);
    writeFileSync(draft, `${JSON.stringify(saved, null, 2)}\n`);
    renameSync(draft, join(directory, CURRENT));
    removeOldGenerations(directory, generation);
    return saved;
  } catch (cause) {
    rmSync(folder, { recursive: true, force: true });
    const reason = (cause as NodeJS.ErrnoException).code ?? (cause as Error).message;
    throw new RetrievalError(
      'index_unwritable',
      `the index could not be written to ${directory} (${reason}); the old one is kept`,
      { cause },
    );
  }
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
    const old = name.startsWith('generation-') ? name !== current : name.startsWith(`${CURRENT}.`);
    if (old) rmSync(join(directory, name), { recursive: true, force: true });
  }
}

function fileDigest(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/** The manifest of a saved index. Throws `index_missing`, `index_broken` or `index_foreign`. */
export function readManifestFile(directory: string): IndexManifest {
  const path = join(directory, CURRENT);
  if (!existsSync(path))
    throw new RetrievalError('index_missing', `no index in ${directory}; run npm run ingest`);
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw broken(directory, 'manifest.json is no JSON', cause);
  }
  const result = manifest.safeParse(value);
  if (!result.success) throw broken(directory, 'manifest.json has not the expected shape', result.error);
  if (result.data.format !== INDEX_FORMAT) {
    throw new RetrievalError(
      'index_foreign',
      `the index in ${directory} has format ${result.data.format}, this program reads ${INDEX_FORMAT}; run npm run ingest`,
    );
  }
  return result.data;
}

/**
 * Opens a saved index after checking every file against its digest. Throws `index_missing`,
 * `index_broken` or, when it was made by another embedding or format, `index_foreign`.
 */
export function openIndex(
  directory: string,
  embeddings: IdentifiedEmbeddings,
): { index: CorpusIndex; manifest: IndexManifest } {
  const saved = readManifestFile(directory);
  if (saved.embeddings !== embeddings.identity) {
    throw new RetrievalError(
      'index_foreign',
      `the index in ${directory} was made with ${saved.embeddings}, not ${embeddings.identity}; run npm run ingest`,
    );
  }
  const folder = join(directory, saved.generation);
  try {
    for (const [name, digest] of Object.entries(saved.files)) {
      if (fileDigest(join(folder, name)) !== digest) throw new Error(`${name} was changed`);
    }
    const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
    const documents = read('documents.json') as DocumentContent[];
    const vocabulary = read('vocabulary.json') as Vocabulary;
    keepNames(vocabulary);
    const index: CorpusIndex = {
      documents: new Map(documents.map((content) => [content.name, content])),
      vocabulary,
      embeddings,
      passages: LexicalIndex.fromSnapshot(read('passages.json') as never),
      questions: LexicalIndex.fromSnapshot(read('questions.json') as never),
      vectors: VectorIndex.read(folder, embeddings, saved.dimensions),
    };
    return { index, manifest: saved };
  } catch (cause) {
    throw broken(directory, (cause as Error).message, cause);
  }
}

function broken(directory: string, what: string, cause: unknown): RetrievalError {
  return new RetrievalError(
    'index_broken',
    `the index in ${directory} is broken (${what}); run npm run ingest to rebuild it`,
    { cause },
  );
}
