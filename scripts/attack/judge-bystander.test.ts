import { describe, expect, test } from 'vitest';
import type { Served } from './bystander.ts';
import { type BystanderReport, bystanderFaults, OCCASIONS, type Occasion } from './judge-bystander.ts';

const served = (different: Partial<Served> = {}): Served => ({
  ...{ asked: 25, answered: 25, turnedAway: 0, lost: 0, p95Ms: 100 },
  ...different,
});

function report(different: Partial<Record<Occasion, Partial<Served>>>): BystanderReport {
  const all = OCCASIONS.map((occasion) => [occasion, served(different[occasion])]);
  return Object.fromEntries(all) as BystanderReport;
}

describe('bystanders are not wronged', () => {
  test.each<[string, Partial<Record<Occasion, Partial<Served>>>]>([
    ['when all are answered', {}],
    ['when answers take some two seconds under attack', { connections: { p95Ms: 1_900 } }],
    ['when a busy machine is slow before and slower under attack', both(900, 8_000)],
    ['when one person’s allowance stands before them', { flood: { p95Ms: 3_900 } }],
    ['when they are told that too many ask at once', { atOnce: { answered: 3, turnedAway: 22 } }],
    ['when they wait their turn behind as many as there is room for', { atOnce: { p95Ms: 29_000 } }],
  ])('%s', (_, different) => {
    expect(bystanderFaults(report(different))).toEqual([]);
  });
});

describe('bystanders are wronged', () => {
  test.each(OCCASIONS)('when one gets no sentence: %s', (occasion) => {
    const faults = bystanderFaults(report({ [occasion]: { answered: 24, lost: 1 } }));
    expect(faults).toEqual([{ occasion, wrong: 'lost' }]);
  });

  test.each(
    OCCASIONS.filter((occasion) => occasion !== 'atOnce'),
  )('when one is turned away though there is room: %s', (occasion) => {
    const faults = bystanderFaults(report({ [occasion]: { answered: 24, turnedAway: 1 } }));
    expect(faults).toEqual([{ occasion, wrong: 'turnedAway' }]);
  });

  test.each<[string, Partial<Record<Occasion, Partial<Served>>>, Occasion]>([
    ['when they wait ten times as long as before', both(300, 3_100), 'connections'],
    ['when more than one person’s allowance stands before them', { flood: { p95Ms: 4_100 } }, 'flood'],
    ['when it stays slow afterwards', { after: { p95Ms: 2_100 } }, 'after'],
    ['when a slow machine is an excuse for any wait', both(5_000, 20_100), 'connections'],
    ['when the service was too slow to begin with', { before: { p95Ms: 20_100 } }, 'before'],
  ])('%s', (_, different, occasion) => {
    expect(bystanderFaults(report(different))).toEqual([{ occasion, wrong: 'slow' }]);
  });
});

function both(before: number, connections: number): Partial<Record<Occasion, Partial<Served>>> {
  return { before: { p95Ms: before }, connections: { p95Ms: connections } };
}
