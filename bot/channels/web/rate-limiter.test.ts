import { expect, it } from 'vitest';
import { RateLimiter } from './rate-limiter.ts';

it('allows a minute’s worth at once and then refills evenly', () => {
  let now = 0;
  const limiter = new RateLimiter({ perMinute: 6, addresses: 10, now: () => now });
  const waits = () => Array.from({ length: 7 }, () => limiter.take('a'));
  expect(waits()).toEqual([0, 0, 0, 0, 0, 0, 10]);
  now = 4_000;
  expect(limiter.take('a')).toBe(6);
  now = 10_000;
  expect([limiter.take('a'), limiter.take('a')]).toEqual([0, 10]);
  now = 1_000_000;
  expect(waits()).toEqual([0, 0, 0, 0, 0, 0, 10]);
});

it('never remembers more addresses than it may, and forgets the one unseen for longest', () => {
  const limiter = new RateLimiter({ perMinute: 1, addresses: 3, now: () => 0 });
  for (const address of ['a', 'b', 'c']) expect(limiter.take(address)).toBe(0);
  expect(limiter.take('a')).toBeGreaterThan(0);
  expect(limiter.take('d')).toBe(0);
  expect(limiter.size).toBe(3);
  expect(limiter.take('a')).toBeGreaterThan(0);
  expect(limiter.take('b')).toBe(0);
});

it('limits nobody when it is switched off', () => {
  const limiter = new RateLimiter({ perMinute: 0, addresses: 3, now: () => 0 });
  expect([limiter.take('a'), limiter.take('a')]).toEqual([0, 0]);
  expect(limiter.size).toBe(0);
});

it('is not fooled by a clock that runs backwards', () => {
  let now = 60_000;
  const limiter = new RateLimiter({ perMinute: 1, addresses: 3, now: () => now });
  expect(limiter.take('a')).toBe(0);
  now = 0;
  expect(limiter.take('a')).toBe(60);
});
