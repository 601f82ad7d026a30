import { describe, expect, test } from 'vitest';
import type { Attribute } from '../questions/attributes.ts';
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

  test.each<[Attribute, string, string]>([
    ['frequency', '坚持每季出版一期', '出版4期'],
    ['day', '3月5日开馆', '3月开馆'],
    ['price', '收费20元一次', '总投资600万元'],
    ['phone', '拨打0571-82345678咨询', '设置停车位150个'],
    ['phone', '请拨打12345', '编号123'],
    ['web', '关注“竹川发布”公众号', '到镇里报名'],
    ['route', '乘715路到站', '道路3条'],
    ['clock', '每天9:00至20:30开放', '每天开放'],
    ['clock', '早上八点开门', '布设3个点位'],
    ['address', '位于沿河路18号', '书房开门迎客'],
    ['price', '每餐5元', '每餐两菜一汤'],
    ['price', '全部免费', '共有座位48个'],
    ['money', '总投资1200万元', '改造3.5公里'],
    ['money', '投资25.2亿', '覆盖2万人'],
    ['percent', '增长8.3%', '增长较快'],
    ['area', '占地1800平方米', '占地很大'],
    ['length', '改造3.5公里', '改造道路'],
    ['people', '队员22名', '食堂4家'],
    ['count', '食堂4家', '食堂建成'],
    ['date', '10月底前通车', '建成通车'],
    ['person', '方志远部署工作', '镇里部署工作'],
    ['name', '教练是方志远', '学校有教练一名'],
    ['weekday', '每周一闭馆', '4月28日开馆'],
    ['years', '用五年时间', '2025年5月'],
    ['years', '计划（2024-2026年）', '2022年度试点'],
    ['ordinal', '7强化公共服务', '强化公共服务'],
    ['frequency', '全年检查1.29万次', '检查企业30家'],
    ['who', '由专班推进', '推进厂房建设'],
  ])('%s by %s, not by %s', (attribute, holding, lacking) => {
    expect(holds(attribute, holding, ['方志远'])).toBe(true);
    expect(holds(attribute, lacking, ['方志远'])).toBe(false);
  });
});
