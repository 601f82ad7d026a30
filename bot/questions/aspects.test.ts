import { describe, expect, test } from 'vitest';
import { type Aspect, aspectsOf, type Whole } from './aspects.ts';
import { contrastOf } from './question-parts.ts';

const KNOWN = { known: ['竹川镇', '莲塘镇'], others: [] };
const aspects = (text: string, whole: Partial<Whole> = {}): Aspect[] =>
  aspectsOf(text, {
    context: '',
    towns: [],
    years: [],
    known: KNOWN,
    now: new Date('2024-03-05T08:00:00Z'),
    ...whole,
  });
const textsOf = (text: string, whole: Partial<Whole> = {}): string[] =>
  aspects(text, whole).map((aspect) => aspect.text);

describe('what came later', () => {
  test('is of none of the years named before', () => {
    const asked = '书房2021年引进了什么平台,2023年签了什么项目,后来产值有多少';
    expect(aspects(asked, { years: [2021, 2023] }).map(({ years }) => years)).toEqual([[2021], [2023], []]);
  });
});

describe('a question that is one', () => {
  test.each([
    '食堂有几家',
    '几家',
    '书房在哪里,几点开门',
    '食堂多还是卫生室多,各有多少',
    '队员有22名,协管员有几名,对吗',
    '是不是建了6家食堂,在哪里',
    '投资差多少,差在哪里',
    '原话怎么说,谁说的',
    '这篇的标题是什么,谁写的',
    '“书房,在哪里”说的是什么',
    '食堂有几家?书房是免费的',
    '食堂有几家?请附上原文在哪里',
    '有几个“5公里”圈,分别是什么圈',
    '三支队伍有哪些,各叫什么',
    '',
  ])('is asked whole: %s', (text) => {
    expect(aspects(text)).toEqual([{ text, context: '', town: null, years: [], asked: null }]);
  });

  test('keeps its town, its years and the words of earlier turns', () => {
    const whole = { context: '书房在哪里', towns: ['竹川镇'], years: [2023] };
    expect(aspects('竹川镇2023年食堂有几家', whole)).toEqual([
      { text: '竹川镇2023年食堂有几家', context: '书房在哪里', town: '竹川镇', years: [2023], asked: null },
    ]);
  });
});

describe('two towns', () => {
  const towns = ['竹川镇', '莲塘镇'];

  test('have an aspect each, without the other’s name, long or short', () => {
    expect(textsOf('竹川镇和莲塘的食堂各有几家', { towns })).toEqual(['食堂有几家', '食堂有几家']);
    expect(aspects('竹川镇和莲塘镇的食堂各有几家', { towns }).map(({ town }) => town)).toEqual(towns);
  });

  test('have the years that stand beside them, and all years where none does', () => {
    const years = [2023, 2021];
    const beside = aspects('竹川镇2023年和莲塘镇2021年的食堂各有几家', { towns, years });
    expect(beside.map((aspect) => aspect.years)).toEqual([[2023], [2021]]);
    expect(beside.map(({ text }) => /2021/.test(text))).toEqual([false, true]);
    const before = aspects('2023年和2021年竹川镇、莲塘镇的食堂各有几家', { towns, years });
    expect(before.map((aspect) => aspect.years)).toEqual([years, years]);
  });

  test('have no year that stands right behind the other’s name, unless both are joined before it', () => {
    const towns = ['竹川镇', '莲塘镇'];
    const yearsOf = (text: string): (readonly number[])[] =>
      aspects(text, { towns, years: [2021] }).map(({ years }) => years);
    expect(yearsOf('竹川的执法队比一比莲塘2021年，各多少人')).toEqual([[], [2021]]);
    expect(yearsOf('竹川和莲塘2021年各有多少人')).toEqual([[2021], [2021]]);
    expect(yearsOf('2021年竹川有多少人，莲塘有多少人')).toEqual([[2021], [2021]]);
  });

  test('are asked each for what stands behind its name', () => {
    expect(
      aspects('竹川镇食堂几家,莲塘镇书房在哪里', { towns }).map(({ text, asked }) => [text, asked?.kind]),
    ).toEqual([
      ['食堂几家', 'number'],
      ['书房在哪里', 'place'],
    ]);
  });
});

describe('two measures', () => {
  test('are asked for one by one when each is wanted', () => {
    expect(textsOf('书房的座位数和食堂的桌子数分别是多少')).toEqual([
      '书房的座位数是多少',
      '食堂的桌子数是多少',
    ]);
  });

  test('stay one question when nothing says that each is wanted, or a name holds the joint', () => {
    expect(textsOf('书房和食堂一共有多少个座位')).toHaveLength(1);
    expect(textsOf('“书房和食堂”工程与停车场各有几个')).toEqual(['“书房和食堂”工程有几个', '停车场有几个']);
  });
});

describe('a lead that only seems to ask', () => {
  test('is context for every part, whose years stand in its own words', () => {
    const split = aspects('荷灯会在几份材料里写到:2021年办了几场,2022年来了多少人', { years: [2021, 2022] });
    expect(split.map(({ text, context, years, asked }) => [text, context, years, asked?.unit])).toEqual([
      ['2021年办了几场', '荷灯会在几份材料里写到', [2021], '场'],
      ['2022年来了多少人', '2021年办了几场 荷灯会在几份材料里写到', [2022], '人'],
    ]);
  });
});

describe('several years', () => {
  test('have an aspect each, without the others', () => {
    const whole = { towns: ['莲塘镇'], years: [2021, 2022] };
    const split = aspects('莲塘镇2021年和2022年投资是多少', whole);
    expect(split.map(({ years, town, asked }) => [years, town, asked?.kind])).toEqual([
      [[2021], '莲塘镇', 'number'],
      [[2022], '莲塘镇', 'number'],
    ]);
    expect(split.map(({ text }) => text)).toEqual(['莲塘镇,投资是多少', '莲塘镇,投资是多少']);
  });

  test('go with the questions that name them, one each', () => {
    const split = aspects('2021年投资多少?2022年食堂几家?', { years: [2021, 2022] });
    expect(split.map(({ text, years }) => [text, years])).toEqual([
      ['2021年投资多少', [2021]],
      ['2022年食堂几家', [2022]],
    ]);
    const clauses = aspects('2021年投资多少,2022年食堂几家', { years: [2021, 2022] });
    expect(clauses.map(({ text, years }) => [text, years])).toEqual([
      ['2021年投资多少', [2021]],
      ['2022年食堂几家', [2022]],
    ]);
  });

  test('go with what names them though it has no question word of its own', () => {
    const split = aspects('2021年投资多少?2022年的呢?', { years: [2021, 2022] });
    expect(split.map(({ text, years, context }) => [text, years, context])).toEqual([
      ['2021年投资多少', [2021], ''],
      ['2022年的呢', [2022], '2021年投资多少'],
    ]);
  });

  test('that no question of its own names are four at most', () => {
    const years = [2019, 2020, 2021, 2022, 2023];
    const text = '2019年到2023年投资是多少';
    expect(aspects(text, { years })).toEqual([{ text, context: '', town: null, years, asked: null }]);
    expect(aspects(text, { years: years.slice(1) })).toHaveLength(4);
  });
});

describe('questions asked at once', () => {
  test.each<[string, string[]]>([
    ['书房在哪里,藏书有多少', ['书房在哪里', '藏书有多少']],
    ['书房什么时候启动,什么时候开放', ['书房什么时候启动', '什么时候开放']],
    ['书房在哪里?藏书有多少?', ['书房在哪里', '藏书有多少']],
    ['书房在哪里;藏书有多少', ['书房在哪里', '藏书有多少']],
    ['沿河路上的书房,藏书有多少,每天几点开门', ['沿河路上的书房,藏书有多少', '每天几点开门']],
    ['书房在哪里,藏书有多少,都要最新的', ['书房在哪里', '藏书有多少,都要最新的']],
    ['“河,路,桥”讲什么,这是谁说的', ['“河,路,桥”讲什么', '这是谁说的']],
  ])('%s', (text, parts) => {
    expect(textsOf(text)).toEqual(parts);
  });

  test('are each asked what they ask themselves', () => {
    const [where, many] = aspects('书房在哪里,藏书有多少册');
    expect(where?.asked).toMatchObject({ kind: 'place', attributes: [] });
    expect(many?.asked).toMatchObject({ kind: 'number', attributes: ['count'], unit: '册' });
  });

  test('lend the later ones the words of the first, and that of the turns before', () => {
    const contexts = aspects('书房在哪里,藏书有多少', { context: '镇里有书房' }).map(
      ({ context }) => context,
    );
    expect(contexts).toEqual(['镇里有书房', '书房在哪里 镇里有书房']);
  });

  test('ask of the first part’s row where it stands', () => {
    const split = aspects('清单里第3项叫什么,归在哪一块底下');
    expect(split.map(({ asked }) => asked?.rows)).toEqual([[3], [3]]);
    expect(aspects('清单里第3项叫什么,书房在哪条路上').map(({ asked }) => asked?.rows)).toEqual([[3], []]);
  });

  test('keep the year that was named last', () => {
    const split = aspects('2022年投资多少?书房藏书几册?2021年食堂几家?', { years: [2022, 2021] });
    expect(split.map(({ years }) => years)).toEqual([[2022], [2022], [2021]]);
  });

  test('that begin before any year is named are asked of no year', () => {
    const split = aspects('书房在哪里,2021年食堂有几家', { years: [2021] });
    expect(split.map(({ years }) => years)).toEqual([[], [2021]]);
  });

  test('hold for the year of the request when they name none', () => {
    const split = aspects('书房在哪里,食堂有几家', { years: [2021] });
    expect(split.map(({ years }) => years)).toEqual([[2021], [2021]]);
  });

  test('are one when a part of them names nothing to look for', () => {
    expect(textsOf('食堂几家,书房藏书几册')).toEqual(['食堂几家,书房藏书几册']);
  });

  test('are six at most', () => {
    expect(aspects('书房在哪里?'.repeat(40))).toHaveLength(6);
    expect(aspects(Array.from({ length: 9 }, () => '书房在哪里').join(','))).toHaveLength(6);
  });
});

describe('quoted names that are each asked for', () => {
  test.each([
    '“养土”“养水”各指什么',
    '“养土”和“养水”分别是什么',
    '“养土”、“养水”各自代表什么',
  ])('have an aspect each, without the other: %s', (text) => {
    const split = aspects(text, { towns: ['莲塘镇'], years: [2021] });
    expect(split).toHaveLength(2);
    expect(split[0]?.text).toContain('“养土”');
    expect(split[0]?.text).not.toContain('养水');
    expect(split[1]?.text).not.toContain('养土');
    for (const { asked, town, years } of split) {
      expect(asked).toMatchObject({ kind: 'definition' });
      expect([town, years]).toEqual(['莲塘镇', [2021]]);
    }
    expect(split[1]?.asked?.quoted).toEqual(['养水']);
  });

  test('are one question where they are not asked for one by one, or where one stands alone', () => {
    expect(aspects('“养土”“养水”是什么')).toHaveLength(1);
    expect(aspects('“养土”各指什么')).toHaveLength(1);
  });

  test('are one question when they are more than six', () => {
    const names = (count: number): string => Array.from({ length: count }, (_, i) => `“名字${i}”`).join('');
    expect(aspects(`${names(6)}各指什么`)).toHaveLength(6);
    expect(aspects(`${names(7)}各指什么`)).toHaveLength(1);
  });
});

describe('things set side by side', () => {
  test.each<[string, string[]]>([
    ['老年食堂、停车位、卫生室各多少', ['老年食堂多少', '停车位多少', '卫生室多少']],
    ['队员、协管员各多少', ['队员多少', '协管员多少']],
    ['队员、协管员各有几名', ['队员有几名', '协管员有几名']],
    ['老年食堂、停车位、卫生室有多少', ['老年食堂有多少', '停车位有多少', '卫生室有多少']],
    ['老年食堂、停车位和卫生室分别是多少', ['老年食堂是多少', '停车位是多少', '卫生室是多少']],
    ['老年食堂、停车位以及卫生室各多少?', ['老年食堂多少?', '停车位多少?', '卫生室多少?']],
    ['队员、协管员分别', ['队员是多少', '协管员是多少']],
  ])('are asked for one by one: %s', (text, parts) => {
    expect(textsOf(text)).toEqual(parts);
  });

  test('have what stands before them as context, and are asked with it', () => {
    const split = aspects('养老服务里的食堂、护理员和卫生室各有多少名', { context: '书房在哪里' });
    expect(split.map(({ text, context }) => [text, context])).toEqual([
      ['食堂有多少名', '养老服务里的 书房在哪里'],
      ['护理员有多少名', '养老服务里的 书房在哪里'],
      ['卫生室有多少名', '养老服务里的 书房在哪里'],
    ]);
    for (const { asked } of split) expect(asked).toMatchObject({ kind: 'number', unit: '名' });
    expect(split[1]?.asked?.subject).toContain('养老服务里');
  });

  test.each([
    // Two alone may be one name (老年食堂、卫生室 as one project) unless 各 sets them apart.
    '食堂、卫生室有多少',
    '食堂和卫生室各有几家',
    '食堂、卫生室、停车位在哪个村',
    '食堂、卫生室、停车位各多少,对吗',
    '“食堂”、“卫生室”有多少',
  ])('are asked at once: %s', (text) => {
    expect(aspects(text)).toHaveLength(1);
  });

  test('are six at most', () => {
    const things = ['食堂', '书房', '道路', '桥梁', '学校', '医院', '公园'];
    expect(aspects(`${things.slice(0, 6).join('、')}各多少`)).toHaveLength(6);
    expect(aspects(`${things.join('、')}各多少`).length).toBeLessThanOrEqual(6);
  });
});

describe('two things set against each other', () => {
  test.each([
    ['竹川拆违章和东坞那块拆厂房，哪个面积大', ['竹川拆违章面积是多少', '东坞那块拆厂房面积是多少']],
    ['书房开张跟食堂开张哪个早', ['书房开张是什么时候', '食堂开张是什么时候']],
    [
      '竹川增加值的目标，2023年度与五年期对比',
      ['竹川增加值的目标,2023年度是多少', '竹川增加值的目标,五年期是多少'],
    ],
  ])('are asked for one by one: %s', (question, parts) => {
    expect(contrastOf(question.replace('，', ','))?.map((part) => part)).toEqual(parts);
  });

  test.each([
    '书记跟镇长各是谁',
    '工匠大比武砌砖那项谁拿的第一',
    '是书房早还是食堂早',
    '哪个村人多',
  ])('are not found in %s', (question) => {
    expect(contrastOf(question)).toBeUndefined();
  });
});
