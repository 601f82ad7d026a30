import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import { analyze } from '../../retrieval/text/analyzer.ts';
import { bare } from '../../retrieval/text/characters.ts';
import { type StatementNeeds, takeStatement } from './statement.ts';
import {
  candidateFor,
  needsFor,
  readTestPage,
  readTestPages,
  sentenceWith,
  statementWith,
} from './test-pages.ts';

let index: CorpusIndex;
beforeAll(() => {
  index = readTestPages();
});
const terms = (text: string): Map<string, number> => new Map(analyze(text).map((term) => [term, 1]));
/** What is taken out of the sentence with these words for a question about one figure. */
const tight = (words: string, question: string, more: Partial<StatementNeeds> = {}): string =>
  statementWith(index, words, needsFor({ terms: terms(question), tight: true, limit: 60, ...more })).text;

describe('a statement', () => {
  test('of a short sentence is the whole of it', () => {
    expect(tight('累计送餐', '老年食堂')).toBe('新建老年食堂4家，累计送餐4.6万份。');
  });

  test('of a long sentence is the clauses that answer', () => {
    const long = '共享书房位于沿河路18号';
    const whole = statementWith(index, long).text;
    expect(whole).toContain('藏书8000余册');
    expect(tight(long, '共享书房', { limit: 20 }).length).toBeLessThanOrEqual(whole.length);
  });

  test.each<[string, string, string]>([
    ['服务老人不少于900人', '服务老人', '不少于900人'],
    ['新建老年食堂6家以上', '老年食堂', '6家以上'],
    ['力争完成固定资产投资30亿元以上', '固定资产投资', '30亿元以上'],
    ['力争完成固定资产投资30亿元以上', '财政总收入增长', '6%以上'],
    ['确保2023年10月底前通车', '镇区道路通车', '2023年10月底前'],
    ['藏书8000余册', '藏书', '8000余册'],
  ])('keeps the words that bound a figure: %s', (words, question, bound) => {
    for (const limit of [40, 60, 90, 190]) expect(tight(words, question, { limit })).toContain(bound);
  });

  test('holds the clause that names the office asked for', () => {
    expect(tight('何平当选为', '镇人大主席', { offices: ['人大主席'] })).toContain('江一帆');
    expect(tight('占地1800平方米', '副站长', { offices: ['站长'] })).toContain('陶安平');
  });

  test('of several who were chosen names the one who holds the office asked for, whatever else is near', () => {
    const page = readTestPage(`竹川镇换届

本报讯 方志远当选为竹川镇党委书记，何平当选为竹川镇人民政府镇长，江一帆当选为竹川镇人大主席，祁春生、陶安平当选为竹川镇人民政府副镇长。
`);
    const needs = needsFor({
      terms: terms('竹川镇当选书记镇长副镇长'),
      tight: true,
      limit: 90,
      offices: ['人大主席'],
    });
    expect(statementWith(page, '江一帆', needs).text).toBe('江一帆当选为竹川镇人大主席，');
  });

  test('tells of the rest, too, when all of several is asked about', () => {
    const page = readTestPage(`竹川镇验收藕塘

本报讯 第三批7口藕塘中，东坞、西坞、南坞、北坞等4口藕塘高标准通过县里和市里的验收，其余3口已经挖好，种下了今年的新藕，不久也将迎来验收的人。
`);
    const needs = { terms: terms('藕塘通过验收'), tight: true, limit: 100 };
    const rest = (asksAll: boolean) => statementWith(page, '第三批', needsFor({ ...needs, asksAll })).text;
    expect(rest(true)).toContain('不久也将迎来验收的人');
    expect(rest(false)).not.toContain('不久也将');
  });

  test('reaches back to the date at the head of its sentence when the day is asked for', () => {
    const page = readTestPage(`竹川镇迎来调研

本报讯 2023年11月9日，市里有关处室负责人、各县综合执法局主要负责人和分管负责人，分几批来到竹川，莅临荷灯馆调研水上消防工作。
`);
    const dated = (attributes: StatementNeeds['attributes']): string =>
      statementWith(
        page,
        '荷灯馆',
        needsFor({ terms: terms('荷灯馆调研水上消防'), tight: true, limit: 60, attributes }),
      ).text;
    expect(dated(['day'])).toContain('2023年11月9日');
    expect(dated([])).not.toContain('2023年11月9日');
  });

  test('reaches on to the only date of its sentence, where that stands at the end', () => {
    const page = readTestPage(`竹川镇的旧厂

本报讯 在临河粮机厂更新改造里头，青年干部们借着课题组里练出来的办法，加上走村串户攒下的协调本领，攻克绿化率不足等难题，推动工程于5月中旬验收。
`);
    const needs = { terms: terms('临河粮机厂更新改造'), tight: true, limit: 60 };
    const dated = (attributes: StatementNeeds['attributes']): string =>
      statementWith(page, '粮机厂', needsFor({ ...needs, attributes })).text;
    expect(dated(['date'])).toMatch(/粮机厂.*5月中旬/);
    expect(dated([])).not.toContain('5月中旬');
  });

  test('holds the enumeration when a list is asked for', () => {
    const list = statementWith(
      index,
      '三源共治',
      needsFor({ terms: terms('三源共治'), items: 3, limit: 190 }),
    );
    expect(list.text).toContain('水源治污、土源治废、气源治尘');
  });

  test('says whether it holds what is asked, of its own words and not of the sentence', () => {
    const statement = statementWith(index, '改造镇区道路3.5公里');
    expect([statement.holds('money'), statement.holds('length'), statement.holds('phone')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('is the clause of the office itself, not of its deputy', () => {
    const text =
      '会上，何平当选为莲塘镇人民政府镇长，江一帆当选为莲塘镇人大主席，苏小满、顾言、陆星辰、沈知秋、叶舟当选为莲塘镇人民政府副镇长。';
    const page = readTestPage(text);
    const needs = {
      ...needsFor({ tight: true, limit: 160, offices: ['镇长'] }),
      persons: ['何平', '苏小满'],
    };
    const said = takeStatement(page, candidateFor(sentenceWith(page, '何平')), needs).text;
    expect(said).toContain('何平');
    expect(said).not.toContain('苏小满');
  });

  test('remembers the sentence before it, which may lend its time', () => {
    expect(statementWith(index, '村里核实年龄').before).toContain('办理助餐卡');
    expect(statementWith(index, '12月27日').before).toBe('');
  });

  test('points at its own words in the file, whatever is asked', () => {
    const sentences = [...index.documents.values()].flatMap((content) => content.sentences);
    fc.assert(
      fc.property(
        fc.constantFrom(...sentences),
        fc.constantFrom('老年食堂有几家', '投资多少', '谁当选', '2023年10月底', '', '无关的话'),
        fc.integer({ min: 20, max: 200 }),
        fc.boolean(),
        fc.constantFrom(undefined, 2, 6),
        fc.integer({ min: 1, max: 3 }),
        (sentence, question, limit, isTight, items, wants) => {
          const needs = needsFor({ terms: terms(question), limit, tight: isTight, items, wants });
          const { text, start, end } = takeStatement(index, candidateFor(sentence), needs);
          const source = index.documents.get(sentence.document)!.text;
          return (
            start >= sentence.start &&
            end <= sentence.end &&
            bare(source.slice(start, end)) === bare(text) &&
            bare(text).length <= 200 &&
            text !== ''
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('everyday questions', () => {
  test('that are less like a part of a question point at what the other parts ask for', () => {
    const page = readTestPage(`竹川镇办学

本报讯 竹川镇完成东坞六所公办幼儿园的改造提升，启用藕塘边上新盖的小学和操场，收购古镇上办了二十多年、房子已经旧了、门口有棵大樟树、孩子们都喜欢的那一所荷灯幼儿园，省二以上优质园占比又有提高。
`);
    const sentence = sentenceWith(page, '收购');
    const source = page.documents.get(sentence.document)!.text;
    const at = (words: string, likeness: number) => {
      const start = source.indexOf(words);
      return { start, end: start + words.length, likeness };
    };
    const focus = [
      at('收购古镇上办了二十多年、房子已经旧了、门口有棵大樟树、孩子们都喜欢的那一所荷灯幼儿园', 0.6),
      at('省二以上优质园占比又有提高', 0.35),
    ];
    const part = (ofSeveral: boolean): string =>
      takeStatement(page, candidateFor(sentence, {}, { focus }), needsFor({ tight: true, ofSeveral })).text;
    expect(part(false)).toContain('优质园占比');
    expect(part(true)).not.toContain('优质园占比');
    expect(part(true)).toContain('荷灯幼儿园');
  });

  test('point at the clauses that are meant', () => {
    const sentence = sentenceWith(index, '去年9月');
    const source = index.documents.get(sentence.document)!.text;
    const start = source.indexOf('现有队员22名');
    const candidate = candidateFor(
      sentence,
      {},
      { focus: [{ start, end: start + '现有队员22名'.length, likeness: 0.9 }] },
    );
    const { text } = takeStatement(index, candidate, needsFor({ tight: true, limit: 60 }));
    expect(text).toContain('现有队员22名');
  });
});
