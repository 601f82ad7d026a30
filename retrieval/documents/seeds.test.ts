import { chmodSync, mkdirSync, renameSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RetrievalError } from '../errors.ts';
import { readSeeds } from './seeds.ts';
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
      /no readable document/,
    ],
  ])('%s', (_title, folder, reason, message) => {
    const path = folder();
    expect(() => readSeeds(path)).toThrow(RetrievalError);
    expect(() => readSeeds(path)).toThrow(
      expect.objectContaining({ reason, message: expect.stringMatching(message) }),
    );
    expect(() => readSeeds(path)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('\n') }),
    );
  });
});

describe('what can’t be read becomes a problem and the rest goes on', () => {
  test.each<[string, string, (folder: string) => void, string]>([
    ['a kind that nobody reads', '甲.xls', (folder) => writeFiles(folder, { '甲.xls': 'x' }), 'unknown_kind'],
    [
      'a manifest under a name that nobody reads',
      'manifest.yml',
      (folder) => writeFiles(folder, { 'manifest.yml': 'documents: []' }),
      'unknown_kind',
    ],
    ['an empty file', '甲.txt', (folder) => writeFiles(folder, { '甲.txt': '' }), 'empty'],
    [
      'a file of blanks and marks',
      '甲.txt',
      (folder) => writeFiles(folder, { '甲.txt': '\ufeff \n……！\n' }),
      'empty',
    ],
    [
      'a picture named .txt',
      '甲.txt',
      (folder) => writeFiles(folder, { '甲.txt': Uint8Array.from([0x89, 0x50, 0, 0]) }),
      'not_text',
    ],
    [
      'a link that leads nowhere',
      '甲.txt',
      (folder) => symlinkSync(join(folder, 'gone'), join(folder, '甲.txt')),
      'unreadable',
    ],
    ['a link to a folder', '甲.txt', (folder) => symlinkSync(folder, join(folder, '甲.txt')), 'unreadable'],
    [
      'a file of more than 20 MB',
      '甲.txt',
      (folder) => {
        writeFileSync(join(folder, '甲.txt'), '');
        truncateSync(join(folder, '甲.txt'), 20 * 1024 * 1024 + 1);
      },
      'too_large',
    ],
    [
      'a manifest entry without its file',
      '甲.txt',
      (folder) => writeFiles(folder, { 'manifest.yaml': 'documents: [{file: 甲.txt}]' }),
      'manifest_without_file',
    ],
  ])('%s', (_title, name, make, kind) => {
    const folder = temporaryFolder({ '柳溪.txt': PAGE });
    make(folder);
    const seeds = readSeeds(folder);
    expect(seeds.documents.map((document) => document.name)).toEqual(['柳溪.txt']);
    expect(seeds.problems).toMatchObject([{ document: name, kind, line: null }]);
    expect(seeds.problems[0]!.message).not.toContain('\n');
  });

  test('a file that may not be read', ({ skip }) => {
    skip(process.getuid?.() === 0, 'the super-user may read every file');
    const folder = temporaryFolder({ '柳溪.txt': PAGE, '甲.txt': PAGE });
    chmodSync(join(folder, '甲.txt'), 0);
    expect(readSeeds(folder).problems).toMatchObject([{ document: '甲.txt', kind: 'unreadable' }]);
  });
});

test('documents are the .txt and .md files of the top level in order of name, without hidden files and tests', () => {
  const folder = temporaryFolder({
    '乙.TXT': PAGE,
    '1.md': PAGE,
    'deep/甲.txt': PAGE,
    '.hidden.txt': PAGE,
    'readme.txt': PAGE,
    'seeds.test.ts': '',
  });
  mkdirSync(join(folder, '丙.txt'));
  expect(readSeeds(folder)).toMatchObject({
    documents: [{ name: '1.md' }, { name: '乙.TXT' }],
    problems: [],
  });
});

test('a BOM is no part of the text, line ends stay as they are', () => {
  const folder = temporaryFolder({ '柳溪.txt': `\ufeff${PAGE.replaceAll('\n', '\r\n')}` });
  expect(readSeeds(folder).documents[0]!.text).toBe(PAGE.replaceAll('\n', '\r\n'));
});

test('a description comes from the manifest, and towns named there are known on other pages', () => {
  const folder = temporaryFolder({
    '柳溪.txt': PAGE,
    '霞浦.txt': '霞浦村里的事\n\n今天霞浦镇举行比赛。\n',
    'manifest.yaml': 'documents: [{file: 柳溪.txt, title: 长者食堂, town: 霞浦镇}]',
  });
  const [first, second] = readSeeds(folder).documents;
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

describe('the digest of a document', () => {
  const digestOf = (files: Record<string, string>, name = '柳溪.txt'): string =>
    readSeeds(temporaryFolder(files)).documents.find((document) => document.name === name)!.digest;
  const original = digestOf.bind(null, { '柳溪.txt': PAGE });

  test.each<[string, Record<string, string>]>([
    ['a byte', { '柳溪.txt': PAGE.replace('食', '饭') }],
    ['a line end', { '柳溪.txt': `${PAGE}\n` }],
    [
      'its manifest entry',
      { '柳溪.txt': PAGE, 'manifest.yaml': 'documents: [{file: 柳溪.txt, period: 2031年春}]' },
    ],
  ])('changes with %s', (_title, files) => {
    expect(digestOf(files)).not.toBe(original());
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
  ])('does not change with %s', (_title, files) => {
    expect(digestOf(files)).toBe(original());
  });

  test('does not change with the name of the file', () => {
    const folder = temporaryFolder({ '柳溪.txt': PAGE });
    renameSync(join(folder, '柳溪.txt'), join(folder, '食堂.txt'));
    expect(readSeeds(folder).documents[0]!.digest).toBe(original());
  });
});
