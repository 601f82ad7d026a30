import { describe, expect, test } from 'vitest';
import { type DocumentDescription, knownDate, lineOf, type PageDate, pageYear } from './document.ts';

const NOTHING: DocumentDescription = {
  title: '柳溪镇报',
  publisher: null,
  town: null,
  period: null,
  date: null,
  inferred: [],
};

describe('the year of a page', () => {
  test.each<[string, Partial<DocumentDescription>, number | undefined]>([
    [
      'is that of its date',
      { date: { value: '2031-12-27', precision: 'day', basis: '12月27日' }, period: '2030年' },
      2031,
    ],
    ['is the first one of its period when no date is known', { period: '2030—2031年' }, 2030],
    ['is unknown without both', {}, undefined],
    ['is unknown when the period names none', { period: '换届之年' }, undefined],
  ])('%s', (_title, known, expected) => {
    expect(pageYear({ ...NOTHING, ...known })).toBe(expected);
  });
});

describe('what time words on a page rest on', () => {
  const dated = (value: string, precision: PageDate['precision']): DocumentDescription => ({
    ...NOTHING,
    date: { value, precision, basis: '报头' },
  });
  test.each([
    ['a year', dated('2031', 'year'), null, { year: 2031 }],
    ['a month', dated('2031-01', 'month'), null, { year: 2031, month: 1 }],
    ['a day', dated('2031-12-07', 'day'), null, { year: 2031, month: 12, day: 7 }],
    [
      'a day and a heading',
      dated('2031-12-07', 'day'),
      2032,
      { year: 2031, month: 12, day: 7, sectionYear: 2032 },
    ],
    ['the period alone', { ...NOTHING, period: '2030—2031年' }, null, { year: 2030 }],
    ['a heading alone', NOTHING, 2032, { year: 2032, sectionYear: 2032 }],
    ['nothing', NOTHING, null, undefined],
  ])('%s', (_title, description, sectionYear, expected) => {
    expect(knownDate(description, sectionYear)).toEqual(expected);
  });
});

describe('the line of an offset', () => {
  const text = '甲\n乙乙\r\n丙';
  test.each([
    [0, 1],
    [1, 1],
    [2, 2],
    [5, 2],
    [6, 3],
    [99, 3],
  ])('offset %i stands on line %i', (offset, line) => {
    expect(lineOf(text, offset)).toBe(line);
  });
});
