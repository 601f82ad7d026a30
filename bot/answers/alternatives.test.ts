import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import { analyze } from '../../retrieval/text/analyzer.ts';
import { alternativesOf, complements, differenceOf, distinct } from './alternatives.ts';
import type { Signs } from './candidates.ts';
import type { Statement } from './statement.ts';
import { needsFor, readTestPages, statementWith, understandingOf } from './test-pages.ts';

let index: CorpusIndex;
beforeAll(() => {
  index = readTestPages();
});
const SAME: Partial<Signs> = { subject: 0.5, like: 0.5 };
const taken = (words: string, signs: Partial<Signs> = SAME, score = 0.8): Statement => {
  const statement = statementWith(index, words, needsFor(), signs);
  return { ...statement, candidate: { ...statement.candidate, score } };
};

describe('the same matter in another town or year', () => {
  let tellsPlainly = false;
  const others = (question: string, first: Statement, ...rest: Statement[]): string[] => {
    const understanding = understandingOf(question);
    const aspect = understanding.aspects[0]!;
    return alternativesOf(understanding, aspect, first, [first, ...rest], () => tellsPlainly).map(
      ({ candidate }) => `${candidate.sentence.town}${candidate.sentence.sectionYear ?? ''}`,
    );
  };
  afterEach(() => {
    tellsPlainly = false;
  });
  const ours = () => taken('现有队员22名');
  const theirs = (signs: Partial<Signs> = SAME, score = 0.8) => taken('现有队员30名', signs, score);

  test('stands beside the first when the question names no town', () => {
    expect(others('执法队有多少名队员', ours(), theirs())).toEqual(['莲塘镇']);
  });

  test('does not when the question names the town', () => {
    expect(others('竹川镇执法队有多少名队员', ours(), theirs())).toEqual([]);
  });

  test('stands beside the first when two years of a town have it and none is named', () => {
    const first = taken('新建老年食堂4家');
    const other = taken('新建老年食堂8家');
    expect(others('莲塘镇新建老年食堂几家', first, other)).toEqual(['莲塘镇2022']);
    expect(others('莲塘镇2021年新建老年食堂几家', first, other)).toEqual([]);
  });

  test('must be asked for alike, share the words of the matter and score near the first', () => {
    expect(others('执法队有多少名队员', ours(), theirs({ subject: 0.1, like: 0.5 }))).toEqual([]);
    expect(others('执法队有多少名队员', ours(), theirs({ subject: 0.5, like: 0.1 }))).toEqual([]);
    expect(others('执法队有多少名队员', ours(), theirs(SAME, 0.4))).toEqual([]);
  });

  test('may be worded otherwise, when many who ask alike are led to it', () => {
    const worded = { subject: 0.1, like: 0.45 };
    expect(others('执法队有多少名队员', ours(), theirs({ ...worded, votes: 0.3 }))).toEqual(['莲塘镇']);
    expect(others('执法队有多少名队员', ours(), theirs({ ...worded, votes: 0.1 }))).toEqual([]);
    expect(others('执法队有多少名队员', ours(), theirs({ ...worded, votes: 0.3 }, 0.6))).toEqual([]);
  });

  test('is no result beside an aim, when the aim is asked for', () => {
    const aim = taken('新建老年食堂8家');
    const result = taken('新建老年食堂4家');
    expect(others('莲塘镇打算新建老年食堂几家', aim, result)).toEqual([]);
    expect(others('莲塘镇打算新建老年食堂几家', result, aim)).toEqual(['莲塘镇2022']);
  });

  test('must hold what is asked to be told', () => {
    expect(others('执法队有多少名队员', ours(), taken('何平当选为'))).toEqual([]);
  });

  describe('is none when both say the same', () => {
    const saying = (statement: Statement, text: string): Statement => ({
      ...statement,
      text,
      holds: () => true,
    });
    const beside = (question: string, own: string, others_: string): string[] =>
      others(question, saying(ours(), own), saying(theirs(), others_));

    test.each<[string, string, string, boolean]>([
      ['执法队有多少名队员', '现有队员22名', '队员共22名', true],
      ['执法队有多少名队员', '现有队员22名', '队员共30名', false],
      ['执法队有多少名队员', '现有队员22名', '队员22人次', false],
      ['执法队有多少名队员', '2021年有22名', '2021年有30名', false],
      ['执法队哪天成立', '2022年9月5日成立', '2022年9月5日挂牌', true],
      ['执法队哪天成立', '2022年9月5日成立', '2022年9月6日成立', false],
      ['执法队哪天成立', '2022年9月5日成立', '2021年9月5日成立', false],
      ['执法队哪天成立', '2022年9月5日成立，22名', '2021年9月5日成立，22名', false],
    ])('%s: %s, %s: %j', (question, own, other, same) => {
      expect(beside(question, own, other)).toEqual(same ? [] : ['莲塘镇']);
    });

    test('but two persons are two, whatever figure stands beside both', () => {
      expect(beside('谁当队长', '22名队员，队长是何平', '22名队员，队长是方志远')).toEqual(['莲塘镇']);
    });
  });

  test('is looked for only where a figure, person, date or list is asked for', () => {
    expect(others('执法队是什么', ours(), theirs())).toEqual([]);
    expect(others('执法队为什么成立', ours(), theirs())).toEqual([]);
  });

  test('is another fact or place of another town, not of another year', () => {
    expect(others('执法队的地方怎么样', ours(), theirs())).toEqual(['莲塘镇']);
    expect(others('莲塘镇的食堂怎么样', taken('新建老年食堂4家'), taken('新建老年食堂8家'))).toEqual([]);
  });

  test('may score less when it leaves nothing unmet that the first one meets', () => {
    const met = { subject: 0.4, like: 0.5, unmet: 0.1 };
    expect(others('执法队有多少名队员', ours(), theirs(met, 0.46))).toEqual([]);
    const first = taken('现有队员22名', { ...SAME, unmet: 0.1 });
    expect(others('执法队有多少名队员', first, theirs(met, 0.46))).toEqual(['莲塘镇']);
    expect(others('执法队有多少名队员', first, theirs({ ...met, unmet: 0.4 }, 0.46))).toEqual([]);
  });

  test('may score less and be worded otherwise when it plainly tells what is asked', () => {
    const worded = { subject: 0.1, like: 0.1 };
    for (const question of ['执法队有多少名队员', '执法队有哪些队员']) {
      expect(others(question, ours(), theirs(worded, 0.46))).toEqual([]);
      tellsPlainly = true;
      expect(others(question, ours(), theirs(worded, 0.46))).toEqual(['莲塘镇']);
      expect(others(question, ours(), theirs(worded, 0.4))).toEqual([]);
      tellsPlainly = false;
    }
  });

  test('is one of a town and year, worded like the first', () => {
    const first = taken('力争完成固定资产投资30亿元以上');
    const alike = taken('完成固定资产投资25.2亿元');
    const other = taken('新建老年食堂4家，累计送餐4.6万份');
    const understanding = understandingOf('多少');
    const aspect = { ...understanding.aspects[0]!, town: '莲塘镇' };
    const found = alternativesOf(understanding, aspect, first, [first, other, alike], () => false);
    expect(found.map(({ text }) => text.includes('25.2亿元'))).toEqual([true]);
  });

  test('must come nearer for a list', () => {
    expect(others('执法队有哪些队员', ours(), theirs())).toEqual(['莲塘镇']);
    expect(others('执法队有哪些队员', ours(), theirs(SAME, 0.6))).toEqual([]);
    expect(others('执法队有几名队员', ours(), theirs(SAME, 0.6))).toEqual(['莲塘镇']);
  });
});

describe('statements told side by side', () => {
  test.each<[string, string[], string]>([
    ['each of a town of its own', ['现有队员22名', '现有队员30名'], 'town'],
    ['of two years of a town', ['新建老年食堂4家', '新建老年食堂8家'], 'year'],
    ['of towns and years', ['现有队员22名', '新建老年食堂4家', '新建老年食堂8家'], 'both'],
    ['of one town and year', ['新建老年食堂4家', '完成固定资产投资25.2亿元'], 'other'],
  ])('differ in what they are %s', (_, words, difference) => {
    expect(differenceOf(words.map((held) => taken(held)))).toBe(difference);
  });
});

describe('statements', () => {
  test('that share words of the page are said once', () => {
    const first = taken('现有队员22名');
    expect(distinct([first, taken('现有队员22名'), taken('现有队员30名')])).toHaveLength(2);
    expect(distinct([])).toEqual([]);
  });

  test('that bring words of the question which the first lacks stand beside it', () => {
    const terms = new Map(analyze('老年食堂和卫生室').map((term) => [term, 1]));
    const first = taken('新建老年食堂6家');
    const other = taken('建成村级卫生室3家');
    const alien = taken('何平当选为');
    expect(complements(first, [first, other, alien], terms)).toEqual([other]);
    expect(complements(first, [first, alien], terms)).toEqual([]);
    expect(complements(first, [first, other], new Map())).toEqual([]);
  });

  test('that complement the first are two at most', () => {
    const terms = new Map(analyze('食堂卫生室停车位护理员').map((term) => [term, 1]));
    const rest = ['建成村级卫生室3家', '新增停车位150个', '培训护理员45名'].map((words) => taken(words));
    const first = taken('新建老年食堂4家');
    expect(complements(first, [first, ...rest], terms)).toHaveLength(2);
  });
});
