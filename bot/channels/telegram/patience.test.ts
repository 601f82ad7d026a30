import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPatience } from './patience.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const patience = createPatience({ firstMs: 500, longestMs: 60_000 });

test.each([
  { failures: 0, leastMs: 0, waits: 500 },
  { failures: 3, leastMs: 0, waits: 4_000 },
  { failures: 50, leastMs: 0, waits: 60_000 },
  { failures: 0, leastMs: 7_000, waits: 7_000 },
])('after $failures failures, asked for $leastMs ms, it waits $waits ms', async ({
  failures,
  leastMs,
  waits,
}) => {
  let isOver = false;
  void patience.wait(failures, leastMs).then(() => (isOver = true));
  await vi.advanceTimersByTimeAsync(waits - 1);
  expect(isOver).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(isOver).toBe(true);
});

test('it ends at once when it is aborted, before or meanwhile', async () => {
  await patience.wait(9, 0, AbortSignal.abort());
  const controller = new AbortController();
  const waiting = patience.wait(9, 0, controller.signal);
  controller.abort();
  await waiting;
  expect(vi.getTimerCount()).toBe(0);
});
