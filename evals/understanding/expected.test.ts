import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readGoldenSet } from '../golden/read-questions.ts';
import { FIELDS, isUnderstood, readExpectations } from './expected.ts';

const read = { kind: 'number', towns: ['义桥镇', '瓜沥镇'], years: [2023] };

test('any of the kinds is right, and lists count without order', () => {
  expect(isUnderstood('kind', { id: 'q', kind: ['list', 'number'] }, read)).toBe(true);
  expect(isUnderstood('kind', { id: 'q', kind: ['list'] }, read)).toBe(false);
  expect(isUnderstood('towns', { id: 'q', towns: ['瓜沥镇', '义桥镇'] }, read)).toBe(true);
  expect(isUnderstood('years', { id: 'q', years: [] }, read)).toBe(false);
  expect(isUnderstood('years', { id: 'q' }, read)).toBeUndefined();
});

test('every expectation is of a tuned question, once', () => {
  const expectations = readExpectations(join(import.meta.dirname, 'expected.yaml'));
  const tuned = new Set(readGoldenSet(join(import.meta.dirname, '../golden')).tuned.map(({ id }) => id));
  expect(expectations.filter(({ id }) => !tuned.has(id))).toEqual([]);
  expect(new Set(expectations.map(({ id }) => id)).size).toBe(expectations.length);
  for (const field of FIELDS)
    expect(expectations.filter((one) => one[field] !== undefined).length).toBeGreaterThan(50);
});
