import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder, writeFiles } from '../../retrieval/documents/temporary-folder.ts';
import { loadStaticEmbeddings } from '../../retrieval/embeddings/static-embeddings.ts';
import { openIndex } from '../../retrieval/indexes/saved.ts';
import { ingestApart } from './ingest-apart.ts';

const PAGE = '青石村老人吃上长者食堂热饭\n\n柳溪镇在青石村开办了长者食堂，老人每顿只付八元。\n';
const never = new AbortController().signal;

/** A program that is run in the place of the ingest. */
function program(source: string): URL {
  return new URL(`file://${join(temporaryFolder({ 'program.mjs': source }), 'program.mjs')}`);
}

describe('an ingest in a process of its own', { timeout: 60_000 }, () => {
  test('brings the index up to date and reports it', async () => {
    const seeds = temporaryFolder({ '食堂.txt': PAGE });
    const index = join(temporaryFolder(), 'index');
    const outcome = await ingestApart({ seeds, index, signal: never });
    expect(outcome).toMatchObject({ kind: 'done', report: { added: ['食堂.txt'], documents: 1 } });
    const { manifest } = await openIndex(index, loadStaticEmbeddings());
    expect(manifest.documents.map(({ name }) => name)).toEqual(['食堂.txt']);
  });

  test('reports a known fault with its reason', async () => {
    const seeds = temporaryFolder({ '食堂.txt': PAGE });
    writeFiles(seeds, { 'manifest.yaml': 'documents: [' });
    const outcome = await ingestApart({ seeds, index: join(seeds, 'index'), signal: never });
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'manifest_invalid' });
    expect(existsSync(join(seeds, 'index'))).toBe(false);
  });

  test.each([
    ['a crash', 'process.abort()', /\(SIG[A-Z]+\)/],
    ['a program that ends without a word', 'process.exit(3)', /\(code 3\)/],
    ['a program that throws', 'throw new Error("no")', /\(code 1\)/],
    ['one that hangs', 'setInterval(() => {}, 1_000)', /\(SIGKILL\)/],
  ])('takes nobody along: %s', async (_title, source, how) => {
    const parts = { seeds: '/nowhere', index: '/nowhere', signal: never, withinMs: 3_000 };
    const outcome = await ingestApart({ ...parts, program: program(source) });
    expect(outcome).toMatchObject({
      kind: 'failed',
      reason: 'ingest_ended',
      message: expect.stringMatching(how),
    });
  });

  test('ends with the program that started it', async () => {
    const stop = new AbortController();
    const parts = { seeds: '/nowhere', index: '/nowhere', signal: stop.signal };
    const outcome = ingestApart({ ...parts, program: program('setInterval(() => {}, 1_000)') });
    setTimeout(() => stop.abort(), 300);
    expect(await outcome).toMatchObject({ kind: 'failed', reason: 'ingest_ended' });
  });
});
