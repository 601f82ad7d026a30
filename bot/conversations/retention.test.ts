import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createLogger } from '../logger.ts';
import { keepRetention } from './retention.ts';

const logger = createLogger({ level: 'silent' });
const DAY_MS = 24 * 60 * 60 * 1000;
const NOW = new Date('2026-11-22T00:00:00Z');

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the retention', () => {
  test('is kept at the start and once a day, until it is stopped', () => {
    const prune = vi.fn<(olderThan: Date) => number>(() => 1);
    const stop = keepRetention({ prune }, { days: 30, clock: () => new Date(), logger });
    expect(prune.mock.calls).toEqual([[new Date('2026-10-23T00:00:00Z')]]);
    vi.advanceTimersByTime(2 * DAY_MS);
    expect(prune).toHaveBeenCalledTimes(3);
    expect(prune).toHaveBeenLastCalledWith(new Date('2026-10-25T00:00:00Z'));
    stop();
    vi.advanceTimersByTime(3 * DAY_MS);
    expect(prune).toHaveBeenCalledTimes(3);
  });

  test('of 0 days removes no row, only values whose time is over', () => {
    const prune = vi.fn<(olderThan: Date) => number>(() => 0);
    keepRetention({ prune }, { days: 0, clock: () => new Date(), logger })();
    expect(prune.mock.calls).toEqual([[new Date(0)]]);
  });

  test('is tried again the next day when the store fails', () => {
    const prune = vi.fn<(olderThan: Date) => number>(() => {
      throw new Error('full');
    });
    const stop = keepRetention({ prune }, { days: 30, clock: () => new Date(), logger });
    vi.advanceTimersByTime(DAY_MS);
    expect(prune).toHaveBeenCalledTimes(2);
    stop();
  });
});
