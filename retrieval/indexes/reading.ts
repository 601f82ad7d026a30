import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folders whose code and data decide what stands in an index. */
const FOLDERS = ['text', 'documents', 'articles', 'facts', 'passages', 'indexes'];

/**
 * Digest of the code and data that read documents. An index made by another version of them would tell of
 * sentences that this one cuts otherwise, so it counts as stale.
 */
export function readingDigest(): string {
  const hash = createHash('sha256');
  for (const folder of FOLDERS) {
    const path = fileURLToPath(new URL(`../${folder}/`, import.meta.url));
    for (const name of readdirSync(path, { recursive: true, encoding: 'utf8' }).sort()) {
      if (/\.test\.ts$/.test(name) || !/\.(?:ts|tsv|txt|yaml)$/.test(name)) continue;
      hash.update(name).update(readFileSync(join(path, name)));
    }
  }
  return hash.digest('hex');
}
