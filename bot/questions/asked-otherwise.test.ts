import { describe, expect, test } from 'vitest';
import { readAsked } from './asked.ts';
import { kindOf } from './kinds.ts';
import { membersIn } from './members.ts';
import { createNormalise } from './normalise.ts';
import { partsOf } from './question-parts.ts';
import { codeIn, sloganIn } from './slogans.ts';
import { unitAsked } from './units.ts';
import { yearsAsked } from './years.ts';

describe('a second question of a few words', () => {
  test('is one of its own behind a question mark', () => {
    expect(partsOf('大会审议了哪两份草案?哪天开的')).toEqual(['大会审议了哪两份草案', '哪天开的']);
  });

  test('is none when it asks nothing or says too little', () => {
    expect(partsOf('大会审议了哪两份草案?谢谢')).toHaveLength(1);
    expect(partsOf('大会审议了哪两份草案?谁')).toHaveLength(1);
  });
});

describe('a code of figures', () => {
  test.each<[string, string | null]>([
    ['369120产业集群那几个数怎么拆', '369120'],
    ['讲讲“369120”每一截的意思', '369120'],
    ['“2+3+X”分别指什么', '2+3+X'],
    ['12345是什么热线', null],
    ['4992处隐患分别在哪里', null],
    ['2023年的目标怎么拆', null],
    ['投资3000万元怎么拆', null],
    ['“17+”项目里中期和远期各是几个', null],
  ])('%s: %s', (question, code) => {
    expect(codeIn(question)).toBe(code);
  });

  test('is looked for as it stands, and what it is taken for is not asked', () => {
    const { quoted, attributes } = readAsked('369120是门牌号还是暗号,怎么拆');
    expect(quoted).toContain('369120');
    expect(attributes).toEqual([]);
  });
});

test('a measure word makes no slogan', () => {
  expect(sloganIn('锁进套筒的是哪三颗')).toBeNull();
});

describe('by when', () => {
  test('is answered by the end of a month', () => {
    expect(readAsked('验收要赶在哪天之前').attributes).toEqual(['date']);
    expect(readAsked('最晚哪天交').attributes).toEqual(['date']);
  });

  test('is no question for the day itself', () => {
    expect(readAsked('验收是哪天').attributes).toEqual(['day']);
  });
});

test('whose is more compares, and asks for no person', () => {
  expect(kindOf('引进的人才两个镇谁家多')).toBe('comparison');
  expect(readAsked('引进的人才两个镇谁家多').attributes).not.toContain('person');
});

describe('units', () => {
  test('places to park are no people, square metres no pieces', () => {
    expect(unitAsked('添了多少位子')).toBeNull();
    expect(readAsked('添了多少位子').attributes).not.toContain('people');
    expect(unitAsked('拆了多少个平方')).toBeNull();
    expect(readAsked('拆了多少个平方').attributes).toEqual(['area']);
  });
});

describe('what a question only mentions', () => {
  test.each<[string, string]>([
    ['租客为押金吵架，除了打官司有别的路吗', 'price'],
    ['车祸多不光罚款，从哪头治起', 'price'],
    ['数字经济的体量多大', 'area'],
    ['检查场所多少万次', 'money'],
    ['用的是哪四个字', 'count'],
    ['称号授予谁', 'who'],
    ['考核排到第几位', 'people'],
    ['地铁要保障的是几号', 'day'],
    ['两个村里谁是市级、谁是区级', 'who'],
  ])('%s asks for no %s', (question, attribute) => {
    expect(readAsked(question).attributes).not.toContain(attribute);
  });

  test.each<[string, string]>([
    ['押金要多少', 'price'],
    ['新馆多大', 'area'],
    ['投进去多少万', 'money'],
    ['校长叫什么名字', 'name'],
    ['一百个人里有几个交了的', 'percent'],
    ['那位教练姓什么', 'name'],
    ['包村干部是哪位', 'name'],
    ['夜校是星期几', 'weekday'],
    ['退休了看的那本杂志，一年到头总共好看到几本啊', 'frequency'],
    ['派出所座机号码', 'phone'],
  ])('%s asks for %s', (question, attribute) => {
    expect(readAsked(question).attributes).toContain(attribute);
  });

  test('who is asked for by no name may be a group of people', () => {
    expect(readAsked('比赛由谁打分').attributes).toEqual(['who']);
    expect(readAsked('谁是镇长').attributes).toEqual(['person']);
  });
});

describe('a place in an order', () => {
  test('is no number of things', () => {
    expect(readAsked('到底第几批').attributes).toEqual(['ordinal']);
    expect(readAsked('立了几等功').attributes).toEqual(['ordinal']);
    expect(unitAsked('写在第几项里')).toBeNull();
    expect(unitAsked('一共几项')).toBe('项');
  });
});

test('how long is answered by a length of time', () => {
  expect(readAsked('走过去要多长时间').attributes).toEqual(['duration']);
  expect(readAsked('什么时候开门').attributes).toEqual(['date']);
});

test('what is measured belongs to the matter', () => {
  expect(readAsked('完成工业投资多少亿元').subject).toContain('投资');
  expect(readAsked('医保参保率多少').subject).toContain('参保率');
});

test('a fee is asked for by its name', () => {
  expect(readAsked('大桥要收过桥费吗').attributes).toContain('price');
  expect(readAsked('进馆要买票吗').attributes).toContain('price');
  expect(readAsked('物业费收缴率是多少').attributes).not.toContain('price');
});

describe('some of a number of things', () => {
  test('are not all of them', () => {
    expect(readAsked('要整治的那七个村,验收过关的有哪几个').items).toBeNull();
    expect(readAsked('那七个村都有哪些').items).toBe(7);
  });
});

test('a letter of a quoted name is asked for alone', () => {
  expect(membersIn('“竹江红”三个字里那个“江”怎么解释')).toEqual(['江']);
});

test('which year a page means by 今年 is asked of the page', () => {
  const now = new Date('2026-11-21T08:00:00Z');
  expect(yearsAsked('有篇讲今年4月挂了牌,这今年是哪年', now)).toEqual({ years: [], relative: false });
  expect(yearsAsked('今年挂牌的是哪支队伍', now).years).toEqual([2026]);
});

test('single quotation marks quote as double ones do', () => {
  expect(createNormalise()('那‘三个坚持’是哪三个')).toBe('那“三个坚持”是哪三个');
});

test('which one holds an office asks for a person', () => {
  const asked = readAsked('换届以后,哪个做镇长');
  expect(asked.kind).toBe('person');
  expect(asked.offices).toEqual(['镇长']);
});
