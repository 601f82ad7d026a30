import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder, writeFiles } from '../documents/temporary-folder.ts';
import { FakeEmbeddings } from '../embeddings/fake-embeddings.ts';
import { type Ingested, ingest } from './ingest.ts';
import { INDEX_FORMAT, openIndex, readManifestFile, saveIndex } from './saved.ts';

const CANTEEN =
  '青石村老人吃上长者食堂热饭\n\n■记者 王一\n\n柳溪镇在青石村开办了长者食堂，老人每顿只付八元。\n';
const CLOCK = (): Date => new Date('2031-11-21T00:00:00Z');

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
      /has format 2, this program reads 1/,
    ],
    [
      'one made with another model',
      (directory) => editManifest(directory, { embeddings: 'other@1' }),
      'index_foreign',
      /made with other@1, not fake@1/,
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
    const open = (): unknown => openIndex(directory, new FakeEmbeddings());
    expect(open).toThrow(expect.objectContaining({ reason, message: expect.stringMatching(message) }));
    expect(open).toThrow(expect.objectContaining({ message: expect.stringMatching(/run npm run ingest/) }));
    expect(open).toThrow(expect.objectContaining({ message: expect.not.stringContaining('\n') }));
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
      expect(() => openIndex(directory, new FakeEmbeddings())).toThrow(
        expect.objectContaining({ reason: 'index_broken' }),
      );
      expect((await again()).report.added).toEqual(['食堂.txt']);
      expect(openIndex(directory, new FakeEmbeddings()).index.documents.size).toBe(1);
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
    expect(openIndex(directory, new FakeEmbeddings()).manifest).toEqual(manifest);
    writeFiles(seeds, { '食堂.txt': CANTEEN.replace('八元', '六元') });
    const { manifest: next } = await again();
    expect(readdirSync(directory).sort()).toEqual([next.generation, 'manifest.json'].sort());
  });

  test('a new generation never writes into the current one, even when the clock stands still', async () => {
    const { directory, index, manifest } = await savedIndex();
    const next = saveIndex(directory, index, 'shared', CLOCK());
    expect(next.generation).not.toBe(manifest.generation);
    expect(openIndex(directory, new FakeEmbeddings()).manifest).toEqual(next);
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
    expect(() => saveIndex(directory, failing as unknown as typeof index, 'shared', CLOCK())).toThrow(
      expect.objectContaining({
        reason: 'index_unwritable',
        message: expect.stringMatching(/\(ENOSPC\); the old one is kept$/),
      }),
    );
    expect(openIndex(directory, new FakeEmbeddings()).manifest).toEqual(manifest);
    expect(readdirSync(directory).sort()).toEqual([manifest.generation, 'manifest.json'].sort());
  });

  test('a read-only folder is told, and the index in it can still be opened', async ({ skip }) => {
    skip(process.getuid?.() === 0, 'the super-user may write every folder');
    const { seeds, directory, again } = await savedIndex();
    writeFiles(seeds, { '食堂.txt': CANTEEN.replace('八元', '六元') });
    chmodSync(directory, 0o555);
    await expect(again()).rejects.toMatchObject({ reason: 'index_unwritable' });
    expect(openIndex(directory, new FakeEmbeddings()).index.documents.size).toBe(1);
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
