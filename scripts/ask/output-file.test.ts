import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileError } from './file-error.ts';
import { createOutputFile } from './output-file.ts';

let folder = '';
const path = () => join(folder, 'a.jsonl');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wenqiao-output-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('an output file', () => {
  it('keeps what was there until the new one is complete', async () => {
    writeFileSync(path(), 'old');
    const file = await createOutputFile(path());
    await file.write('一\n');
    await file.write('二\n');
    expect(readFileSync(path(), 'utf8')).toBe('old');
    await file.complete();
    expect(readFileSync(path(), 'utf8')).toBe('一\n二\n');
    expect(existsSync(file.draft)).toBe(false);
  });

  it('loses nothing that was written when the work ends early', async () => {
    const file = await createOutputFile(path());
    await file.write('一\n');
    expect(readFileSync(file.draft, 'utf8')).toBe('一\n');
    await file.abandon();
    expect(readFileSync(`${path()}.draft`, 'utf8')).toBe('一\n');
    expect(existsSync(path())).toBe(false);
  });

  it('begins anew over the draft of an earlier run', async () => {
    writeFileSync(`${path()}.draft`, 'left over, and longer');
    const file = await createOutputFile(path());
    await file.write('一\n');
    await file.complete();
    expect(readFileSync(path(), 'utf8')).toBe('一\n');
  });

  it('leaves a link a link', async () => {
    writeFileSync(path(), 'old');
    symlinkSync(path(), join(folder, 'link'));
    const file = await createOutputFile(join(folder, 'link'));
    await file.write('new');
    await file.complete();
    expect(readFileSync(path(), 'utf8')).toBe('new');
  });

  it.each<[string, () => string, boolean]>([
    ['cannot be made', () => join(folder, 'none', 'a.jsonl'), true],
    ['has no room', () => '/dev/full', false],
  ])('tells in one line that it %s', async (_, target, atOnce) => {
    const opening = createOutputFile(target());
    const attempt = atOnce
      ? opening
      : opening.then((file) => file.write('一\n').finally(() => file.abandon()));
    await expect(attempt).rejects.toThrow(FileError);
    await expect(attempt).rejects.toThrow(/^写不了文件 \S+（E[A-Z]+），请检查权限和磁盘空间$/u);
  });

  it('writes to a device as it is', async () => {
    const file = await createOutputFile('/dev/null');
    await file.write('一\n');
    await file.complete();
    expect(file.draft).toBe('/dev/null');
  });
});
