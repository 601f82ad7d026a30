import { describe, expect, test } from 'vitest';
import { hopsFrom, withinReach } from './second-hop.ts';
import { readTestPages, sentenceWith, understandingOf } from './test-pages.ts';

const index = readTestPages();

describe('a question that describes its matter first', () => {
  const described = sentenceWith(index, '何平当选');

  test('is asked of what is described, with the describing sentence and without', () => {
    const [beside, alone] = hopsFrom(understandingOf('选何平做镇长的那次会，来了多少代表'), described);
    expect(beside).toMatchObject({ text: '来了多少代表' });
    expect(beside!.context).toContain('何平当选');
    expect(alone).toMatchObject({ text: '来了多少代表', context: '' });
    expect(alone!.asked!.kind).toBe('number');
  });

  test('is asked so without a pause, and not in the year of what is described', () => {
    const [beside] = hopsFrom(understandingOf('选何平做2023年代表的那次会议有多少名代表参加'), described);
    expect(beside).toMatchObject({ text: '有多少名代表参加', years: [] });
    const [dated] = hopsFrom(understandingOf('选何平做镇长的那次会议，2023年有多少代表'), described);
    expect(dated).toMatchObject({ text: '2023年有多少代表', years: [2023] });
  });

  test.each([
    '来了多少代表',
    '会是哪天开的，来了多少代表',
    '今天下雨，来了多少代表',
  ])('is no question without a description: %s', (question) => {
    expect(hopsFrom(understandingOf(question), described)).toEqual([]);
  });
});

describe('what is within reach', () => {
  test('are the neighbours of a sentence that leaves the question open', () => {
    const one = sentenceWith(index, '书记方志远部署');
    const near = sentenceWith(index, '十年前这条河');
    expect(withinReach(index, one, true)(near)).toBe(true);
    expect(withinReach(index, one, false)(near)).toBe(false);
    expect(withinReach(index, one, true)(one)).toBe(false);
  });

  test('are sentences elsewhere that print a name of its own, and not those of the town', () => {
    const one = { ...sentenceWith(index, '力争完成固定资产投资'), text: '何平到莲塘镇调研。' };
    expect(withinReach(index, one, true)(sentenceWith(index, '何平当选'))).toBe(true);
    expect(withinReach(index, one, true)(sentenceWith(index, '藕粉坊'))).toBe(false);
  });
});
