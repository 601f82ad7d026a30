import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { temporaryFolder, writeFiles } from '../documents/temporary-folder.ts';
import { FakeEmbeddings } from '../embeddings/fake-embeddings.ts';
import { RetrievalError } from '../errors.ts';
import { type Ingested, ingest } from './ingest.ts';
import { INDEX_FORMAT, openIndex, readManifestFile, saveIndex } from './saved.ts';

vi.mock('node:fs', { spy: true });
afterEach(() => void vi.mocked(rmSync).mockReset());

const CANTEEN =
  '青石村老人吃上长者食堂热饭\n\n■记者 王一\n\n柳溪镇在青石村开办了长者食堂，老人每顿只付八元。\n';
const CLOCK = (): Date => new Date('2031-11-21T00:00:00Z');

const SAVED_WITH = { shared: 'shared', problems: [], now: CLOCK() };

interface Saved extends Ingested {
  readonly seeds: string;
  readonly directory: string;
  readonly again: (embeddings?: FakeEmbeddings) => Promise<Ingested>;
}

async function savedIndex(): Promise<Saved> {
  const seeds = temporaryFolder({
    '食堂.txt': CANTEEN,
    'questions/食堂.yaml': '- {quote: 老人每顿只付八元, questions: [多少钱？]}',
  });
  const directory = temporaryFolder();
  const again = (embeddings = new FakeEmbeddings()): Promise<Ingested> =>
    ingest({ seeds, directory, embeddings, clock: CLOCK });
  return { ...(await again()), seeds, directory, again };
}

/** Changes some fields of a saved manifest. */
function editManifest(directory: string, changes: Record<string, unknown>): void {
  const path = join(directory, 'manifest.json');
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...changes }));
}

describe('an index that can’t be used is told in one line, never read', () => {
  test.each<[string, (directory: string) => void, string, RegExp]>([
    [
      'a missing one',
      (directory) => rmSync(join(directory, 'manifest.json')),
      'index_missing',
      /no index in .*; run npm run ingest$/,
    ],
    [
      'one whose manifest is cut off',
      (directory) => truncateSync(join(directory, 'manifest.json'), 20),
      'index_broken',
      /manifest\.json is no JSON/,
    ],
    [
      'one whose manifest is empty',
      (directory) => truncateSync(join(directory, 'manifest.json'), 0),
      'index_broken',
      /is no JSON/,
    ],
    [
      'one whose manifest is another thing',
      (directory) => writeFileSync(join(directory, 'manifest.json'), '{}'),
      'index_broken',
      /not the expected shape/,
    ],
    [
      'one that points out of its folder',
      (directory) => editManifest(directory, { generation: '../elsewhere' }),
      'index_broken',
      /not the expected shape/,
    ],
    [
      'one of a newer format',
      (directory) => editManifest(directory, { format: INDEX_FORMAT + 1 }),
      'index_foreign',
      /has format 5, this program reads 4/,
    ],
    [
      'one of an older format, whose manifest had another shape',
      (directory) => editManifest(directory, { format: INDEX_FORMAT - 1, problems: undefined }),
      'index_foreign',
      /has format 3, this program reads 4/,
    ],
    [
      'one whose manifest can’t be read',
      (directory) => {
        rmSync(join(directory, 'manifest.json'));
        mkdirSync(join(directory, 'manifest.json'));
      },
      'index_broken',
      /manifest\.json can't be read, EISDIR/,
    ],
    [
      'one whose manifest lacks a file',
      (directory) => editManifest(directory, { files: {} }),
      'index_broken',
      /documents\.json is missing/,
    ],
    [
      'one made with another model',
      (directory) => editManifest(directory, { embeddings: 'other@1' }),
      'index_of_other_model',
      /made with other@1, not fake@1; run npm run ingest to build it anew, or set EMBEDDINGS as it was/,
    ],
    [
      'one made with an older version of the model',
      (directory) => editManifest(directory, { embeddings: 'fake@0' }),
      'index_foreign',
      /made with fake@0, not fake@1/,
    ],
    [
      'one whose generation is gone',
      (directory) => rmSync(join(directory, readManifestFile(directory).generation), { recursive: true }),
      'index_broken',
      /broken/,
    ],
  ])('%s', async (_title, damage, reason, message) => {
    const { directory } = await savedIndex();
    damage(directory);
    const opening = openIndex(directory, new FakeEmbeddings());
    await expect(opening).rejects.toMatchObject({ reason, message: expect.stringMatching(message) });
    await expect(opening).rejects.toThrow(/^[^\n]*run npm run ingest[^\n]*$/);
  });

  const FILES = [
    'documents.json',
    'vocabulary.json',
    'passages.json',
    'questions.json',
    'entries.json',
    'graph.hnsw',
  ];

  test('every file of a generation stands in the manifest', async () => {
    const { manifest } = await savedIndex();
    expect(Object.keys(manifest.files).sort()).toEqual([...FILES].sort());
  });

  describe.each(FILES)('%s', (name) => {
    test.each<[string, (path: string) => void]>([
      ['missing', (path) => rmSync(path)],
      ['cut off', (path) => truncateSync(path, Math.floor(readFileSync(path).length / 2))],
      ['emptied', (path) => truncateSync(path, 0)],
      [
        'changed by one bit',
        (path) => {
          const bytes = readFileSync(path);
          bytes[bytes.length >> 1]! ^= 1;
          writeFileSync(path, bytes);
        },
      ],
    ])('%s', async (_title, damage) => {
      const { directory, manifest, again } = await savedIndex();
      damage(join(directory, manifest.generation, name));
      await expect(openIndex(directory, new FakeEmbeddings())).rejects.toMatchObject({
        reason: 'index_broken',
      });
      expect((await again()).report.added).toEqual(['食堂.txt']);
      expect((await openIndex(directory, new FakeEmbeddings())).index.documents.size).toBe(1);
    });
  });
});

describe('an index is replaced at once or not at all', () => {
  test('what a kill left half-way is never read, and the next ingest clears it away', async () => {
    const { seeds, directory, manifest, again } = await savedIndex();
    writeFiles(directory, {
      'generation-killed-1/documents.json': '[{"name": "半',
      'manifest.json.4711': '{"format": 1, "gener',
    });
    expect((await openIndex(directory, new FakeEmbeddings())).manifest).toEqual(manifest);
    writeFiles(seeds, { '食堂.txt': CANTEEN.replace('八元', '六元') });
    const { manifest: next } = await again();
    expect(readdirSync(directory).sort()).toEqual([next.generation, 'manifest.json'].sort());
  });

  test('a new generation never writes into the current one, even when the clock stands still', async () => {
    const { directory, index, manifest } = await savedIndex();
    const next = saveIndex(directory, index, SAVED_WITH);
    expect(next.generation).not.toBe(manifest.generation);
    expect((await openIndex(directory, new FakeEmbeddings())).manifest).toEqual(next);
  });

  test('when writing fails half-way the old index stays and nothing else', async () => {
    const { directory, index, manifest } = await savedIndex();
    const failing = {
      ...index,
      vectors: {
        write: () => {
          throw Object.assign(new Error('full'), { code: 'ENOSPC' });
        },
      },
    };
    expect(() => saveIndex(directory, failing as unknown as typeof index, SAVED_WITH)).toThrow(
      expect.objectContaining({
        reason: 'index_unwritable',
        message: expect.stringMatching(/\(ENOSPC\); the old one is kept; free some disk space$/),
      }),
    );
    expect((await openIndex(directory, new FakeEmbeddings())).manifest).toEqual(manifest);
    expect(readdirSync(directory).sort()).toEqual([manifest.generation, 'manifest.json'].sort());
  });

  test('a graph that was written in part without a word is never made current', async () => {
    const { directory, index, manifest } = await savedIndex();
    const write = (folder: string): void => {
      index.vectors.write(folder);
      truncateSync(join(folder, 'graph.hnsw'), 200);
    };
    const silent = { ...index, vectors: { write } } as unknown as typeof index;
    expect(() => saveIndex(directory, silent, SAVED_WITH)).toThrow(
      expect.objectContaining({
        reason: 'index_unwritable',
        message: expect.stringMatching(/^[^\n]*; the old one is kept; check its disk space[^\n]*$/),
      }),
    );
    expect((await openIndex(directory, new FakeEmbeddings())).manifest).toEqual(manifest);
  });

  test('a generation that was removed while it was read is read in its newer form', async () => {
    const { seeds, directory, manifest, again } = await savedIndex();
    writeFiles(seeds, { '食堂.txt': CANTEEN.replace('八元', '六元') });
    const opening = openIndex(directory, new FakeEmbeddings());
    // Opening reads its first file now; the other ingest takes the old generation away under it.
    const { manifest: next } = await again();
    const opened = await opening;
    expect(next.generation).not.toBe(manifest.generation);
    expect([manifest.generation, next.generation]).toContain(opened.manifest.generation);
    rmSync(join(directory, next.generation), { recursive: true });
    await expect(openIndex(directory, new FakeEmbeddings())).rejects.toMatchObject({
      reason: 'index_broken',
    });
  });

  test('a new index stays current when the old one can’t be cleared away', async () => {
    const { directory, index, manifest } = await savedIndex();
    vi.mocked(rmSync).mockImplementation(() => {
      throw Object.assign(new Error('busy'), { code: 'EBUSY' });
    });
    const next = saveIndex(directory, index, SAVED_WITH);
    vi.mocked(rmSync).mockReset();
    expect((await openIndex(directory, new FakeEmbeddings())).manifest).toEqual(next);
    expect(readdirSync(directory)).toContain(manifest.generation);
  });

  test.for([
    16, 48, 96, 112, 128,
  ])('a disk of %i KB that is full while it is written: the old index keeps serving', async (kilobytes, {
    skip,
  }) => {
    const directory = temporaryFolder();
    const size = `size=${kilobytes}k`;
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', directory]).status === 0;
    skip(!mounted, 'only the super-user may mount a small disk');
    try {
      const embeddings = new FakeEmbeddings();
      const seeds = temporaryFolder({ '食堂.txt': CANTEEN });
      const run = () => ingest({ seeds, directory, embeddings, clock: CLOCK });
      const first = await run().catch((error: unknown) => error);
      const fits = !(first instanceof RetrievalError);
      if (!fits)
        expect(first).toMatchObject({
          reason: 'index_unwritable',
          message: expect.stringMatching(/ENOSPC|disk space/),
        });
      const pages = Array.from(
        { length: 60 },
        (_, page) => `青石村第${page}户老人吃上长者食堂热饭${page}元。`,
      );
      writeFiles(seeds, { '长.txt': pages.join('\n\n').repeat(20) });
      await expect(run()).rejects.toMatchObject({
        reason: 'index_unwritable',
        message: expect.stringMatching(fits ? /the old one is kept/ : /./),
      });
      expect(readdirSync(directory).sort()).toEqual(
        fits ? [expect.stringMatching(/^generation-/), 'manifest.json'] : [],
      );
      if (fits) expect((await openIndex(directory, embeddings)).index.documents.size).toBe(1);
    } finally {
      spawnSync('umount', [directory]);
    }
  });

  test('a read-only folder is told, and the index in it can still be opened', async ({ skip }) => {
    skip(process.getuid?.() === 0, 'the super-user may write every folder');
    const { seeds, directory, again } = await savedIndex();
    writeFiles(seeds, { '食堂.txt': CANTEEN.replace('八元', '六元') });
    chmodSync(directory, 0o555);
    await expect(again()).rejects.toMatchObject({ reason: 'index_unwritable' });
    expect((await openIndex(directory, new FakeEmbeddings())).index.documents.size).toBe(1);
    chmodSync(directory, 0o755);
  });
});

describe('a manifest', () => {
  test('says when, by what and from what the index was made', async () => {
    const { directory, manifest, index } = await savedIndex();
    expect(readManifestFile(directory)).toEqual(manifest);
    expect(manifest).toMatchObject({
      format: INDEX_FORMAT,
      embeddings: 'fake@1',
      dimensions: 8,
      createdAt: '2031-11-21T00:00:00.000Z',
      documents: [{ name: '食堂.txt', digest: index.documents.get('食堂.txt')!.digest }],
    });
    expect(existsSync(join(directory, manifest.generation))).toBe(true);
  });
});
