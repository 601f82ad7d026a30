import { expect, test } from 'vitest';
import { createLogger } from '../logger.ts';
import { fakeStore } from './fake-store.ts';
import { createTally, TALLY_DAYS } from './tally.ts';

const logger = createLogger({ level: 'silent' });

test('questions are counted by channel and status, since the start and by day', () => {
  let now = new Date(2024, 4, 1, 12);
  const clock = () => now;
  const store = fakeStore(clock);
  const tally = createTally({ store, clock, logger });
  tally.count('web', 'answered');
  tally.count('web', 'answered');
  tally.count('telegram', 'refused');
  now = new Date(2024, 4, 2, 12);
  tally.count('web', 'blocked');
  expect(tally.sinceStart()).toEqual({ web: { answered: 2, blocked: 1 }, telegram: { refused: 1 } });
  expect(tally.ofDay(0)).toEqual({ day: '2024-05-02', counts: { web: { blocked: 1 } } });
  expect(tally.ofDay(1)).toEqual({
    day: '2024-05-01',
    counts: { web: { answered: 2 }, telegram: { refused: 1 } },
  });
  const restarted = createTally({ store, clock, logger });
  expect(restarted.sinceStart()).toEqual({});
  expect(restarted.ofDay(0).counts).toEqual({ web: { blocked: 1 } });
  now = new Date(2024, 4, 2 + TALLY_DAYS, 13);
  expect(restarted.ofDay(TALLY_DAYS).counts).toEqual({});
});

test('a store that fails costs a number, not the answer', () => {
  const tally = createTally({
    store: {
      ...fakeStore(),
      setValue: () => {
        throw new Error('disk full');
      },
    },
    clock: () => new Date(),
    logger,
  });
  tally.count('web', 'answered');
  expect(tally.sinceStart()).toEqual({ web: { answered: 1 } });
});
