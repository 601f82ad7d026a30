import {
  chmodSync,
  mkdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RetrievalError } from '../errors.ts';
import { readSeeds, surveySeeds } from './seeds.ts';
import { temporaryFolder, writeFiles } from './temporary-folder.ts';

const PAGE = '柳溪镇办起长者食堂\n\n柳溪镇2031年4月在青石村办起长者食堂。\n';

describe('a folder that can’t be taken in is told in one line that says what to do', () => {
  test.each<[string, () => string, string, RegExp]>([
    [
      'a missing folder',
      () => join(temporaryFolder(), 'nowhere'),
      'seeds_missing',
      /does not exist; create it or set SEEDS_DIR/,
    ],
    ['an empty folder', () => temporaryFolder(), 'seeds_empty', /no readable document .* SEEDS_DIR/],
    [
      'a file in its place',
      () => join(temporaryFolder({ 'seeds.txt': PAGE }), 'seeds.txt'),
      'seeds_unreadable',
      /is a file, not a folder/,
    ],
    [
      'a folder with a readme and a manifest only',
      () => temporaryFolder({ 'README.md': PAGE, 'manifest.yaml': 'documents: []' }),
      'seeds_empty',
      /no readable document/,
    ],
    [
      'a folder in which nothing is text',
      () => temporaryFolder({ 'a.txt': new Uint8Array(8) }),
      'seeds_empty',
      /no readable document .*; a\.txt: neither UTF-8 nor GB18030 text/,
    ],
    [
      'a folder with files of other kinds only',
      () => temporaryFolder({ 'a.xls': 'x' }),
      'seeds_empty',
      /no readable document .*; a\.xls: not a kind of document that is read/,
    ],
  ])('%s', async (_title, folder, reason, message) => {
    const error: unknown = await readSeeds(folder()).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(RetrievalError);
    expect(error).toMatchObject({ reason, message: expect.stringMatching(message) });
    expect((error as Error).message).not.toContain('\n');
  });
});

describe('what can’t be read becomes a problem and the rest goes on', () => {
  const write =
    (content: string | Uint8Array, name = '甲.txt') =>
    (folder: string): void =>
      writeFiles(folder, { [name]: content });

  test.each<[string, string, (folder: string) => void, string, RegExp]>([
    ['a kind that nobody reads', '甲.xls', write('x', '甲.xls'), 'unknown_kind', /save its tables as \.html/],
    ['an old document', '甲.DOC', write('x', '甲.DOC'), 'unknown_kind', /save it as \.docx/],
    ['a picture', '甲.jpg', write('x', '甲.jpg'), 'unknown_kind', /OCR/],
    ['a file without an ending', '甲', write('x', '甲'), 'unknown_kind', /save it as one of these/],
    [
      'a manifest under a name that nobody reads',
      'manifest.yml',
      write('documents: []', 'manifest.yml'),
      'unknown_kind',
      /\.txt, \.md, \.html, \.docx, \.pdf/,
    ],
    ['an empty file', '甲.txt', write(''), 'empty', /is empty/],
    ['a file of blanks and marks', '甲.txt', write('\ufeff \n……！\n'), 'empty', /has no text/],
    ['a page that shows nothing', '甲.html', write('<nav>首页</nav>', '甲.html'), 'empty', /has no text/],
    [
      'a picture named .txt',
      '甲.txt',
      write(Uint8Array.from([0x89, 0x50, 0, 0])),
      'not_text',
      /save it as UTF-8/,
    ],
    [
      'a picture named .html',
      '甲.html',
      write(Uint8Array.from([0x89, 0x50, 0, 0]), '甲.html'),
      'not_text',
      /UTF-8/,
    ],
    [
      'a link that leads nowhere',
      '甲.txt',
      (folder) => symlinkSync(join(folder, 'gone'), join(folder, '甲.txt')),
      'unreadable',
      /permissions/,
    ],
    [
      'a link out of the folder',
      '甲.txt',
      (folder) =>
        symlinkSync(join(temporaryFolder({ 'secret.txt': PAGE }), 'secret.txt'), join(folder, '甲.txt')),
      'outside',
      /copy the file itself/,
    ],
    [
      'a link to a neighbouring folder whose name begins like this one’s',
      '甲.txt',
      (folder) => {
        writeFiles(`${folder}-next`, { '甲.txt': PAGE });
        symlinkSync(join(`${folder}-next`, '甲.txt'), join(folder, '甲.txt'));
      },
      'outside',
      /leads out/,
    ],
    [
      'a link to the folder',
      '甲.txt',
      (folder) => symlinkSync(folder, join(folder, '甲.txt')),
      'outside',
      /./,
    ],
    [
      'a link to a folder inside',
      '甲.txt',
      (folder) => {
        mkdirSync(join(folder, 'deep'));
        symlinkSync(join(folder, 'deep'), join(folder, '甲.txt'));
      },
      'unreadable',
      /put the document itself here/,
    ],
    ['a name with a line break', '甲\\u000a乙.txt', write(PAGE, '甲\n乙.txt'), 'bad_name', /rename it/],
    [
      'a name that turns the direction',
      '甲\\u202etxt.exe.txt',
      write(PAGE, '甲\u202etxt.exe.txt'),
      'bad_name',
      /rename/,
    ],
    [
      'a manifest entry without its file',
      '甲.txt',
      write('documents: [{file: 甲.txt}]', 'manifest.yaml'),
      'manifest_without_file',
      /ignored/,
    ],
    [
      'a manifest entry that leads out of the folder',
      '../甲.txt',
      write('documents: [{file: ../甲.txt}]', 'manifest.yaml'),
      'manifest_without_file',
      /ignored/,
    ],
  ])('%s', async (_title, name, make, kind, message) => {
    const folder = temporaryFolder({ '柳溪.txt': PAGE });
    make(folder);
    const seeds = await readSeeds(folder);
    expect(seeds.documents.map((document) => document.name)).toEqual(['柳溪.txt']);
    expect(seeds.problems).toMatchObject([
      { document: name, kind, line: null, message: expect.stringMatching(message) },
    ]);
    expect(seeds.problems[0]!.message).not.toContain('\n');
  });

  test('a name that is no UTF-8', async () => {
    const folder = temporaryFolder({ '柳溪.txt': PAGE });
    const name = Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xc1, 0xf8]), Buffer.from('.txt')]);
    writeFileSync(name, PAGE);
    const { documents, problems } = await readSeeds(folder);
    expect(documents).toHaveLength(1);
    expect(problems).toMatchObject([
      { kind: 'bad_name', message: 'its name is not UTF-8; skipped, rename it' },
    ]);
  });

  test.each([
    '甲.txt',
    '甲.pdf',
    '甲.docx',
    '甲.html',
    '甲.md',
  ])('a file of 50 MB, refused without being read: %s', async (name) => {
    const folder = temporaryFolder({ '柳溪.txt': PAGE, [name]: '' });
    truncateSync(join(folder, name), 50 * 1024 * 1024);
    utimesSync(join(folder, name), new Date(0), new Date(1000));
    const before = process.memoryUsage().arrayBuffers;
    const { documents, problems } = await readSeeds(folder);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * 1024 * 1024);
    expect(documents).toHaveLength(1);
    expect(problems).toEqual([
      {
        document: name,
        line: null,
        kind: 'too_large',
        message: 'larger than 20 MB; skipped, cut it into pages',
      },
    ]);
  });

  test('a file that may not be read', async ({ skip }) => {
    skip(process.getuid?.() === 0, 'the super-user may read every file');
    const folder = temporaryFolder({ '柳溪.txt': PAGE, '甲.txt': PAGE });
    chmodSync(join(folder, '甲.txt'), 0);
    expect((await readSeeds(folder)).problems).toMatchObject([{ document: '甲.txt', kind: 'unreadable' }]);
  });

  test('a file that went while the others were read', async () => {
    const folder = temporaryFolder({ '柳溪.txt': PAGE });
    const [file] = surveySeeds(folder).files;
    renameSync(join(folder, '柳溪.txt'), join(folder, '.gone'));
    expect(await file!.read()).toMatchObject({ document: '柳溪.txt', kind: 'unreadable' });
  });
});

test.each([
  `${'长'.repeat(80)}.txt`,
  "一 'page' of “words” & <b>.txt",
  '-rf.txt',
  'a..b...txt',
  '100%2f..%2f.txt',
  '~$柳溪.txt',
  '😀.txt',
])('a document may be called %s', async (name) => {
  const folder = temporaryFolder({ [name]: PAGE });
  expect(await readSeeds(folder)).toMatchObject({ documents: [{ name, text: PAGE }], problems: [] });
});

test('a link inside the folder is followed: some tools put files there so', async () => {
  const folder = temporaryFolder({ '..data/柳溪.txt': PAGE });
  symlinkSync(join('..data', '柳溪.txt'), join(folder, '柳溪.txt'));
  expect(await readSeeds(folder)).toMatchObject({ documents: [{ name: '柳溪.txt' }], problems: [] });
});

test('documents are the files of the top level in order of name, without hidden files and tests', async () => {
  const folder = temporaryFolder({
    '乙.TXT': PAGE,
    '1.md': PAGE,
    '2.htm': `<p>${PAGE}</p>`,
    'deep/甲.txt': PAGE,
    '.hidden.txt': PAGE,
    'readme.txt': PAGE,
    'seeds.test.ts': '',
  });
  mkdirSync(join(folder, '丙.txt'));
  expect(await readSeeds(folder)).toMatchObject({
    documents: [{ name: '1.md' }, { name: '2.htm' }, { name: '乙.TXT' }],
    problems: [],
  });
});

test('a BOM is no part of the text, line ends stay as they are', async () => {
  const folder = temporaryFolder({ '柳溪.txt': `\ufeff${PAGE.replaceAll('\n', '\r\n')}` });
  expect((await readSeeds(folder)).documents[0]!.text).toBe(PAGE.replaceAll('\n', '\r\n'));
});

test('looking for changes reads no document', () => {
  const folder = temporaryFolder({ '坏.pdf': '%PDF-1.7 broken', '坏.docx': 'PK', '柳溪.txt': PAGE });
  expect(surveySeeds(folder)).toMatchObject({
    files: [{ name: '坏.docx' }, { name: '坏.pdf' }, { name: '柳溪.txt' }],
    problems: [],
  });
});

test('a description comes from the manifest, and towns named there are known on other pages', async () => {
  const folder = temporaryFolder({
    '柳溪.txt': PAGE,
    '霞浦.txt': '霞浦村里的事\n\n今天霞浦镇举行比赛。\n',
    'manifest.yaml': 'documents: [{file: 柳溪.txt, title: 长者食堂, town: 霞浦镇}]',
  });
  const [first, second] = (await readSeeds(folder)).documents;
  expect(first!.description).toMatchObject({
    title: '长者食堂',
    town: '霞浦镇',
    inferred: ['date', 'period'],
  });
  expect(second!.description).toMatchObject({
    town: '霞浦镇',
    inferred: ['title', 'town', 'date', 'period'],
  });
});

describe('the title that a page gives itself', () => {
  const page = '<title>长者食堂今天开张_柳溪镇</title><p>柳溪镇新闻中心</p><p>长者食堂今天开张</p>';

  test('comes before its first line, and counts as inferred', async () => {
    const folder = temporaryFolder({ '食堂.html': page });
    expect((await readSeeds(folder)).documents[0]!.description).toMatchObject({
      title: '长者食堂今天开张',
      inferred: expect.arrayContaining(['title']),
    });
  });

  test('comes after the manifest', async () => {
    const folder = temporaryFolder({
      '食堂.html': page,
      'manifest.yaml': 'documents: [{file: 食堂.html, title: 食堂一号}]',
    });
    expect((await readSeeds(folder)).documents[0]!.description.title).toBe('食堂一号');
  });
});

describe('the digest of a document', () => {
  const digestOf = async (files: Record<string, string>, name = '柳溪.txt'): Promise<string> => {
    const folder = temporaryFolder(files);
    const digest = (await readSeeds(folder)).documents.find((document) => document.name === name)!.digest;
    expect(surveySeeds(folder).files.find((file) => file.name === name)!.digest).toBe(digest);
    return digest;
  };
  const original = digestOf.bind(null, { '柳溪.txt': PAGE });

  test.each<[string, Record<string, string>]>([
    ['a byte', { '柳溪.txt': PAGE.replace('食', '饭') }],
    ['a line end', { '柳溪.txt': `${PAGE}\n` }],
    [
      'its manifest entry',
      { '柳溪.txt': PAGE, 'manifest.yaml': 'documents: [{file: 柳溪.txt, period: 2031年春}]' },
    ],
    [
      'a town that another entry brings, since it may be this one’s too',
      {
        '柳溪.txt': PAGE,
        '青石.txt': `${PAGE}青石`,
        'manifest.yaml': 'documents: [{file: 青石.txt, town: 青石镇}]',
      },
    ],
  ])('changes with %s', async (_title, files) => {
    expect(await digestOf(files)).not.toBe(await original());
  });

  test.each<[string, Record<string, string>]>([
    ['another document', { '柳溪.txt': PAGE, '青石.txt': PAGE }],
    [
      'another document’s entry',
      {
        '柳溪.txt': PAGE,
        '青石.txt': PAGE,
        'manifest.yaml': 'documents: [{file: 青石.txt, period: 2031年春}]',
      },
    ],
  ])('does not change with %s', async (_title, files) => {
    expect(await digestOf(files)).toBe(await original());
  });

  test('changes with the kind of the file, not with the rest of its name', async () => {
    const folder = temporaryFolder({ '柳溪.txt': PAGE });
    renameSync(join(folder, '柳溪.txt'), join(folder, '食堂.txt'));
    expect(surveySeeds(folder).files[0]!.digest).toBe(await original());
    renameSync(join(folder, '食堂.txt'), join(folder, '食堂.md'));
    expect(readFileSync(join(folder, '食堂.md'), 'utf8')).toBe(PAGE);
    expect(surveySeeds(folder).files[0]!.digest).not.toBe(await original());
  });
});
