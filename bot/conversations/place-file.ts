import { existsSync, linkSync, renameSync, rmSync } from 'node:fs';

/** What file systems without links (a memory stick's) answer. */
const NO_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'];

/**
 * Gives a finished draft its name. Unlike a rename alone, it never takes the place of a file that is there:
 * throws `EEXIST`, and the draft stays. `link` is replaced in tests.
 */
export function placeFile(draft: string, file: string, link: typeof linkSync = linkSync): void {
  try {
    link(draft, file);
    rmSync(draft);
  } catch (error) {
    if (!NO_LINKS.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    if (existsSync(file)) throw Object.assign(new Error(`${file} exists`), { code: 'EEXIST' });
    renameSync(draft, file);
  }
}
