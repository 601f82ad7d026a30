import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { RetrievalError } from '../errors.ts';
import { bare } from '../text/characters.ts';
import type { Problem, SourceDocument } from './document.ts';
import { describe } from './infer.ts';
import { type ManifestEntry, readManifest } from './manifest.ts';
import { KINDS, readerOf } from './readers/kinds.ts';
import type { Fault, Reader, Reading } from './readers/reading.ts';
import { listFolder, nameFault, readBytes, shownName } from './seed-folder.ts';

/** A file that may be a document, not yet read: its digest tells whether it has changed. */
export interface SeedFile {
  readonly name: string;
  readonly digest: string;
  /** Reads it, or says why it can't be read. */
  readonly read: () => Promise<SourceDocument | Problem>;
}

export interface SeedSurvey {
  readonly files: readonly SeedFile[];
  readonly problems: readonly Problem[];
}

export interface Seeds {
  readonly documents: readonly SourceDocument[];
  readonly problems: readonly Problem[];
}

type Stated = Omit<ManifestEntry, 'file'>;

/**
 * Looks at every file at the top level of a seeds folder, in order of name, without reading what they say: a PDF
 * takes a while. What can't be taken in becomes a problem and the rest goes on. Throws `seeds_missing`,
 * `seeds_unreadable`, `manifest_invalid` or, when nothing may be a document, `seeds_empty`.
 */
export function surveySeeds(folder: string): SeedSurvey {
  const names = listFolder(folder);
  const manifest = readManifest(folder);
  const towns = [...new Set([...manifest.values()].flatMap((entry) => entry.town ?? []))].sort();
  const files: SeedFile[] = [];
  const problems: Problem[] = [];
  for (const name of names) {
    const reader = readerOf(name);
    const fault = nameFault(name) ?? (typeof reader === 'function' ? undefined : reader);
    const bytes = fault ?? readBytes(folder, name);
    if ('kind' in bytes) {
      problems.push(problemOf(name, bytes));
      continue;
    }
    const { file: _file, ...stated } = manifest.get(name) ?? { file: name };
    files.push({
      name,
      digest: digestOf(name, bytes, stated, towns),
      read: () => readDocument(folder, name, reader as Reader, stated, towns),
    });
  }
  for (const file of manifest.keys()) {
    if (!names.includes(file))
      problems.push({
        document: shownName(file),
        line: null,
        kind: 'manifest_without_file',
        message: 'named in manifest.yaml but not in the folder; ignored',
      });
  }
  if (files.length === 0) throw noDocuments(folder, problems);
  return { files, problems };
}

/** Reads every document of a seeds folder. Throws as `surveySeeds` does, and `seeds_empty` when none can be read. */
export async function readSeeds(folder: string): Promise<Seeds> {
  const survey = surveySeeds(folder);
  const documents: SourceDocument[] = [];
  const problems = [...survey.problems];
  for (const file of survey.files) {
    const outcome = await file.read();
    if (isDocument(outcome)) documents.push(outcome);
    else problems.push(outcome);
  }
  if (documents.length === 0) throw noDocuments(folder, problems);
  return { documents, problems };
}

export function isDocument(outcome: SourceDocument | Problem): outcome is SourceDocument {
  return 'digest' in outcome;
}

/** `seeds_empty`: nothing in the folder could be read, and what was wrong with the first that could not. */
export function noDocuments(folder: string, problems: readonly Problem[]): RetrievalError {
  const first = problems[0];
  const tried = first === undefined ? '' : `; ${first.document}: ${first.message}`;
  return new RetrievalError(
    'seeds_empty',
    `no readable document (${KINDS}) in ${folder}; put documents there or set SEEDS_DIR${tried}`,
  );
}

async function readDocument(
  folder: string,
  name: string,
  reader: Reader,
  stated: Stated,
  towns: readonly string[],
): Promise<SourceDocument | Problem> {
  const bytes = readBytes(folder, name);
  if ('kind' in bytes) return problemOf(name, bytes);
  const reading = await readSafely(reader, bytes);
  if ('kind' in reading) return problemOf(name, reading);
  const shown = reading.plain ?? reading.text;
  if (bare(shown) === '') return problemOf(name, { kind: 'empty', message: 'has no text; skipped' });
  const described = describe(name, shown, dropUndefined(stated), towns);
  const title = stated.title ?? reading.title;
  const { title: _title, ...read } = reading;
  return {
    ...read,
    name,
    digest: digestOf(name, bytes, stated, towns),
    description: title === undefined ? described : { ...described, title },
  };
}

/** A vendor may stumble over a file in ways that nobody foresaw; the other documents must not suffer. */
async function readSafely(reader: Reader, bytes: Buffer): Promise<Reading | Fault> {
  try {
    if (bytes.length === 0)
      return { kind: 'empty', message: 'is empty; skipped, copy it again or delete it' };
    return await reader(bytes);
  } catch {
    return { kind: 'broken', message: 'damaged, or not what its name says; skipped, save or copy it again' };
  }
}

/** All that a document is made of: its bytes, how they are read, what the manifest states of it. */
function digestOf(name: string, bytes: Buffer, stated: Stated, towns: readonly string[]): string {
  const context = {
    kind: extname(name).toLowerCase(),
    stated,
    towns: stated.town === undefined ? towns : [],
  };
  return createHash('sha256').update(bytes).update(JSON.stringify(context)).digest('hex');
}

function problemOf(name: string, { kind, message }: Fault): Problem {
  return { document: shownName(name), line: null, kind, message };
}

function dropUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as never;
}
