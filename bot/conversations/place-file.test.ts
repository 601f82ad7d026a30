import { linkSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { placeFile } from './place-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wenqiao-place-'));
  writeFileSync(join(folder, 'draft'), 'new');
});
afterEach(() => rmSync(folder, { recursive: true }));

const unable: typeof linkSync = () => {
  throw Object.assign(new Error('no links here'), { code: 'EPERM' });
};

describe.each([
  ['where files can be linked', linkSync],
  ['on a file system without links', unable],
])('%s', (_, link) => {
  const place = (): void => placeFile(join(folder, 'draft'), join(folder, 'file'), link);

  test('a draft gets its name', () => {
    place();
    expect(readdirSync(folder)).toEqual(['file']);
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('new');
  });

  test('no file is ever replaced', () => {
    writeFileSync(join(folder, 'file'), 'old');
    expect(place).toThrow(expect.objectContaining({ code: 'EEXIST' }));
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('old');
  });
});
