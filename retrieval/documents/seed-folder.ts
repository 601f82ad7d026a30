import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { RetrievalError } from '../errors.ts';
import type { Fault } from './readers/reading.ts';

/** Files of the folder that are no documents: what describes it, and the tests of its data. */
const NOT_DOCUMENTS = /^(?:first-questions\.yaml|readme(?:\..*)?|manifest\.yaml|.*\.test\.ts|\..*)$/i;
/** A page of a paper has some ten thousand characters; a file a thousand times as large is a mistake. */
const LARGEST_FILE = 20 * 1024 * 1024;
/** Control characters, and marks that turn the direction of what is printed after them. */
const TREACHEROUS = /[\p{Cc}\u200e\u200f\u061c\u2028-\u202e\u2066-\u2069]/gu;

/** The names of the files at the top level of a seeds folder that may be documents, in order. */
export function listFolder(folder: string): string[] {
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

/** A name as it can be shown in one line: control characters and direction marks by their numbers. */
export function shownName(name: string): string {
  return name.replace(
    TREACHEROUS,
    (character) => `\\u${character.codePointAt(0)!.toString(16).padStart(4, '0')}`,
  );
}

/** What is wrong with a file's name: people see it as the source of answers, so it must be plain. */
export function nameFault(name: string): Fault | undefined {
  if (name.includes('\ufffd'))
    return { kind: 'bad_name', message: 'its name is not UTF-8; skipped, rename it' };
  if (name.search(TREACHEROUS) === -1) return undefined;
  return { kind: 'bad_name', message: 'control or direction characters in its name; skipped, rename it' };
}

/** The bytes of a file of the folder, unless it is too large, leads out of the folder or can't be read. */
export function readBytes(folder: string, name: string): Buffer | Fault {
  const path = join(folder, name);
  try {
    // What lies outside was not put among the documents by whoever keeps them.
    if (!realpathSync(path).startsWith(realpathSync(folder) + sep))
      return {
        kind: 'outside',
        message: 'a link that leads out of the folder; skipped, copy the file itself here',
      };
    const file = statSync(path);
    if (!file.isFile())
      return { kind: 'unreadable', message: 'no file; skipped, put the document itself here' };
    if (file.size > LARGEST_FILE) return TOO_LARGE;
    return readFileSync(path);
  } catch {
    return { kind: 'unreadable', message: "can't be read; skipped, check its permissions" };
  }
}

const TOO_LARGE: Fault = {
  kind: 'too_large',
  message: `larger than ${LARGEST_FILE / 1024 / 1024} MB; skipped, cut it into pages`,
};
