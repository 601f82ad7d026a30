import { describe, expect, test } from 'vitest';
import { RetrievalError } from '../errors.ts';
import { readManifest } from './manifest.ts';
import { temporaryFolder } from './temporary-folder.ts';

function failure(manifest: string): RetrievalError {
  try {
    readManifest(temporaryFolder({ 'manifest.yaml': manifest }));
  } catch (error) {
    return error as RetrievalError;
  }
  throw new Error('the manifest was taken');
}

test('a folder without a manifest has no entries', () => {
  expect(readManifest(temporaryFolder()).size).toBe(0);
});

test('entries are found by the name of their file, with all that they state', () => {
  const manifest = readManifest(
    temporaryFolder({
      'manifest.yaml': `
documents:
  - file: 柳溪.txt
  - file: 霞浦.md
    title: 霞浦镇工作报告
    publisher: null
    town: 霞浦镇
    period: 2031—2032年
    date: {value: "2031-12-27", precision: day, basis: 12月27日召开}
`,
    }),
  );
  expect([...manifest.keys()]).toEqual(['柳溪.txt', '霞浦.md']);
  expect(manifest.get('柳溪.txt')).toEqual({ file: '柳溪.txt' });
  expect(manifest.get('霞浦.md')).toMatchObject({
    town: '霞浦镇',
    publisher: null,
    date: { precision: 'day' },
  });
});

describe('a fault is told in one line that names the place', () => {
  const dated = (value: string, precision: string, basis = '第1期'): string =>
    `documents: [{file: a.txt, date: {value: "${value}", precision: ${precision}, basis: "${basis}"}}]`;
  test.each([
    ['no YAML', 'documents: [', /not valid YAML/],
    ['a key twice', 'documents: []\ndocuments: []', /not valid YAML/],
    ['an empty file', '', /top level/],
    ['a list without its heading', '- file: a.txt', /top level/],
    ['no list', 'documents: a.txt', /documents: /],
    ['an entry without a file', 'documents: [{title: 甲}]', /documents\.0\.file/],
    ['a key that nobody knows', 'documents: [{file: a.txt, tittle: 甲}]', /documents\.0: .*tittle/],
    ['an empty title', 'documents: [{file: a.txt, title: ""}]', /documents\.0\.title/],
    ['a number as period', 'documents: [{file: a.txt, period: 2031}]', /documents\.0\.period/],
    ['a date of unknown precision', dated('2031', 'decade'), /documents\.0\.date\.precision/],
    ['a date less exact than it claims', dated('2031', 'day'), /documents\.0\.date: value must be as exact/],
    ['a date more exact than it claims', dated('2031-12', 'year'), /as exact/],
    ['a month that is none', dated('2031-13', 'month'), /as exact/],
    ['a day that is none', dated('2031-12-32', 'day'), /as exact/],
    ['a date without the words it rests on', dated('2031', 'year', ''), /documents\.0\.date\.basis/],
    ['a file named twice', 'documents: [{file: a.txt}, {file: a.txt}]', /a\.txt twice/],
  ])('%s', (_title, manifest, message) => {
    const error = failure(manifest);
    expect(error).toBeInstanceOf(RetrievalError);
    expect(error.reason).toBe('manifest_invalid');
    expect(error.message).toMatch(message);
    expect(error.message).toMatch(/^manifest\.yaml/);
    expect(error.message).not.toContain('\n');
  });

  test('all faults together', () => {
    expect(failure('documents: [{title: 甲}, {file: b.txt, town: ""}]').message).toMatch(
      /documents\.0\.file.*; documents\.1\.town/,
    );
  });
});
