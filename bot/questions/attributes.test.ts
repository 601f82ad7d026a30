import { describe, expect, test } from 'vitest';
import { type Attribute, attributesOf, subjectOf } from './attributes.ts';
import { kindOf } from './kinds.ts';

describe('what a question asks to be told', () => {
  test.each<[Attribute[], string]>([
    [['phone'], '食堂电话是多少'],
    [['phone'], '怎么联系网格员'],
    [['phone'], '政务热线是多少'],
    [['phone'], '热线号码'],
    [['web'], '报名的网址'],
    [['route'], '坐几路车到镇上'],
    [['clock'], '食堂几点开门'],
    [['phone'], '订餐的电话有吗'],
    [['duration'], '要等几天才批下来'],
    [['price'], '买下幼儿园的价款是多少'],
    [['address'], '食堂的地址'],
    [['price'], '环湖公交票价几元'],
    [['money'], '道路更新花了多少钱'],
    [['money'], '消防站总投资是多少'],
    [['percent'], '诈骗下降多少'],
    [['percent'], '纠纷少了几个点'],
    [['percent'], '增加值增长了多少个点'],
    [['count'], '公园里的自行车又要多几个点'],
    [['count'], '公共自行车新布多少个点'],
    [['percent'], '覆盖率是多少'],
    [['area'], '占地多少亩'],
    [['length'], '道路有多少公里'],
    [['people'], '多少人参加'],
    [['people'], '在外头的会员一共有多少个人'],
    [['people'], '有几名队员'],
    [['count'], '食堂有几家'],
    [['phone'], '总机是多少'],
    [['phone'], '总机号码打几'],
    [['clock'], '早上几点钟开门'],
    [['count'], '增长是几点零几'],
    [['price'], '设备采购价多少'],
    [['price'], '采购价是几元'],
    [['people'], '常住人口有多少'],
    [['people'], '常住人口多少万'],
    [['people'], '户籍人口是多少人'],
    [['money'], '花了多少万'],
    [['date'], '什么时候开工'],
    [['person'], '谁当选为镇长'],
    [['years'], '计划给了几年'],
    [['count'], '前几年办了几场'],
    [['name'], '小年轻叫什么'],
    [['name'], '是哪个年轻干部谈下来的'],
    [['name'], '把费用谈下来的那个干部叫什么'],
    [['ordinal'], '升到几点零了'],
    [['money'], '各投多少'],
    [['price'], '头一个钟头要钱吗'],
    [[], '志愿者队伍叫什么名字'],
    [['address'], '去书房怎么走'],
    [[], '基层治理下一步怎么走'],
    [[], '食堂有什么服务'],
    [[], '三源共治是什么意思'],
  ])('%j in %s', (attributes, question) => {
    expect(attributesOf(question, kindOf(question))).toEqual(attributes);
  });

  test.each([
    '电话诈骗下降多少',
    '热线办理率是多少',
    '热线接了几次',
  ])('a telephone that is the matter is not asked for: %s', (question) => {
    expect(attributesOf(question, kindOf(question))).not.toContain('phone');
  });
});

describe('what a question is about', () => {
  test.each<[string, readonly Attribute[], string]>([
    ['应急消防站的总投资额是多少', ['money'], '应急消防站'],
    ['共享书房几点开门', ['clock'], '共享书房'],
    ['到底谁是队长', ['person'], '队长'],
  ])('%s', (question, attributes, matter) => {
    const subject = subjectOf(question, attributes);
    expect(subject).toContain(matter);
    expect(subject).not.toMatch(/多少|谁|几点|总投资/);
  });
});
