import { describe, expect, test } from 'vitest';
import { readAskedNouns } from './asked-nouns.ts';

const nouns = readAskedNouns();
const namesAsked = (question: string): string[] =>
  nouns.filter((noun) => noun.asked.test(question)).map((noun) => noun.name);

describe('things that count as told only when they are named', () => {
  test.each<[string, string, string]>([
    ['贷款利率是多少', '贷款', '全镇新增企业12家'],
    ['报名截止到几号', '报名', '比赛10月18日开始'],
    ['这个项目哪家公司承建', '承建', '项目总投资600万元'],
    ['应急消防站总投资多少', '投资', '消防站占地1800平方米'],
    ['村民满意度是多少', '满意', '走访村民900人'],
    ['办卡要带什么材料', '身份证', '到便民服务中心办理'],
    ['比赛谁赢了冠军', '冠军', '13支球队参加比赛'],
  ])('%s asks for one that %s names and %s does not', (question, told, untold) => {
    const asked = nouns.filter((noun) => noun.asked.test(question));
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.every((noun) => noun.told.test(told) || !noun.told.test(untold))).toBe(true);
    expect(asked.some((noun) => !noun.told.test(untold))).toBe(true);
  });

  test.each([
    '食堂有几家',
    '共享书房在哪里',
    '镇长是谁',
    '三源共治是什么意思',
  ])('%s asks for none', (question) => {
    expect(namesAsked(question)).toEqual([]);
  });

  test('have names that can stand in a sentence', () => {
    expect(nouns.length).toBeGreaterThan(10);
    for (const { name } of nouns) expect(name).toMatch(/^[\u4e00-\u9fff]{2,12}$/);
  });

  test('are told by the words of an answer and not by every text', () => {
    for (const { told, name } of nouns) expect(told.test(''), name).toBe(false);
  });
});
