import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The folders whose files the index is made of: the documents themselves, local names, everyday questions. */
export const WATCHED_FOLDERS = ['.', 'vocabulary', 'questions'];

/**
 * What tells one state of a seeds folder from another, without reading its files: names, sizes and times. A folder
 * that can't be read has a fingerprint as well.
 */
export async function fingerprint(seeds: string): Promise<string> {
  const lines: string[] = [];
  for (const folder of WATCHED_FOLDERS) {
    for (const { name } of await filesOf(join(seeds, folder)))
      lines.push(`${folder}/${name} ${await stateOf(join(seeds, folder, name))}`);
  }
  return lines.sort().join('\n');
}

async function filesOf(folder: string): Promise<Dirent[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'));
  } catch {
    return [];
  }
}

async function stateOf(path: string): Promise<string> {
  try {
    const { size, mtimeMs, ctimeMs, ino } = await stat(path);
    return [size, mtimeMs, ctimeMs, ino].join(' ');
  } catch {
    return 'unreadable';
  }
}
