import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { platform } from 'node:os';
import { expect, test } from 'vitest';
import { birthOf } from './lock-owner.ts';

test.runIf(platform() === 'linux')('tells processes apart, and is the same at every look', async () => {
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 10_000)']);
  await once(child, 'spawn');
  const theirs = birthOf(child.pid!);
  expect(birthOf(process.pid)).toMatch(/^[0-9a-f-]{36}:\d+$/);
  expect(theirs).not.toBe(birthOf(process.pid));
  expect(birthOf(child.pid!)).toBe(theirs);
  child.kill('SIGKILL');
  await once(child, 'close');
  expect(birthOf(child.pid!)).toBe('-');
});
