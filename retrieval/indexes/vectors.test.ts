import { rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { Document } from '@langchain/core/documents';
import { array, assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../documents/temporary-folder.ts';
import { FakeEmbeddings } from '../embeddings/fake-embeddings.ts';
import { VectorIndex } from './vectors.ts';

const EMBEDDINGS = new FakeEmbeddings('fake@1', 4);

/** A vector of length 1 in the first two dimensions, at this angle in degrees. */
function at(degrees: number): number[] {
  return [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180), 0, 0];
}

function indexOf(entries: Record<string, number>): VectorIndex {
  const index = VectorIndex.empty(EMBEDDINGS, 4);
  index.addEntries(Object.entries(entries).map(([id, degrees]) => ({ id, vector: at(degrees) })));
  return index;
}

describe('the nearest entries', () => {
  const index = indexOf({ east: 0, northeast: 45, north: 90, west: 180 });

  test('come nearest first with their cosine', () => {
    const found = index.nearest(at(10), 2);
    expect(found.map(({ id }) => id)).toEqual(['east', 'northeast']);
    expect(found[0]!.score).toBeCloseTo(Math.cos((10 * Math.PI) / 180), 5);
  });

  test('are never more than there are', () => {
    expect(index.nearest(at(0), 100)).toHaveLength(4);
  });

  test('can be limited to some ids', () => {
    expect(index.nearest(at(0), 2, (id) => id.startsWith('north')).map(({ id }) => id)).toEqual([
      'northeast',
      'north',
    ]);
  });

  test.each<[string, VectorIndex, number[], number]>([
    ['a zero vector', index, [0, 0, 0, 0], 3],
    ['no wanted entries', index, at(0), 0],
    ['an empty index', VectorIndex.empty(EMBEDDINGS, 4), at(0), 3],
  ])('are none for %s', (_title, some, vector, k) => {
    expect(some.nearest(vector, k)).toEqual([]);
  });
});

describe('entries', () => {
  test('without a single known word (zero vectors) are kept out', () => {
    const index = VectorIndex.empty(EMBEDDINGS, 4);
    index.addEntries([{ id: 'nothing', vector: [0, 0, 0, 0] }]);
    expect([index.size, index.has('nothing'), index.vectorOf('nothing')]).toEqual([0, false, undefined]);
  });

  test('under an id that is there already are an error', () => {
    expect(() => indexOf({ east: 0 }).addEntries([{ id: 'east', vector: at(5) }])).toThrow(
      'east is there already',
    );
  });

  test('can be deleted and added again under the same id', () => {
    const index = indexOf({ east: 0, north: 90 });
    index.deleteEntries(['east', 'unknown']);
    expect([index.size, index.has('east'), index.nearest(at(0), 5).map(({ id }) => id)]).toEqual([
      1,
      false,
      ['north'],
    ]);
    index.addEntries([{ id: 'east', vector: at(180) }]);
    expect(index.nearest(at(180), 1)[0]!.id).toBe('east');
  });

  test('keep their vectors', () => {
    const vector = indexOf({ northeast: 45 }).vectorOf('northeast')!;
    for (const [dimension, value] of at(45).entries()) expect(vector[dimension]).toBeCloseTo(value, 5);
  });

  test('may be as many as one likes', () => {
    const index = VectorIndex.empty(EMBEDDINGS, 4);
    for (let batch = 0; batch < 5; batch++) {
      index.addEntries(
        Array.from({ length: 50 }, (_, i) => ({ id: `${batch}.${i}`, vector: at(batch * 50 + i) })),
      );
    }
    expect(index.size).toBe(250);
    expect(index.nearest(at(249), 1)[0]!.id).toBe('4.49');
  });
});

test('after any additions and deletions the nearest is the one that exact search finds', () => {
  const degrees = integer({ min: 0, max: 179 });
  assert(
    property(array(degrees, { minLength: 2, maxLength: 40 }), degrees, (angles, asked) => {
      const kept = new Map([...new Set(angles)].map((angle) => [String(angle), angle]));
      const index = indexOf(Object.fromEntries(kept));
      const gone = [...kept.keys()].filter((_, position) => position % 3 === 0);
      index.deleteEntries(gone);
      for (const id of gone) kept.delete(id);
      const nearest = Math.min(...[...kept.values()].map((angle) => Math.abs(angle - asked)));
      expect(index.nearest(at(asked), 1).map(({ id }) => Math.abs(kept.get(id)! - asked))).toEqual(
        kept.size === 0 ? [] : [nearest],
      );
    }),
    { numRuns: 50 },
  );
});

describe('on disk', () => {
  test('entries, deletions and the search come back as they were', () => {
    const folder = join(temporaryFolder(), 'generation');
    const index = indexOf({ east: 0, north: 90, west: 180 });
    index.deleteEntries(['north']);
    index.write(folder);
    const opened = VectorIndex.read(folder, EMBEDDINGS, 4);
    expect([opened.size, opened.has('north')]).toEqual([2, false]);
    expect(opened.nearest(at(60), 5)).toEqual(index.nearest(at(60), 5));
    opened.addEntries([{ id: 'south', vector: at(270) }]);
    expect(opened.nearest(at(270), 1)[0]!.id).toBe('south');
  });

  test('an empty index comes back empty', () => {
    const folder = temporaryFolder();
    VectorIndex.empty(EMBEDDINGS, 4).write(folder);
    expect(VectorIndex.read(folder, EMBEDDINGS, 4).size).toBe(0);
  });

  test.each<[string, (folder: string) => void]>([
    ['the graph is missing', (folder) => rmSync(join(folder, 'graph.hnsw'))],
    ['the ids are missing', (folder) => rmSync(join(folder, 'entries.json'))],
    ['the ids are cut off', (folder) => truncateSync(join(folder, 'entries.json'), 5)],
    ['the graph is empty', (folder) => truncateSync(join(folder, 'graph.hnsw'), 0)],
  ])('an index is refused when %s', (_title, damage) => {
    const folder = temporaryFolder();
    indexOf({ east: 0, north: 90 }).write(folder);
    damage(folder);
    expect(() => VectorIndex.read(folder, EMBEDDINGS, 4)).toThrow();
  });
});

describe('as a LangChain vector store', () => {
  test('documents added by text are found by likeness, and deleted by id', async () => {
    const index = VectorIndex.empty(new FakeEmbeddings('fake@1', 8), 8);
    await index.addDocuments([
      new Document({ pageContent: '长者食堂', id: 'canteen' }),
      new Document({ pageContent: 'playground', id: 'playground' }),
    ]);
    expect((await index.similaritySearch('长者食堂', 1))[0]!.pageContent).toBe('长者食堂');
    await index.delete({ ids: ['canteen'] });
    expect((await index.similaritySearch('长者食堂', 1))[0]!.pageContent).toBe('playground');
  });
});
