import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { temporaryFolder, writeFiles } from '../documents/temporary-folder.ts';
import { withLock } from './lock.ts';
import { birthOf } from './lock-owner.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** The number of a process that has ended. */
function deadProcess(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}

test('the work’s value comes back, and nothing of the lock stays', async () => {
  const folder = temporaryFolder();
  expect(await withLock(folder, async () => existsSync(join(folder, 'ingest.lock')))).toBe(true);
  expect(existsSync(join(folder, 'ingest.lock'))).toBe(false);
});

test('the lock is given back when the work fails', async () => {
  const folder = temporaryFolder();
  await expect(withLock(folder, async () => Promise.reject(new Error('broken page')))).rejects.toThrow(
    'broken page',
  );
  expect(await withLock(folder, async () => 'again')).toBe('again');
});

test('a missing folder is made', async () => {
  const folder = join(temporaryFolder(), 'deep', 'index');
  expect(await withLock(folder, async () => existsSync(folder))).toBe(true);
});

test('who must wait is told so, once', async () => {
  const folder = temporaryFolder();
  const told = vi.fn();
  const hold = withLock(folder, () => setTimeout(250));
  await withLock(folder, async () => 'done', told);
  await hold;
  expect(told).toHaveBeenCalledOnce();
  await withLock(folder, async () => 'done', told);
  expect(told).toHaveBeenCalledOnce();
});

test('a lock that someone else has taken over meanwhile is left to them', async () => {
  const folder = temporaryFolder();
  await withLock(folder, async () => writeFiles(folder, { 'ingest.lock': `${process.ppid} 1 - other` }));
  expect(readFileSync(join(folder, 'ingest.lock'), 'utf8')).toContain('other');
});

test('works never overlap', async () => {
  const folder = temporaryFolder();
  const events: string[] = [];
  const work = (name: string) => async (): Promise<void> => {
    events.push(`${name} begins`);
    await setTimeout(20);
    events.push(`${name} ends`);
  };
  await Promise.all([withLock(folder, work('one')), withLock(folder, work('other'))]);
  expect(events).toEqual(['one begins', 'one ends', 'other begins', 'other ends']);
});

describe('a lock that a killed process left is taken over at once', () => {
  test.each<[string, () => string]>([
    ['of a process that is gone', () => `${deadProcess()} 1`],
    ['of an earlier run under this very number, as in a container', () => `${process.pid} 1`],
    [
      'of a process that is gone, whose number another one has by now',
      () => `${process.ppid} 1 11fa6035-0000-0000-0000-000000000000:1 token`,
    ],
    ['of an earlier version, number only', () => String(deadProcess())],
    ['with words that are no number', () => 'no process'],
    ['with a number that no process has', () => '-1'],
  ])('%s', async (_title, content) => {
    const folder = temporaryFolder({ 'ingest.lock': content() });
    expect(await withLock(folder, async () => 'done')).toBe('done');
  });

  test('killed before its number was written', async () => {
    const folder = temporaryFolder({ 'ingest.lock': '' });
    const anHourAgo = Date.now() / 1000 - 3600;
    utimesSync(join(folder, 'ingest.lock'), anHourAgo, anHourAgo);
    expect(await withLock(folder, async () => 'done')).toBe('done');
  });
});

describe('a lock that is held is waited for, and after a minute one line says what to do', () => {
  test.each<[string, string]>([
    ['by a process that lives', `${process.ppid} 1 ${birthOf(process.ppid)} token`],
    ['by a process that lives where the system does not say since when', `${process.ppid} 1 - token`],
    ['by a process that lives, as an earlier version wrote it', `${process.ppid} 1`],
    ['by a process that has not yet written its number', ''],
  ])('%s', async (_title, content) => {
    const folder = temporaryFolder({ 'ingest.lock': content });
    const began = Date.now();
    vi.spyOn(Date, 'now')
      .mockReturnValueOnce(began - 60_001)
      .mockImplementation(() => began);
    await expect(withLock(folder, async () => 'done')).rejects.toMatchObject({
      reason: 'index_locked',
      message: expect.stringMatching(/^another ingest is writing .*ingest\.lock when none runs$/),
    });
    expect(readFileSync(join(folder, 'ingest.lock'), 'utf8')).toBe(content);
  });
});

describe('a folder that can’t be written is told in one line', () => {
  test('when a file stands in its place', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { index: 'a file' });
    await expect(withLock(join(folder, 'index'), async () => 'done')).rejects.toMatchObject({
      reason: 'index_unwritable',
      message: expect.stringMatching(/is a file, or stands in one; remove it or set INDEX_DIR$/),
    });
  });

  test('when a file stands above it', async () => {
    const folder = temporaryFolder({ file: '' });
    await expect(withLock(join(folder, 'file', 'index'), async () => 'done')).rejects.toMatchObject({
      reason: 'index_unwritable',
    });
  });

  test('when the lock itself is no file', async () => {
    const folder = temporaryFolder({ 'ingest.lock/file': '' });
    await expect(withLock(folder, async () => 'done')).rejects.toMatchObject({
      reason: 'index_unwritable',
      message: expect.stringMatching(/ingest\.lock is not readable/),
    });
  });

  test('when its disk is full, and no lock is left there', async ({ skip }) => {
    const folder = temporaryFolder();
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4k', 'tmpfs', folder]).status === 0;
    skip(!mounted, 'only the super-user may mount a small disk');
    try {
      writeFiles(folder, { ballast: 'x'.repeat(4_096) });
      await expect(withLock(folder, async () => 'done')).rejects.toMatchObject({
        reason: 'index_unwritable',
        message: expect.stringMatching(/the disk is full \(ENOSPC\); free some space or set INDEX_DIR$/),
      });
      expect(existsSync(join(folder, 'ingest.lock'))).toBe(false);
    } finally {
      spawnSync('umount', [folder]);
    }
  });

  test('when it is read-only', async ({ skip }) => {
    skip(process.getuid?.() === 0, 'the super-user may write every folder');
    const folder = temporaryFolder();
    chmodSync(folder, 0o555);
    await expect(withLock(folder, async () => 'done')).rejects.toMatchObject({ reason: 'index_unwritable' });
    chmodSync(folder, 0o755);
  });
});
