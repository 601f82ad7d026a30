import { expect, test } from 'vitest';
import { Allowance } from './allowance.ts';
import { testRemember } from './test-store.ts';

function create(burst: number, perMinute: number) {
  let now = 1_000_000;
  const clock = () => new Date(now);
  const allowance = new Allowance(testRemember(clock), 'person', { burst, perMinute, clock });
  return { allowance, pass: (seconds: number) => (now += seconds * 1_000) };
}

test('the burst is free, then one at a time as the bucket refills', () => {
  const { allowance, pass } = create(2, 6);
  expect([allowance.take('a').allowed, allowance.take('a').allowed]).toEqual([true, true]);
  expect(allowance.take('a')).toEqual({ allowed: false, seconds: 10, told: false });
  pass(4);
  expect(allowance.take('a')).toEqual({ allowed: false, seconds: 6, told: true });
  pass(6);
  expect(allowance.take('a')).toEqual({ allowed: true });
  expect(allowance.take('a')).toMatchObject({ allowed: false, told: false });
});

test('asking while it is empty costs nothing, and a long silence fills no more than the burst', () => {
  const { allowance, pass } = create(2, 6);
  for (let attempt = 0; attempt < 50; attempt += 1) allowance.take('a');
  pass(10);
  expect(allowance.take('a').allowed).toBe(true);
  pass(10_000);
  const verdicts = [1, 2, 3].map(() => allowance.take('a').allowed);
  expect(verdicts).toEqual([true, true, false]);
});

test('one person does not use up what another has', () => {
  const { allowance } = create(1, 6);
  expect([allowance.take('a').allowed, allowance.take('b').allowed]).toEqual([true, true]);
});
