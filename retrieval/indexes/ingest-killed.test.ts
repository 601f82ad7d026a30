import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { temporaryFolder, writeFiles } from '../documents/temporary-folder.ts';
import { FakeEmbeddings } from '../embeddings/fake-embeddings.ts';
import { ingest } from './ingest.ts';
import { openIndex } from './saved.ts';

const PROJECT = join(import.meta.dirname, '../..');
const KILLS = 4;
const page = (edition: number): string =>
  `青石村老人吃上长者食堂热饭\n\n柳溪镇在青石村开办了长者食堂，第${edition}版，老人每顿只付八元。\n`;

/** A process that changes a page and ingests it, over and over, until it is killed. */
function ingestEndlessly(seeds: string, directory: string) {
  const url = (path: string): string => JSON.stringify(new URL(path, import.meta.url).href);
  const source = `
    import { writeFileSync } from 'node:fs';
    import { FakeEmbeddings } from ${url('../embeddings/fake-embeddings.ts')};
    import { ingest } from ${url('./ingest.ts')};
    const page = ${page.toString()};
    for (let edition = Date.now(); ; edition++) {
      writeFileSync(${JSON.stringify(join(seeds, '食堂.txt'))}, page(edition));
      await ingest({
        seeds: ${JSON.stringify(seeds)},
        directory: ${JSON.stringify(directory)},
        embeddings: new FakeEmbeddings(),
        clock: () => new Date(),
      });
      process.stdout.write('.');
    }`;
  const parameters = ['--import', 'tsx', '--input-type=module', '-e', source];
  return spawn(process.execPath, parameters, { cwd: PROJECT, stdio: ['ignore', 'pipe', 'ignore'] });
}

test('an ingest that is killed at any moment leaves a whole index, old or new', {
  timeout: 120_000,
}, async () => {
  const seeds = temporaryFolder({ '食堂.txt': page(0), '操场.txt': '操场开放。\n' });
  const directory = join(temporaryFolder(), 'index');
  const locks: boolean[] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    const child = ingestEndlessly(seeds, directory);
    await once(child.stdout, 'data');
    await setTimeout(30 + Math.random() * 120);
    child.kill('SIGKILL');
    await once(child, 'close');
    locks.push(existsSync(join(directory, 'ingest.lock')));
    const { index, manifest } = await openIndex(directory, new FakeEmbeddings());
    expect(manifest.documents.map(({ name }) => name).sort()).toEqual(['操场.txt', '食堂.txt']);
    const { text, passages } = index.documents.get('食堂.txt')!;
    expect(passages.map((passage) => text.slice(passage.start, passage.end)).join()).toMatch(/第\d+版/);
    expect(passages.every(({ id }) => index.vectors.has(id))).toBe(true);
  }
  // Most kills hit an ingest at work; its lock is taken over at once.
  expect(locks).toContain(true);
  writeFiles(seeds, { '食堂.txt': page(7) });
  const begun = performance.now();
  const embeddings = new FakeEmbeddings();
  const { report } = await ingest({ seeds, directory, embeddings, clock: () => new Date() });
  expect(report.changed).toEqual(['食堂.txt']);
  expect(performance.now() - begun).toBeLessThan(10_000);
});
