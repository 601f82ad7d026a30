import { describe, expect, test } from 'vitest';
import { codeIn, sloganIn, spellsOut, spellsOutCode } from './slogans.ts';

describe('a slogan whose parts are asked for', () => {
  test.each<[string, number, string]>([
    ['“三源共治”具体是什么', 3, '源'],
    ['「五化共建」指哪五化', 5, '化'],
    ['六联是哪六联', 6, '联'],
    ['“四个谁”原则的原文', 4, '谁'],
    ['哪三个源', 3, '源'],
    ['“两富”是什么', 2, '富'],
    ['三个“第一”是哪三个', 3, '第一'],
    ['六个“义”分别是哪六个', 6, '义'],
    ['四个「聚焦」各指什么', 4, '聚焦'],
    ['“四个聚焦”是什么', 4, '聚焦'],
    ['三源共治是哪三个源啊', 3, '源'],
  ])('is seen in %s', (question, parts, character) => {
    expect(sloganIn(question)).toEqual({ parts, character });
  });

  test.each([
    '哪三个村',
    '哪五家企业',
    '“三大行动”是哪三大',
    '哪十条路',
    '食堂有几家',
    '三源共治好不好',
    // Measure words count things and abbreviate nothing.
    '“三张网”是哪三张',
    '“四件套”是什么',
    '“三步走”是什么',
    '“五棵松”在哪里',
    '“四环节”是哪四环',
    '“两双鞋”的故事',
    '“两个确立”怎么写',
    '“八八战略”是什么',
    '三个“大”是什么',
    // No number stands before it, or it is too long to be what the parts share.
    '“第一”是什么',
    '三个“共享书房”在哪里',
  ])('is not seen in %s', (question) => {
    expect(sloganIn(question)).toBeNull();
  });
});

describe('a slogan', () => {
  const three = { parts: 3, character: '源' } as const;

  test.each([
    '部署了“三源共治”行动，即水源治污、土源治废、气源治尘',
    '水源治污，土源治废，气源治尘，三源一起治',
    '所谓三源，就是水源、土源、气源',
    '做好水源、土源、气源保护',
  ])('is spelt out by %s', (text) => {
    expect(spellsOut(text, three)).toBe(true);
  });

  test('is spelt out by an enumeration in quotation marks each of whose parts holds what they share', () => {
    const who = { parts: 3, character: '谁' } as const;
    expect(spellsOut('遵循“谁受益、谁出工、谁管护”原则', who)).toBe(true);
    expect(spellsOut('遵循“谁受益、谁出工”原则', who)).toBe(false);
    expect(spellsOut('遵循“谁受益、谁出工、大家管”原则', who)).toBe(false);
  });

  test('of a shared word is spelt out when more clauses hold it than it has parts, or one enumerates them', () => {
    const firsts = { parts: 3, character: '第一' } as const;
    expect(spellsOut('三个“第一”：第一标识、第一名片、第一窗口', firsts)).toBe(true);
    expect(spellsOut('提出三个“第一”', firsts)).toBe(false);
    expect(spellsOut('石拱桥是第一标识，糖藕是第一名片', firsts)).toBe(false);
  });

  test.each([
    '部署了“三源共治”行动',
    '深化“三源共治”，提升环境',
    '水源治污、土源治废',
    '',
  ])('is only named by %j', (text) => {
    expect(spellsOut(text, three)).toBe(false);
  });
});

describe('a code whose figures are asked for', () => {
  test.each<[string, string]>([
    ['“1+3+5”各代表什么', '1+3+5'],
    ['“410850”是什么意思', '410850'],
    ['“2+3+X”分别指什么', '2+3+X'],
    ['“1+3+5”治理模式怎么理解', '1+3+5'],
  ])('is seen in %s', (question, code) => {
    expect(codeIn(question)).toBe(code);
  });

  test.each([
    '“1+3+5”好不好',
    '1+3+5各代表什么',
    '“三源共治”是什么',
    '有多少人',
  ])('is not seen in %s', (question) => {
    expect(codeIn(question)).toBeNull();
  });

  test.each<[string, string, boolean]>([
    ['1+3+5', '即1个指挥中心、3支队伍、5张清单', true],
    ['1+3+5', '“1+3+5”模式，即1个指挥中心、3支队伍、5张清单', true],
    ['1+3+5', '探索“1+3+5”治理模式', false],
    ['1+3+5', '“1+3+5”模式，即1个指挥中心、3支队伍', false],
    ['410850', '4个中心、10支队伍、8项机制、50名队员', true],
    ['410850', '4个中心、10支队伍、8项机制', false],
    ['2+3+X', '2条主线、3个重点和若干特色', true],
    ['1+3+5', '一个指挥中心、三支队伍、五张清单', false],
  ])('%s is spelt out by %s: %j', (code, text, told) => {
    // A lone 一 before a measure word counts nothing for the number finder; so a code with 1 needs a digit.
    expect(spellsOutCode(text, code)).toBe(told);
  });
});
