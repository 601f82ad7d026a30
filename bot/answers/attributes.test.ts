import { describe, expect, test } from 'vitest';
import type { Attribute } from '../questions/kinds.ts';
import { holds } from './attributes.ts';

describe('a stretch of text holds what is asked', () => {
  test.each<[Attribute, string, boolean]>([
    ['date', '去年9月挂牌成立', true],
    ['date', '2023年10月底前通车', true],
    ['date', '每周一闭馆', true],
    ['date', '活动期间开放', true],
    ['date', '挂牌成立', false],
    ['person', '方志远部署了行动', true],
    ['person', '由副站长负责人带队', true],
    ['person', '由退休的人值守', false],
    ['person', '水源治污、土源治废', false],
    ['money', '总投资1200万元', true],
    ['money', '改造道路3.5公里', false],
    ['phone', '接到投诉后15分钟到场', false],
  ])('%s: %s %j', (attribute, text, held) => {
    expect(holds(attribute, text, ['方志远'])).toBe(held);
  });

  test('a name that nobody knows is no person', () => {
    expect(holds('person', '方志远说', [])).toBe(false);
  });
});
