import { describe, expect, test } from 'vitest';
import { findNumbers } from '../../retrieval/text/numbers.ts';
import {
  type AnswerKind,
  type Attribute,
  attributesOf,
  holdsAttribute,
  kindOf,
  officesIn,
  sameUnitGroup,
  subjectOf,
  unitAsked,
} from './kinds.ts';

describe('the sort of answer a question expects', () => {
  test.each<[AnswerKind, string]>([
    ['number', '食堂有几家'],
    ['number', '总投资多少'],
    ['number', '占地多大'],
    ['number', '完成了百分之几'],
    ['number', '一共来了多少人'],
    ['date', '什么时候开工'],
    ['date', '哪天开的会'],
    ['date', '截止到哪一天'],
    ['date', '何时建成'],
    ['date', '会议是几月几号开的'],
    ['date', '湖鲜节是几号到几号办的'],
    ['number', '书房在几号楼'],
    ['number', '食堂几点开门'],
    ['place', '食堂在哪里'],
    ['place', '共享书房设在什么地方'],
    ['place', '比赛在何处举行'],
    ['person', '谁当选为镇长'],
    ['person', '队长叫什么名字'],
    ['person', '哪位干部包村'],
    ['number', '每个班足球比赛保底多少场'],
    ['number', '投资同比增长多少'],
    ['comparison', '食堂比书房多多少'],
    ['comparison', '食堂比书房高还是矮'],
    ['list', '说好的七家,剩下几家叫什么'],
    ['list', '四个行动,一条一条报给我'],
    ['wording', '那四句原原本本是哪四句'],
    ['wording', '那条原则是怎么写的'],
    ['list', '有哪些村'],
    ['list', '六个联合体都叫什么'],
    ['list', '列出全部名单'],
    ['list', '哪几个村先试点'],
    ['definition', '三源共治是什么意思'],
    ['definition', '什么叫微网格'],
    ['definition', '半亩园是什么'],
    ['yesno', '食堂收费吗'],
    ['yesno', '有没有停车位'],
    ['yesno', '周末能不能办'],
    ['yesno', '是否建成'],
    ['howto', '怎么申请助餐'],
    ['howto', '如何办理'],
    ['howto', '办证要什么流程'],
    ['reason', '为什么要修桥'],
    ['reason', '什么原因停工'],
    ['comparison', '两年相比差多少'],
    ['comparison', '哪个更多'],
    ['comparison', '2021年和2022年各是多少'],
    ['wording', '原话怎么说的'],
    ['wording', '这句的原文是什么'],
    ['date', '夜校周几开课'],
    ['date', '理论学习会星期几开'],
    ['date', '夜市礼拜几开'],
    ['number', '一周开几次'],
    ['number', '地铁几号线通到镇上'],
    ['number', '书房在几号楼'],
    ['date', '湖鲜节几号开'],
    ['date', '隔多久巡查一次'],
    ['date', '多久来一次'],
    ['person', '那个后生叫什么'],
    ['person', '那小伙子叫什么'],
    ['person', '姑娘姓什么'],
    ['number', '总机号码是多少'],
    ['number', '常住人口有多少'],
    ['fact', '共享书房'],
    ['fact', '老年食堂送餐上门的服务'],
  ])('%s: %s', (kind, question) => {
    expect(kindOf(question)).toBe(kind);
  });
});

describe('what a question asks to be told', () => {
  test.each<[Attribute[], string]>([
    [['phone'], '食堂电话是多少'],
    [['phone'], '怎么联系网格员'],
    [['phone'], '政务热线是多少'],
    [['phone'], '热线号码'],
    [['web'], '报名的网址'],
    [['route'], '坐几路车到镇上'],
    [['clock'], '食堂几点开门'],
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

describe('the unit asked for', () => {
  test.each<[string, string | null]>([
    ['食堂有多少家', '家'],
    ['安置房有几套', '套'],
    ['队员有几名', '名'],
    ['送餐多少份', '份'],
    ['总投资多少', null],
    ['食堂在哪里', null],
  ])('%s: %j', (question, unit) => {
    expect(unitAsked(question)).toBe(unit);
  });

  test.each<[string, string, boolean]>([
    ['家', '个', true],
    ['名', '人', true],
    ['次', '场', true],
    ['套', '间', true],
    ['套', '家', false],
    ['辆', '名', false],
    ['户', '人', false],
    ['份', '份', true],
    ['份', '个', false],
    ['家', '', true],
  ])('%s is counted by %j: %j', (asked, unit, same) => {
    expect(sameUnitGroup(asked, unit)).toBe(same);
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

  test.each<[string, string[]]>([
    ['谁当选为镇长', ['镇长']],
    ['镇人大主席叫什么', ['人大主席']],
    ['党委书记和副镇长是谁', ['党委书记', '副镇长']],
    ['副站长是谁', ['站长']],
    ['谁开的店', []],
  ])('%s names the offices %j', (question, offices) => {
    expect(officesIn(question)).toEqual(offices);
  });
});

describe('an attribute is held', () => {
  const held = (attribute: Attribute, text: string): boolean =>
    holdsAttribute(
      attribute,
      text,
      findNumbers(text),
      /月/.test(text),
      /月\d+日/.test(text),
      /方志远/.test(text),
    );

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
  ])('%s by %s, not by %s', (attribute, holding, lacking) => {
    expect(held(attribute, holding)).toBe(true);
    expect(held(attribute, lacking)).toBe(false);
  });
});
