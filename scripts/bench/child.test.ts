import { expect, test } from 'vitest';
import { runChild } from './child.ts';

test('a program that breaks down says why', async () => {
  const { value, fault } = await runChild('measure-engine.ts', ['{"engine":"none"}'], { limitMs: 20_000 });
  expect(value).toBeUndefined();
  expect(fault).toEqual({ reason: 'broken', message: 'Error: no engine none' });
});

test('a program that does not end in time is stopped', async () => {
  const { fault } = await runChild('measure-engine.ts', ['{"engine":"none"}'], { limitMs: 1 });
  expect(fault).toMatchObject({ reason: 'stopped' });
});
