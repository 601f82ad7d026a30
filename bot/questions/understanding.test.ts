import { describe, expect, test } from 'vitest';
import { createNormalise } from './normalise.ts';
import type { AskRequest } from './request.ts';
import { type Understanding, understand } from './understanding.ts';

const context = {
  normalise: createNormalise(),
  towns: { known: ['竹川镇', '莲塘镇'], others: [{ name: '梅浦镇', aliases: ['梅浦'] }] },
  now: new Date('2026-11-21T08:00:00Z'),
};
const understood = (request: string | AskRequest): Understanding =>
  understand(typeof request === 'string' ? { question: request } : request, context);
const followUp = (
  question: string,
  asked: string,
  said = '',
  more: Partial<AskRequest> = {},
): Understanding =>
  understood({
    question,
    history: [
      { role: 'user', text: asked },
      { role: 'assistant', text: said },
    ],
    ...more,
  });

describe('a question that stands alone', () => {
  test('has kind, town, year and what it asks to be told', () => {
    expect(understood('竹川镇2023年总投资多少')).toMatchObject({
      text: '竹川镇2023年总投资多少',
      context: '',
      kind: 'number',
      attributes: ['money'],
      towns: ['竹川镇'],
      unknownTowns: [],
      years: [2023],
      relativeYear: false,
      aspects: [{ text: '竹川镇2023年总投资多少', context: '', town: '竹川镇', years: [2023] }],
    });
  });

  test('keeps its typed words beside the standard ones', () => {
    expect(understood('養老院有幾家')).toMatchObject({ question: '養老院有幾家', text: '养老院有几家' });
  });

  test('asks by the asker’s calendar when it says 今年', () => {
    expect(understood('今年竹川镇建几家食堂')).toMatchObject({ years: [2026], relativeYear: true });
  });

  test('leaves out what is named only to be left out', () => {
    expect(understood('竹川镇2021年新增车位的完成数（不要2022年计划数）').years).toEqual([2021]);
    expect(understood('竹川镇有几家食堂,不算莲塘').towns).toEqual(['竹川镇']);
    expect(understood('书房不是2021年建的吗').years).toEqual([2021]);
  });

  test('leaves a quoted 今年 to the page', () => {
    expect(understood('“今年4月”是哪一年的4月')).toMatchObject({ years: [], relativeYear: false });
  });

  test('names a town that no document covers', () => {
    expect(understood('梅浦镇有几家食堂')).toMatchObject({ towns: [], unknownTowns: ['梅浦镇'] });
  });

  test('takes town and year of the request when it names none itself', () => {
    expect(understood({ question: '食堂有几家', town: '莲塘镇', year: 2021 })).toMatchObject({
      towns: ['莲塘镇'],
      years: [2021],
    });
    expect(understood({ question: '2022年食堂有几家', year: 2021 }).years).toEqual([2022]);
    expect(understood({ question: '食堂有几家', town: '', year: null })).toMatchObject({
      towns: [],
      years: [],
    });
  });

  test('asks for no link when 链接 stands in a quotation', () => {
    expect(understood('“聚焦服务链接”讲了什么').attributes).not.toContain('web');
    expect(understood('报名链接是什么').attributes).toContain('web');
  });

  test('takes no notice of history when it is long and points nowhere', () => {
    const question =
      '请说明竹川镇二〇二三年度全部老年食堂建设项目的资金来源与具体的分配比例以及责任单位是怎样安排的';
    expect(followUp(question, '莲塘镇有几家食堂').context).toBe('');
  });
});

describe('aims and outcomes', () => {
  test.each<[string, boolean, boolean]>([
    ['2023年实际建成了多少家', true, false],
    ['食堂最终完成了多少', true, false],
    ['2023年的目标是多少', false, true],
    ['年初定的目标是几家', false, true],
    ['目标是多少，实际完成了多少', false, false],
    ['食堂有几家', false, false],
  ])('%s: outcome %j, aim %j', (question, wantsResult, wantsTarget) => {
    expect(understood(question)).toMatchObject({ wantsResult, wantsTarget });
  });

  test('a whole year is asked for', () => {
    expect(understood('2021年全年总收入多少').wantsWholeYear).toBe(true);
    expect(understood('2021年总收入多少').wantsWholeYear).toBe(false);
  });
});

describe('what is counted', () => {
  test.each<[string, number[]]>([
    ['序号2的目标是什么', [2]],
    ['第3项和第4项有什么区别', [3, 4]],
    ['序号3到5都写了什么', [3, 4, 5]],
    ['第十一项是什么', [11]],
    ['编号1、3、5', [1, 3, 5]],
    ['第六届湖鲜节', []],
    ['第3季度', []],
    ['2023年第2批', []],
  ])('rows in %s: %j', (question, rows) => {
    expect(understood(question).rows).toEqual(rows);
  });

  test('a range of rows has an end', () => {
    expect(understood('序号1到99都写了什么').rows.length).toBeLessThanOrEqual(31);
  });

  test.each<[string, number | null]>([
    ['哪六个村', 6],
    ['其余9个分别是什么', 9],
    ['七个联合体都叫什么', 7],
    ['五个“微”', 5],
    ['有哪些村', null],
    ['提升村七个,已经过了验收的是哪几个', null],
    ['那九家,都是哪几家', 9],
    ['12个示范村村名', 12],
    ['哪1个村', null],
    ['哪99个村', null],
  ])('items in %s: %j', (question, items) => {
    expect(understood(question).items).toBe(items);
  });

  test.each<[string, number]>([
    ['食堂有几家', 1],
    ['食堂有几家、在哪里', 2],
    ['队员和协管员各多少', 2],
    ['谁在什么时候说的', 2],
  ])('things asked for in %s: %i', (question, wants) => {
    expect(understood(question).wants).toBe(wants);
  });
});

describe('quotations, slogans and codes', () => {
  test('are kept without their marks', () => {
    expect(understood('“三源共治”和《办法》是什么').quoted).toEqual(['三源共治', '办法']);
  });

  test('a slogan counts only where its parts are asked for', () => {
    expect(understood('“三源共治”是什么').slogan).toEqual({ parts: 3, character: '源' });
    expect(understood('“三源共治”有多少人参加').slogan).toBeNull();
  });

  test('a code keeps its figures', () => {
    expect(understood('“1+3+5”各代表什么').code).toBe('1+3+5');
  });

  test('an office counts only where a person is asked for', () => {
    expect(understood('镇长是谁').offices).toEqual(['镇长']);
    expect(understood('镇长说了什么').offices).toEqual([]);
  });

  test.each<[string, boolean, boolean, boolean]>([
    ['这篇的标题是什么', true, false, true],
    ['这一段完整吗', false, true, false],
    ['这句话原文有没有写完', false, true, false],
    ['食堂有几家', false, false, false],
  ])('%s: title %j, broken off %j, the report %j', (question, asksTitle, asksWhole, aboutReport) => {
    expect(understood(question)).toMatchObject({ asksTitle, asksWhole, aboutReport });
  });
});

describe('a question that wants several facts', () => {
  test('has an aspect for every town, without the other’s name', () => {
    const { aspects, towns } = understood('竹川镇和莲塘镇的食堂各有几家');
    expect(towns).toEqual(['竹川镇', '莲塘镇']);
    expect(aspects.map(({ town }) => town)).toEqual(['竹川镇', '莲塘镇']);
    expect(aspects[0]?.text).not.toContain('莲塘');
    expect(aspects[1]?.text).not.toContain('竹川');
    for (const { text } of aspects) expect(text).toContain('食堂有几家');
  });

  test('has the year that stands by each town', () => {
    const { aspects } = understood('竹川镇2023年和莲塘镇2021年的食堂各有几家');
    expect(aspects.map(({ town, years }) => [town, years])).toEqual([
      ['竹川镇', [2023]],
      ['莲塘镇', [2021]],
    ]);
  });

  test('has an aspect for every year, without the other', () => {
    const { aspects } = understood('莲塘镇2021年和2022年投资各是多少');
    expect(aspects.map(({ town, years }) => [town, years])).toEqual([
      ['莲塘镇', [2021]],
      ['莲塘镇', [2022]],
    ]);
    expect(aspects[0]?.text).not.toContain('2022');
    expect(aspects[1]?.text).not.toContain('2021');
  });

  test('has both towns when it says 两个镇', () => {
    expect(understood('两个镇的食堂各有几家').aspects.map(({ town }) => town)).toEqual(['竹川镇', '莲塘镇']);
  });

  test('has an aspect for every question asked at once, the later leaning on the first', () => {
    const { aspects } = understood('共享书房在哪里？每天几点开门？');
    expect(aspects.map(({ text }) => text)).toEqual(['共享书房在哪里', '每天几点开门']);
    expect(aspects[1]?.context).toContain('共享书房');
  });

  test('has one aspect when a premise is to be checked, so that a wrong year can be corrected', () => {
    expect(understood('莲塘镇2022年投资25.2亿，对吗').aspects).toEqual([
      { text: '莲塘镇2022年投资25.2亿,对吗', context: '', town: null, years: [], asked: null },
    ]);
  });

  test('has few aspects, however many questions are asked at once', () => {
    expect(understood('食堂有几家？'.repeat(333)).aspects.length).toBeLessThanOrEqual(6);
  });

  test('has an aspect at least, whatever is typed', () => {
    for (const question of ['', '？', '；；；', '2021年2022年2023年2024年2025年'])
      expect(understood(question).aspects.length).toBeGreaterThanOrEqual(1);
  });
});

describe('a follow-up', () => {
  test('is completed by what was asked and said before', () => {
    const { context: before, said } = followUp('那几点开门', '共享书房在哪里', '共享书房位于沿河路18号[1]。');
    expect(before).toContain('共享书房在哪里');
    expect(before).toContain('沿河路18号');
    expect(said).toContain('沿河路18号');
  });

  test('takes the town of the question before, unless it names its own', () => {
    expect(followUp('那食堂呢', '竹川镇的书房在哪里').towns).toEqual(['竹川镇']);
    expect(followUp('那莲塘镇呢', '竹川镇的书房在哪里').towns).toEqual(['莲塘镇']);
    expect(followUp('那梅浦镇呢', '竹川镇的书房在哪里')).toMatchObject({
      towns: [],
      unknownTowns: ['梅浦镇'],
    });
  });

  test('means the other town by 隔壁镇', () => {
    expect(followUp('那隔壁镇呢', '竹川镇的食堂有几家').towns).toEqual(['莲塘镇']);
  });

  test('counts years from the one before', () => {
    expect(followUp('那前一年呢', '莲塘镇2022年投资多少').years).toEqual([2021]);
    expect(followUp('后一年呢', '莲塘镇2021年投资多少').years).toEqual([2022]);
    expect(followUp('那2022年呢', '莲塘镇2021年投资多少').years).toEqual([2022]);
  });

  test('takes town and year alone from the question before when it names a matter of its own', () => {
    const own = followUp('旧房改造呢，那年准备投多少', '竹川镇2022年停车位加多少', '600个以上。');
    expect(own).toMatchObject({ towns: ['竹川镇'], years: [2022], context: '' });
    const leaning = followUp('那食堂呢', '竹川镇2022年停车位加多少', '600个以上。');
    expect(leaning.context).not.toBe('');
  });

  test('leans on the last turns only', () => {
    const { context: before } = understood({
      question: '那几点开门',
      history: [
        { role: 'user', text: '卫生室有几家' },
        { role: 'assistant', text: '3家' },
        { role: 'user', text: '共享书房在哪里' },
        { role: 'assistant', text: '沿河路18号' },
      ],
    });
    expect(before).toContain('共享书房');
    expect(before).not.toContain('卫生室');
  });

  test('takes no more than the beginning of a long answer', () => {
    expect(followUp('那几点开门', '书房在哪里', '长'.repeat(5_000)).context.length).toBeLessThan(300);
  });

  test('stands alone when nothing was said before', () => {
    expect(understood({ question: '那几点开门', history: [] })).toMatchObject({ context: '', said: '' });
  });
});
