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
    ['电梯是什么牌子的', '采用某某牌电梯', '加装电梯3部'],
    ['消防车什么牌子', '型号为J6', '配备消防车2辆'],
    ['公园门票多少钱', '免票入园', '公园占地30亩'],
    ['进公园要买票吗', '门票10元', '公园占地30亩'],
    ['常住人口有多少', '常住人口6.2万', '走访村民900名'],
    ['全镇几万人口', '户籍人口4万', '送餐4.6万份'],
    ['设备采购价多少', '采购价12万元', '新增设备3台'],
    ['新能源车占比多少', '占全部车辆的三成', '新增车辆30辆'],
    ['党员比例是多少', '党员占12%', '党员12名'],
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
    // A sign that is awarded is told by its words; a brand is what is sold under it.
    '书房被授予什么牌子',
    '给食堂颁了什么牌子',
    '挂的是什么牌子',
    '人口普查员是谁',
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
