import { chmodSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { temporaryFolder, writeFiles } from '../documents/temporary-folder.ts';
import { FakeEmbeddings } from '../embeddings/fake-embeddings.ts';
import { analyze } from '../text/analyzer.ts';
import { readContent } from './content.ts';
import type { CorpusIndex } from './corpus-index.ts';
import { type Ingested, ingest, isFresh } from './ingest.ts';
import { plainTerms } from './lexical.ts';
import { openIndex } from './saved.ts';

vi.mock('./content.ts', { spy: true });
afterEach(() => void vi.mocked(readContent).mockReset());

const CANTEEN =
  '青石村老人吃上长者食堂热饭\n\n■记者 王一\n\n柳溪镇在青石村开办了长者食堂，老人每顿只付八元。\n';
const PLAYGROUND = '小学操场晚上向居民开放\n\n■记者 李二\n\n柳溪小学新操场完工，晚上六点以后向居民开放。\n';
const FERRY = '霞浦渡口重新通航\n\n■记者 赵三\n\n霞浦镇修好了老渡口，每天有六班渡船。\n';
const ASKED = '- {quote: 老人每顿只付八元, questions: [吃一顿饭要多少钱？]}\n';
const CLOCK = (): Date => new Date('2031-11-21T00:00:00Z');

/** A seeds folder and an index folder of their own, with embeddings that count what they embed. */
class Workplace {
  readonly seeds = temporaryFolder({
    '食堂.txt': CANTEEN,
    '操场.txt': PLAYGROUND,
    'questions/食堂.yaml': ASKED,
  });
  readonly directory = join(temporaryFolder(), 'index');
  embeddings = new FakeEmbeddings();

  async ingest(): Promise<Ingested> {
    this.embeddings.embedded.length = 0;
    return ingest({
      seeds: this.seeds,
      directory: this.directory,
      embeddings: this.embeddings,
      clock: CLOCK,
    });
  }

  /** The index as another process would open it. */
  async opened(): Promise<CorpusIndex> {
    return (await openIndex(this.directory, this.embeddings)).index;
  }
}

/** Which documents an index finds by each of its parts. */
function foundIn(index: CorpusIndex, text: string): Record<'words' | 'questions' | 'vectors', string[]> {
  const owners = new Map<string, string>();
  const contents = [...index.documents.values()];
  for (const { name, passages, questions } of contents)
    for (const { id } of [...passages, ...questions]) owners.set(id, name);
  const names = (found: readonly { id: string }[]): string[] =>
    [...new Set(found.map(({ id }) => owners.get(id) ?? `nobody's ${id}`))].sort();
  const terms = plainTerms(analyze(text));
  return {
    words: names(index.passages.search(terms, 50)),
    questions: names(index.questions.search(terms, 50)),
    vectors: names(index.vectors.nearest(new Array(8).fill(Math.sqrt(1 / 8)), 50)),
  };
}

describe('the first ingest', () => {
  test('takes every document into every part, and says so', async () => {
    const { index, report } = await new Workplace().ingest();
    expect(report).toMatchObject({
      documents: 2,
      articles: 2,
      questions: 1,
      removed: [],
      changed: [],
      unchanged: [],
      problems: [],
    });
    expect([...report.added].sort()).toEqual(['操场.txt', '食堂.txt'].sort());
    expect(foundIn(index, '青石村老人每顿多少钱？')).toEqual({
      words: ['食堂.txt'],
      questions: ['食堂.txt'],
      vectors: ['操场.txt', '食堂.txt'],
    });
    expect(report.passages).toBe(index.passages.size);
    expect(index.vectors.size).toBe(report.passages + report.questions);
  });

  test('tells its progress before every document and at the end', async () => {
    const { seeds, directory, embeddings } = new Workplace();
    const steps: [number, number, string][] = [];
    await ingest({ seeds, directory, embeddings, clock: CLOCK, onProgress: (...step) => steps.push(step) });
    expect(steps).toEqual([
      [0, 2, '操场.txt'],
      [1, 2, '食堂.txt'],
      [2, 2, ''],
    ]);
  });

  test('can be opened by another process and finds the same', async () => {
    const place = new Workplace();
    const { index } = await place.ingest();
    expect(foundIn(await place.opened(), '青石村')).toEqual(foundIn(index, '青石村'));
    expect((await place.opened()).documents).toEqual(index.documents);
  });
});

describe('ingest follows the seeds folder and does only what changed', () => {
  test('nothing changed: nothing is embedded and nothing is written', async () => {
    const place = new Workplace();
    const first = await place.ingest();
    const again = await place.ingest();
    expect(again.report).toMatchObject({
      added: [],
      changed: [],
      removed: [],
      unchanged: ['操场.txt', '食堂.txt'],
    });
    expect(place.embeddings.embedded).toEqual([]);
    expect(again.manifest).toEqual(first.manifest);
  });

  test('a document added: only it is embedded', async () => {
    const place = new Workplace();
    await place.ingest();
    writeFiles(place.seeds, { '渡口.txt': FERRY });
    const { report } = await place.ingest();
    expect(report).toMatchObject({ added: ['渡口.txt'], unchanged: ['操场.txt', '食堂.txt'] });
    expect(place.embeddings.embedded.length).toBeGreaterThan(0);
    expect(place.embeddings.embedded.filter((text) => !text.includes('渡口'))).toEqual([]);
    expect(foundIn(await place.opened(), '渡船').words).toEqual(['渡口.txt']);
  });

  test('a sentence changed: the passages that stay as they were are not embedded again', async () => {
    const place = new Workplace();
    const section = '\n\n怎么送餐\n\n志愿者每天中午送餐上门。\n\n怎么报名\n\n到村委会登记。\n';
    writeFiles(place.seeds, { '食堂.txt': CANTEEN + section });
    await place.ingest();
    writeFiles(place.seeds, { '食堂.txt': (CANTEEN + section).replace('到村委会登记', '打电话登记') });
    const { index, report } = await place.ingest();
    expect(report).toMatchObject({ changed: ['食堂.txt'], added: [], unchanged: ['操场.txt'] });
    expect(place.embeddings.embedded.filter((text) => text.includes('志愿者每天'))).toEqual([]);
    expect(place.embeddings.embedded.filter((text) => text.includes('打电话登记'))).toHaveLength(1);
    expect(index.passages.search(plainTerms(['村委会']), 5)).toEqual([]);
    expect(foundIn(await place.opened(), '打电话').words).toEqual(['食堂.txt']);
  });

  test('a title changed in the manifest: words and vectors are those of a fresh index', async () => {
    const place = new Workplace();
    await place.ingest();
    writeFiles(place.seeds, {
      'manifest.yaml': 'documents: [{file: 食堂.txt, title: 敬老助餐专版}]',
    });
    const { index, report } = await place.ingest();
    const fresh = (await ingest({ ...place, directory: temporaryFolder(), clock: CLOCK })).index;
    expect(report.changed).toEqual(['食堂.txt']);
    expect(index.documents).toEqual(fresh.documents);
    for (const { id } of fresh.documents.get('食堂.txt')!.passages)
      expect(index.vectors.vectorOf(id)).toEqual(fresh.vectors.vectorOf(id));
    expect(foundIn(index, '敬老助餐').words).toEqual(['食堂.txt']);
  });

  test('everyday questions changed: their document is done again', async () => {
    const place = new Workplace();
    await place.ingest();
    writeFiles(place.seeds, { 'questions/食堂.yaml': ASKED.replace('吃一顿饭要多少钱', '饭菜贵不贵') });
    const { index, report } = await place.ingest();
    expect(report).toMatchObject({ changed: ['食堂.txt'], unchanged: ['操场.txt'], questions: 1 });
    expect(foundIn(index, '贵不贵').questions).toEqual(['食堂.txt']);
    expect(foundIn(index, '多少钱').questions).toEqual([]);
  });

  test('a document renamed: it is found under its new name only', async () => {
    const place = new Workplace();
    await place.ingest();
    renameSync(join(place.seeds, '食堂.txt'), join(place.seeds, '长者食堂.txt'));
    renameSync(join(place.seeds, 'questions/食堂.yaml'), join(place.seeds, 'questions/长者食堂.yaml'));
    const { report } = await place.ingest();
    expect(report).toMatchObject({
      added: ['长者食堂.txt'],
      removed: ['食堂.txt'],
      unchanged: ['操场.txt'],
      questions: 1,
    });
    expect(foundIn(await place.opened(), '老人每顿多少钱')).toEqual({
      words: ['长者食堂.txt'],
      questions: ['长者食堂.txt'],
      vectors: ['操场.txt', '长者食堂.txt'],
    });
  });

  test('a document removed: it is gone from words, questions and vectors, here and on disk', async () => {
    const place = new Workplace();
    await place.ingest();
    rmSync(join(place.seeds, '食堂.txt'));
    const { index, report } = await place.ingest();
    expect(report).toMatchObject({
      removed: ['食堂.txt'],
      unchanged: ['操场.txt'],
      documents: 1,
      questions: 0,
    });
    for (const some of [index, await place.opened()]) {
      expect(foundIn(some, '青石村长者食堂老人每顿多少钱')).toEqual({
        words: [],
        questions: [],
        vectors: ['操场.txt'],
      });
      expect([...some.documents.keys()]).toEqual(['操场.txt']);
      expect(some.vectors.size).toBe(some.passages.size);
    }
    expect(place.embeddings.embedded).toEqual([]);
  });

  test('a document removed and put back: it is found again', async () => {
    const place = new Workplace();
    await place.ingest();
    rmSync(join(place.seeds, '食堂.txt'));
    await place.ingest();
    writeFiles(place.seeds, { '食堂.txt': CANTEEN });
    await place.ingest();
    expect(foundIn(await place.opened(), '青石村').words).toEqual(['食堂.txt']);
  });

  test.each<[string, Record<string, string>]>([
    ['a local name', { 'vocabulary/names.yaml': '- {name: 青石村, kind: village}\n' }],
    ['a local term', { 'vocabulary/terms.yaml': '- {everyday: 饭堂, official: [长者食堂]}\n' }],
  ])('%s added: every document is done again, since words are cut by it', async (_title, files) => {
    const place = new Workplace();
    await place.ingest();
    writeFiles(place.seeds, files);
    const { index, report } = await place.ingest();
    expect(report).toMatchObject({ added: ['操场.txt', '食堂.txt'], unchanged: [] });
    expect(index.vocabulary.names.length + index.vocabulary.terms.length).toBe(1);
  });

  test('other embeddings: everything is embedded again with them', async () => {
    const place = new Workplace();
    await place.ingest();
    place.embeddings = new FakeEmbeddings('fake@2', 8);
    const { report, manifest } = await place.ingest();
    expect(report.added).toHaveLength(2);
    expect(place.embeddings.embedded.length).toBeGreaterThan(2);
    expect(manifest.embeddings).toBe('fake@2');
  });
});

test('a folder inside the vocabulary folder is in nobody’s way', async () => {
  const place = new Workplace();
  writeFiles(place.seeds, { 'vocabulary/old/names.yaml': '- {name: 青石村, kind: village}\n' });
  expect((await place.ingest()).index.vocabulary.names).toEqual([]);
});

describe('what goes wrong with a page is told and the rest goes on', () => {
  test('a file that can’t be read and a quote that was lost', async () => {
    const place = new Workplace();
    writeFiles(place.seeds, {
      '图片.txt': new Uint8Array(4),
      'questions/操场.yaml': '- {quote: 没有的话, questions: [在哪？]}\n',
    });
    const { report } = await place.ingest();
    expect(report.documents).toBe(2);
    expect(report.problems.map(({ document, kind }) => [document, kind])).toEqual([
      ['图片.txt', 'not_text'],
      ['操场.txt', 'lost_quote'],
    ]);
  });

  test('the problems of unchanged documents are told again', async () => {
    const place = new Workplace();
    writeFiles(place.seeds, { 'questions/操场.yaml': '- {quote: 没有的话, questions: [在哪？]}\n' });
    await place.ingest();
    expect((await place.ingest()).report.problems.map(({ kind }) => kind)).toEqual(['lost_quote']);
  });

  test.each<[string, Record<string, string>, string]>([
    ['the manifest', { 'manifest.yaml': 'documents: [' }, 'manifest_invalid'],
    ['the vocabulary', { 'vocabulary/names.yaml': '- {name: 青石村}' }, 'vocabulary_invalid'],
    ['everyday questions', { 'questions/食堂.yaml': '- {quote: 食堂}' }, 'questions_invalid'],
  ])('a fault in %s stops it, and the old index keeps serving', async (_title, files, reason) => {
    const place = new Workplace();
    await place.ingest();
    writeFiles(place.seeds, files);
    await expect(place.ingest()).rejects.toMatchObject({ reason });
    expect(foundIn(await place.opened(), '青石村').words).toEqual(['食堂.txt']);
  });

  test('a seeds folder that is gone stops it, and the old index keeps serving', async () => {
    const place = new Workplace();
    await place.ingest();
    rmSync(place.seeds, { recursive: true });
    await expect(place.ingest()).rejects.toMatchObject({ reason: 'seeds_missing' });
    expect((await place.opened()).documents.size).toBe(2);
  });
});

describe('the register of problems', () => {
  test('is saved with the index as it is reported', async () => {
    const place = new Workplace();
    writeFiles(place.seeds, {
      '图.png': 'png',
      'questions/操场.yaml': '- {quote: 没有的话, questions: [在哪？]}\n',
    });
    const { report } = await place.ingest();
    expect(report.problems.map(({ kind }) => kind)).toEqual(['unknown_kind', 'lost_quote']);
    const { manifest } = await openIndex(place.directory, place.embeddings);
    expect(manifest.problems).toEqual(report.problems);
  });

  test('is written anew when only a problem came or went', async () => {
    const place = new Workplace();
    await place.ingest();
    writeFiles(place.seeds, { '图.png': 'png' });
    const { report } = await place.ingest();
    expect(report).toMatchObject({
      added: [],
      changed: [],
      removed: [],
      unchanged: ['操场.txt', '食堂.txt'],
    });
    const saved = async () => (await openIndex(place.directory, place.embeddings)).manifest;
    expect((await saved()).problems.map(({ document }) => document)).toEqual(['图.png']);
    expect(await isFresh(place.seeds, await saved())).toBe(true);
    rmSync(join(place.seeds, '图.png'));
    expect(await isFresh(place.seeds, await saved())).toBe(false);
    await place.ingest();
    expect((await saved()).problems).toEqual([]);
  });
});

test('a page that our own reading stumbles over is left out and told, and the rest goes on', async () => {
  const place = new Workplace();
  vi.mocked(readContent).mockImplementationOnce(() => {
    throw new TypeError('no such column\n at page 3');
  });
  const { report } = await place.ingest();
  expect(report).toMatchObject({ documents: 1, added: ['食堂.txt'] });
  expect(report.problems).toEqual([
    {
      document: '操场.txt',
      line: null,
      kind: 'not_taken_in',
      message: 'could not be taken apart (no such column); left out',
    },
  ]);
  expect((await place.ingest()).report).toMatchObject({ documents: 2, added: ['操场.txt'], problems: [] });
});

test.each<[string, (seeds: string) => void, RegExp]>([
  // A folder in a file's place, and a file in a folder's, can't be read by anyone, the super-user included.
  ['a folder of that name', (seeds) => mkdirSync(join(seeds, 'questions/操场.yaml')), /^a file .*EISDIR/],
  ['a file for a folder', (seeds) => writeFiles(seeds, { vocabulary: '' }), /^vocabulary .*ENOTDIR/],
])('what can’t be read at all is told in one line, and the old index keeps serving: %s', async (_title, damage, line) => {
  const place = new Workplace();
  await place.ingest();
  damage(place.seeds);
  const attempt = place.ingest();
  await expect(attempt).rejects.toMatchObject({ reason: 'seeds_unreadable' });
  await expect(attempt).rejects.toThrow(line);
  await expect(attempt).rejects.toThrow(/^[^\n]+ in the seeds folder can't be read [^\n]+$/);
  expect((await place.opened()).documents.size).toBe(2);
});

test('a file without permission is told by name', async ({ skip }) => {
  skip(process.getuid?.() === 0, 'the super-user may read every file');
  const place = new Workplace();
  chmodSync(join(place.seeds, 'questions/食堂.yaml'), 0);
  await expect(place.ingest()).rejects.toThrow(/^questions\/食堂\.yaml [^\n]*EACCES[^\n]*$/);
});

test('a graph with more deleted vectors than living ones is made anew, and embeds nothing for it', async () => {
  const place = new Workplace();
  await place.ingest();
  const points: number[] = [];
  for (const price of ['五', '六', '七', '九', '十']) {
    writeFiles(place.seeds, {
      '食堂.txt': CANTEEN.replace('八元', `${price}元`),
      'questions/食堂.yaml': '[]',
    });
    const { index } = await place.ingest();
    points.push(index.vectors.index.getCurrentCount() / index.vectors.size);
    expect(place.embeddings.embedded.every((text) => text.includes('食堂'))).toBe(true);
    expect(foundIn(index, '每顿多少元').vectors).toEqual(['操场.txt', '食堂.txt']);
  }
  expect(Math.max(...points)).toBeLessThanOrEqual(2);
  expect(points).toContain(1);
});

test('two ingests at once: one waits for the other and both give the same index', async () => {
  const place = new Workplace();
  const [one, other] = await Promise.all([place.ingest(), place.ingest()]);
  expect([one.report.added.length, other.report.added.length].sort()).toEqual([0, 2]);
  expect(other.manifest).toEqual(one.manifest);
  expect((await place.opened()).documents.size).toBe(2);
});

test('a chain of changes ends with the index that one ingest of the end would make', async () => {
  const place = new Workplace();
  await place.ingest();
  writeFiles(place.seeds, { '渡口.txt': FERRY });
  await place.ingest();
  rmSync(join(place.seeds, '操场.txt'));
  writeFiles(place.seeds, { '食堂.txt': CANTEEN.replace('八元', '六元') });
  await place.ingest();
  const opened = await place.opened();
  const fresh = (await ingest({ ...place, directory: temporaryFolder(), clock: CLOCK })).index;
  expect(new Map([...opened.documents].sort())).toEqual(new Map([...fresh.documents].sort()));
  for (const text of ['青石村六元', '渡口', '操场', '八元'])
    expect(foundIn(opened, text)).toEqual(foundIn(fresh, text));
});

describe('a saved index fits its seeds folder', () => {
  test.each<[string, (folder: string) => void, boolean]>([
    ['as long as nothing changed', () => undefined, true],
    ['even when a readme came', (folder) => writeFiles(folder, { 'README.md': '说明' }), true],
    ['not when a document changed', (folder) => writeFiles(folder, { '食堂.txt': PLAYGROUND }), false],
    ['not when a document came', (folder) => writeFiles(folder, { '渡口.txt': FERRY }), false],
    ['not when a document went', (folder) => rmSync(join(folder, '食堂.txt')), false],
    [
      'not when a document was renamed',
      (folder) => renameSync(join(folder, '食堂.txt'), join(folder, '饭.txt')),
      false,
    ],
    [
      'not when the manifest changed',
      (folder) => writeFiles(folder, { 'manifest.yaml': 'documents: [{file: 食堂.txt, title: 甲}]' }),
      false,
    ],
    [
      'not when everyday questions changed',
      (folder) => writeFiles(folder, { 'questions/操场.yaml': '[]' }),
      false,
    ],
    [
      'not when a file came that is told as a problem',
      (folder) => writeFiles(folder, { '图.png': 'png' }),
      false,
    ],
    [
      'not when the vocabulary changed',
      (folder) => writeFiles(folder, { 'vocabulary/names.yaml': '[]' }),
      false,
    ],
  ])('%s', async (_title, change, fresh) => {
    const place = new Workplace();
    const { manifest } = await place.ingest();
    change(place.seeds);
    expect(await isFresh(place.seeds, manifest)).toBe(fresh);
  });
});
