import { expect, test } from 'vitest';
import { RecentMap } from './recent-map.ts';

function create(most: number, lifetimeMs: number) {
  let now = 0;
  const map = new RecentMap<string>({ most, lifetimeMs, clock: () => new Date(now) });
  return { map, pass: (milliseconds: number) => (now += milliseconds) };
}

test('the oldest entry leaves when there are too many, and setting one again makes it the newest', () => {
  const { map } = create(2, 1_000);
  map.set('a', '1');
  map.set('b', '2');
  map.set('a', '3');
  map.set('c', '4');
  expect(['a', 'b', 'c'].map((key) => map.get(key))).toEqual(['3', undefined, '4']);
});

test('an entry is gone when its time is up, also for those who only count', () => {
  const { map, pass } = create(10, 1_000);
  map.set('a', '1');
  pass(999);
  expect(map.get('a')).toBe('1');
  pass(1);
  expect(map.get('a')).toBeUndefined();
  map.set('b', '2');
  pass(1_000);
  map.set('c', '3');
  expect(map.size).toBe(1);
});
