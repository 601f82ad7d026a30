import { describe, expect, test } from 'vitest';
import { type Asked, readAsked } from './asked.ts';

describe('what a question asks to be told', () => {
  test('is one plain value', () => {
    expect(readAsked('老年食堂有多少家')).toEqual({
      kind: 'number',
      attributes: ['count'],
      unit: '家',
      rows: [],
      asksSection: false,
      items: null,
      subject: expect.stringContaining('老年食堂'),
      offices: [],
      slogan: null,
      code: null,
      quoted: [],
      members: [],
      wants: 1,
      wantsResult: false,
      wantsTarget: false,
      wantsWholeYear: false,
    } satisfies Asked);
  });

  test.each<[string, Partial<Asked>]>([
    ['书房在哪里', { kind: 'place', attributes: [], wants: 1 }],
    ['书房几点开门', { kind: 'number', attributes: ['clock'] }],
    ['道路总投资多少', { kind: 'number', attributes: ['money'] }],
    ['谁当选为镇长', { kind: 'person', attributes: ['person'], offices: ['镇长'] }],
    ['会议什么时候召开', { kind: 'date', attributes: ['date'] }],
    ['助餐卡怎么办理', { kind: 'howto', attributes: [] }],
    ['藕粉为什么畅销', { kind: 'reason' }],
    ['三源共治是什么意思', { kind: 'definition' }],
    ['', { kind: 'fact', attributes: [], unit: null, items: null, quoted: [], wants: 0 }],
  ])('%s', (text, told) => {
    expect(readAsked(text)).toMatchObject(told);
  });

  test('has a unit only where a number is asked for', () => {
    expect(readAsked('食堂有几家').unit).toBe('家');
    expect(readAsked('哪几家食堂开了').unit).toBeNull();
    expect(readAsked('食堂投资多少').unit).toBeNull();
  });
});

describe('quoted words', () => {
  test.each<[string, string]>([
    ['“为什么来”有多少人参加', 'number'],
    ['“谁来当镇长”在哪里办', 'place'],
    ['《怎么办助餐卡》是什么时候登的', 'date'],
  ])('ask for nothing themselves: %s is a %s', (text, kind) => {
    expect(readAsked(text).kind).toBe(kind);
  });

  test('ask for no attribute either', () => {
    expect(readAsked('“热线电话”办了几件').attributes).toEqual(['count']);
    expect(readAsked('“服务链接”讲什么的').attributes).toEqual([]);
    expect(readAsked('服务链接在哪里').attributes).toEqual(['web']);
  });

  test('are kept without their marks, between two and thirty characters', () => {
    expect(readAsked('“三源共治”和《管理办法》「清源」讲什么').quoted).toEqual([
      '三源共治',
      '管理办法',
      '清源',
    ]);
    expect(readAsked('“一”是什么').quoted).toEqual([]);
    expect(readAsked(`“${'长'.repeat(31)}”是什么`).quoted).toEqual([]);
  });
});

describe('how many items a list is said to have', () => {
  test.each<[string, number]>([
    ['哪两家企业', 2],
    ['哪12个村', 12],
    ['其余9个叫什么', 9],
    ['另外两个是谁', 2],
    ['六个村分别是哪些', 6],
    ['七个村的名单', 7],
    ['五件事具体是什么', 5],
    ['最多的三个村各多少人', 3],
    ['三个“第一”指什么', 3],
    // The name itself says how many.
    ['“四个推进”各对应什么', 4],
    ['“三大行动”是哪几个', 3],
    ['“五项机制”包括哪些', 5],
    ['《六个办法》逐个讲', 6],
    ['“六项行动”六个行动名称,要一一列出来', 6],
  ])('%s: %i', (text, items) => {
    expect(readAsked(text).items).toBe(items);
  });

  test.each([
    '有哪些村',
    '哪一个村',
    '哪1个村',
    '哪21个村',
    '“四个推进”什么时候提出',
    '“三源共治”是什么意思',
    '三个村都在河边',
    '周二“民情双访”讲什么',
    '食堂有几家',
  ])('is not said: %s', (text) => {
    expect(readAsked(text).items).toBeNull();
  });
});

describe('rows of a table', () => {
  test.each<[string, number[]]>([
    ['序号3写了什么', [3]],
    ['第十二项写了什么', [12]],
    ['第2行和第4行', [2, 4]],
    ['编号一到三', [1, 2, 3]],
    ['序号2、5、7', [2, 5, 7]],
    ['序号3、3', [3]],
    ['第3届、第5批、2023年', []],
    ['第3季度', []],
    ['表里从7号到10号的项目叫什么', [7, 8, 9, 10]],
    // Without a table they are days.
    ['荷灯会从7号到10号都有什么', []],
  ])('%s: %j', (text, rows) => {
    expect(readAsked(text).rows).toEqual(rows);
  });

  test('end somewhere', () => {
    expect(readAsked('序号1到99').rows).toHaveLength(31);
  });

  test('are counted by no list, and may be asked for by where they stand', () => {
    expect(readAsked('表里第13项叫什么')).toMatchObject({ rows: [13], items: null, asksSection: false });
    expect(readAsked('第13项归在哪个“地”底下')).toMatchObject({ rows: [13], asksSection: true });
  });
});

describe('offices, slogans and codes', () => {
  test('an office counts where a person is asked for', () => {
    expect(readAsked('图书馆馆长是谁').offices).toEqual(['馆长']);
    expect(readAsked('党委书记和镇长是谁').offices).toEqual(['党委书记', '镇长']);
    expect(readAsked('镇长什么时候来').offices).toEqual([]);
  });

  test('a slogan counts where its parts or its meaning are asked for', () => {
    expect(readAsked('“三源共治”指哪些').slogan).toEqual({ parts: 3, character: '源' });
    expect(readAsked('三个“第一”是什么').slogan).toEqual({ parts: 3, character: '第一' });
    expect(readAsked('“三源共治”谁提的').slogan).toBeNull();
  });

  test('a code counts where its figures are asked for', () => {
    expect(readAsked('“1+3+5”分别指什么').code).toBe('1+3+5');
    expect(readAsked('“1+3+5”在哪里推行').code).toBeNull();
  });
});

describe('how many things are asked for', () => {
  test.each<[string, number]>([
    ['食堂', 0],
    ['食堂有几家', 1],
    ['食堂有几家、在哪里', 2],
    ['谁在什么时候说的', 2],
    ['队员和协管员各多少', 2],
    ['有几家,请附出处', 2],
    ['附近有几家食堂', 1],
    ['几乎没人知道', 0],
    ['怎么办理,要几天,找谁', 3],
  ])('%s: %i', (text, wants) => {
    expect(readAsked(text).wants).toBe(wants);
  });
});
