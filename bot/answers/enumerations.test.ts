import { describe, expect, test } from 'vitest';
import { itemsTold, listFit, longestEnumeration, withoutOrganisers } from './enumerations.ts';

describe('an enumeration', () => {
  test.each<[string, number]>([
    ['水源治污、土源治废、气源治尘', 3],
    ['白鱼、银鱼、河虾和菱角', 4],
    ['“义企”“义起”“义治”三大行动', 3],
    ['“甲”、“乙”和“丙”', 3],
    ['党建+红色线路+精品驿站', 3],
    ['镇里新建食堂，改造道路', 0],
    ['镇里的“荷香”食堂', 0],
    ['甲、乙，另有丙、丁、戊', 3],
    ['', 0],
  ])('of %j has %i items', (text, items) => {
    expect(longestEnumeration(text)).toBe(items);
  });
});

describe('things told one by one', () => {
  test.each<[string, number]>([
    ['水源治污、土源治废、气源治尘', 3],
    ['1个中心、3支队伍、5张清单', 3],
    ['食堂6家，护理员45名，卫生室3家', 3],
    ['建成食堂；改造道路；新增停车位', 3],
    ['镇里建成食堂', 1],
  ])('in %s are %i', (text, items) => {
    expect(itemsTold(text)).toBe(items);
  });
});

describe('a text fits the list asked for', () => {
  test.each<[string, number | null, number]>([
    ['甲、乙、丙', 3, 1],
    ['甲、乙、丙、丁', 3, 1],
    ['甲、乙、丙', 6, 0.25],
    ['没有列举', 3, 0],
    ['甲、乙', null, 0.5],
    ['甲、乙、丙、丁、戊、己', null, 1],
    ['没有列举', null, 0],
  ])('%s for %j items: %d', (text, items, fit) => {
    expect(listFit(text, items)).toBeCloseTo(fit, 5);
  });
});

describe('those who arranged what a text tells of', () => {
  const fair = '荷灯会由竹川镇政府、县文化馆、莲塘镇政府等承办的决赛设有扎灯、画灯、放灯';

  test('are no list of anything else', () => {
    expect(withoutOrganisers(fair, '决赛比的是哪几样')).toBe('荷灯会决赛设有扎灯、画灯、放灯');
  });

  test.each([
    '决赛是哪些单位承办的',
    '谁办的决赛',
    '荷灯会由哪几家机构牵头',
  ])('are one when they are asked for: %s', (question) => {
    expect(withoutOrganisers(fair, question)).toBe(fair);
  });
});
