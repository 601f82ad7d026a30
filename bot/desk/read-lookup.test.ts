import { describe, expect, test } from 'vitest';
import { readLookup } from './read-lookup.ts';
import type { RowFilter } from './row-filter.ts';

const TOWNS = ['甲山镇', '乙水镇'];
const NOW = new Date('2024-05-01T08:00:00Z');

describe('everyday words are read as filters', () => {
  const cases: readonly { words: string; filter: RowFilter }[] = [
    { words: '', filter: {} },
    { words: '停车位', filter: { measure: '停车位' } },
    { words: '甲山镇', filter: { town: '甲山镇' } },
    { words: '甲山 停车位', filter: { town: '甲山镇', measure: '停车位' } },
    {
      words: '甲山镇2023年停车位目标',
      filter: { town: '甲山镇', year: 2023, kind: 'target', measure: '停车位' },
    },
    { words: '去年完成了哪些', filter: { year: 2023, kind: 'result' } },
    { words: '23年的绿化计划有哪些？', filter: { year: 2023, kind: 'target', measure: '绿化' } },
    { words: '推进中的学校', filter: { kind: 'underway', measure: '学校' } },
    { words: '停车位目标和完成情况', filter: { measure: '停车位' } },
    { words: '甲山镇和乙水镇的食堂', filter: { measure: '食堂' } },
    { words: '2022年、2023年食堂', filter: { measure: '食堂' } },
  ];
  test.each(cases)('“$words”', ({ words, filter }) => {
    expect(readLookup(words, TOWNS, NOW).filter).toEqual(filter);
  });
});

test('a town that the documents do not know, and several years, are told', () => {
  expect(readLookup('丙林镇食堂', TOWNS, NOW).unknownTowns).toEqual(['丙林镇']);
  expect(readLookup('2022年、2023年食堂', TOWNS, NOW).severalYears).toBe(true);
  expect(readLookup('2023年食堂', TOWNS, NOW)).toMatchObject({ unknownTowns: [], severalYears: false });
});
