import { describe, expect, test } from 'vitest';
import { yearsAsked } from './years.ts';

const NOVEMBER_2026 = new Date('2026-11-21T08:00:00Z');
const asked = (question: string, now = NOVEMBER_2026): readonly number[] => yearsAsked(question, now).years;

describe('years named in a question', () => {
  test.each<[string, number[]]>([
    ['2023年新建了几家食堂', [2023]],
    ['23年打算建几家', [2023]],
    ['二〇二三年的投资', [2023]],
    ['二零二一年的投资', [2021]],
    ['2021到2023年的投资', [2021, 2022, 2023]],
    ['2021-2022年的投资', [2021, 2022]],
    ['2024年比2022年多多少', [2022, 2024]],
    ['2023年和2023年年底', [2023]],
    ['食堂有几家', []],
    ['打13920231234这个号码', []],
    ['12年级的学生', []],
    ['20年来变了多少', []],
    ['15年内不涨价吗', []],
    ['那家店开了12年了吗', []],
    ['连续15年都是第一吗', []],
    ['20年前这里是什么', []],
    ['住满10年以上的人', []],
    ['23年前三季度的投资', [2023]],
    ['22年以来建了几家', [2022]],
    ['编号20231的项目', []],
    ['“六项行动”(2021—2023)里要逐一列名称', []],
    ['上一年（2021）新增的和明年(2022)要新增的', [2021, 2022]],
    ['去年也就是2021年的投资', [2021]],
    ['《三年计划（2021-2023年）》讲了什么', [2021, 2022, 2023]],
  ])('%s means %j', (question, years) => {
    expect(asked(question)).toEqual(years);
    expect(yearsAsked(question, NOVEMBER_2026).relative).toBe(false);
  });

  test('are never more than a dozen, however long the range', () => {
    expect(asked('1900到2099年').length).toBeLessThanOrEqual(12);
  });

  test('are none in a range that runs backwards but for its ends', () => {
    expect(asked('2024到2021年')).toEqual([2021, 2024]);
  });
});

describe('years on the asker’s calendar', () => {
  test.each<[string, number[]]>([
    ['今年建几家食堂', [2026]],
    ['去年建了几家食堂', [2025]],
    ['前年建了几家食堂', [2024]],
    ['大前年建了几家食堂', [2023]],
    ['明年建几家食堂', [2027]],
    ['后年建几家食堂', [2028]],
    ['去年和今年各建几家', [2025, 2026]],
  ])('%s means %j', (question, years) => {
    expect(yearsAsked(question, NOVEMBER_2026)).toEqual({ years, relative: true });
  });

  test('follow the clock that is given', () => {
    expect(asked('今年建几家', new Date('2023-06-01T00:00:00Z'))).toEqual([2023]);
    expect(asked('去年建几家', new Date('2030-06-01T00:00:00Z'))).toEqual([2029]);
  });

  test.each([
    '“今年4月”是哪一年的4月',
    '「去年9月」指的是哪年',
    '文中今年指的是哪年',
    '报道里说的去年是哪一年',
    '原文今年4月挂牌，具体是哪年',
    '本年度指哪年',
  ])('are not meant by a word of the page: %s', (question) => {
    expect(yearsAsked(question, NOVEMBER_2026)).toEqual({ years: [], relative: false });
  });

  test('stand beside a year quoted from the page', () => {
    expect(asked('今年还有“去年9月”那样的活动吗')).toEqual([2026]);
  });
});
