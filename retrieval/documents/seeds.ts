import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { RetrievalError } from '../errors.ts';
import { bare } from '../text/characters.ts';
import { decodeText } from './decode.ts';
import type { Problem, SourceDocument } from './document.ts';
import { describe } from './infer.ts';
import { type ManifestEntry, readManifest } from './manifest.ts';

/** Kinds of documents that are read; others are told as a problem. */
const READABLE = new Set(['.txt', '.md']);
/** Files of the folder that are no documents: what describes it, and the tests of its data. */
const NOT_DOCUMENTS = /^(?:first-questions\.yaml|readme(?:\..*)?|manifest\.yaml|.*\.test\.ts|\..*)$/i;
/** A page of a paper has some ten thousand characters; a file a thousand times as large is a mistake. */
const LARGEST_FILE = 20 * 1024 * 1024;

export interface Seeds {
  readonly documents: readonly SourceDocument[];
  readonly problems: readonly Problem[];
}

/**
 * Reads every document at the top level of a seeds folder, in order of name. What can't be read becomes
 * a problem and the rest goes on. Throws `seeds_missing`, `seeds_unreadable`, `seeds_empty` or
 * `manifest_invalid`.
 */
export function readSeeds(folder: string): Seeds {
  const names = listFolder(folder);
  const manifest = readManifest(folder);
  const towns = [...new Set([...manifest.values()].flatMap((entry) => entry.town ?? []))];
  const documents: SourceDocument[] = [];
  const problems: Problem[] = [];
  for (const name of names) {
    const outcome = readDocument(folder, name, manifest.get(name), towns);
    if ('digest' in outcome) documents.push(outcome);
    else problems.push(outcome);
  }
  for (const file of manifest.keys()) {
    if (!names.includes(file)) {
      problems.push({
        document: file,
        line: null,
        kind: 'manifest_without_file',
        message: 'named in manifest.yaml but not in the folder; ignored',
      });
    }
  }
  if (documents.length === 0) {
    throw new RetrievalError(
      'seeds_empty',
      `no readable document (.txt, .md) in ${folder}; put documents there or set SEEDS_DIR`,
    );
  }
  return { documents, problems };
}

function listFolder(folder: string): string[] {
  if (!existsSync(folder)) {
    throw new RetrievalError(
      'seeds_missing',
      `the seeds folder ${folder} does not exist; create it or set SEEDS_DIR`,
    );
  }
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => (entry.isFile() || entry.isSymbolicLink()) && !NOT_DOCUMENTS.test(entry.name))
      .map((entry) => entry.name)
      .sort();
  } catch (cause) {
    const reason =
      (cause as NodeJS.ErrnoException).code === 'ENOTDIR'
        ? 'is a file, not a folder; set SEEDS_DIR'
        : "can't be read; check its permissions";
    throw new RetrievalError('seeds_unreadable', `the seeds folder ${folder} ${reason}`, { cause });
  }
}

function readDocument(
  folder: string,
  name: string,
  entry: ManifestEntry | undefined,
  towns: readonly string[],
): SourceDocument | Problem {
  const problem = (kind: string, message: string): Problem => ({ document: name, line: null, kind, message });
  if (!READABLE.has(extname(name).toLowerCase()))
    return problem('unknown_kind', 'not a kind of document that is read (.txt, .md); skipped');
  let bytes: Buffer;
  try {
    const size = statSync(join(folder, name)).size;
    if (size > LARGEST_FILE)
      return problem('too_large', `larger than ${LARGEST_FILE / 1024 / 1024} MB; skipped, cut it into pages`);
    bytes = readFileSync(join(folder, name));
  } catch {
    return problem('unreadable', "can't be read; skipped, check its permissions");
  }
  const decoded = decodeText(bytes);
  if (decoded === undefined)
    return problem('not_text', 'neither UTF-8 nor GB18030 text; skipped, save it as UTF-8');
  const text = decoded.replace(/^\ufeff/, '');
  if (bare(text) === '') return problem('empty', 'has no text; skipped');
  const { file: _file, ...stated } = entry ?? { file: name };
  const description = describe(name, text, dropUndefined(stated), towns);
  const digest = createHash('sha256').update(bytes).update(JSON.stringify(description)).digest('hex');
  return { name, text, digest, description };
}

function dropUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as never;
}
