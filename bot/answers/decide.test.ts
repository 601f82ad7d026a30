import { beforeAll, describe, expect, test } from 'vitest';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import type { Candidate, Signs } from './candidates.ts';
import { missingFrom, type Refusal, refusePlace, THRESHOLDS } from './decide.ts';
import { candidateFor, readTestPages, sentenceWith, statementWith, understandingOf } from './test-pages.ts';

let index: CorpusIndex;
beforeAll(() => {
  index = readTestPages();
});
const missing = (question: string, words: string): string[] =>
  missingFrom(understandingOf(question), statementWith(index, words));

describe('what a statement lacks', () => {
  test.each<[string, string, string[]]>([
    ['食堂要新建多少家', '新建老年食堂6家以上', []],
    ['总投资多少钱', '改造镇区道路3.5公里', []],
    ['消防站总投资多少钱', '占地1800平方米', ['money']],
    ['消防站电话多少', '占地1800平方米', ['phone']],
    ['书房几点开门', '共享书房位于沿河路18号', []],
    ['消防站几点开门', '占地1800平方米', ['clock']],
    ['办卡要多少费用', '办理助餐卡', ['price']],
    ['什么时候通车', '改造镇区道路3.5公里', []],
    ['什么时候部署的', '三源共治', ['date']],
    ['谁当选为镇长', '何平当选为', []],
    ['谁当选为党委书记', '何平当选为', ['person']],
    ['护理员培训多少套', '培训护理员45名', ['count']],
    ['护理员培训了多少名', '培训护理员45名', []],
    ['清单有几张', '1个指挥中心', []],
    ['举行人民代表大会是哪一天', '12月27日', []],
    ['执法队挂牌成立是几月几日', '去年9月', ['day']],
    ['巡河多久一次', '三源共治', ['frequency']],
    ['送餐到哪几个村', '为80周岁以上老人送餐', ['parts']],
    ['A类、B类各多少人', '现有队员22名', ['parts']],
  ])('%s, told by %s: %j', (question, words, lacking) => {
    expect(missing(question, words)).toEqual(lacking);
  });

  test('is the figure, when those told stand before the matter is named', () => {
    const told = { ...statementWith(index, '完成固定资产投资25.2亿元') };
    const { candidate } = told;
    const of = (text: string) => ({
      ...told,
      text,
      candidate: { ...candidate, sentence: { ...candidate.sentence, text } },
    });
    const asked = understandingOf('信访多少件');
    expect(missingFrom(asked, of('排查隐患4992处，信访下降7%。'))).toEqual(['count']);
    expect(missingFrom(asked, of('受理信访，共办结4992件。'))).toEqual([]);
    expect(missingFrom(asked, of('排查隐患4992处，群众满意。'))).toEqual([]);
  });

  test('is no part of a name that counts several sorts, when one stands in a clause of its own', () => {
    const named = '启用卫生院，东坞、西坞卫生站“一院两站点”';
    const told = { ...statementWith(index, '三源共治'), text: named };
    expect(missingFrom(understandingOf('“一院两站点”是哪三处'), told)).toEqual([]);
    expect(missingFrom(understandingOf('书房是哪三处'), told)).toEqual(['parts']);
  });

  test('is the aim, when an outcome is told', () => {
    expect(missing('2021年固定资产投资的目标是多少', '完成固定资产投资25.2亿元')).toContain('target');
    expect(missing('2022年固定资产投资的目标是多少', '力争完成固定资产投资')).not.toContain('target');
  });

  test('is the outcome, when an aim is told', () => {
    expect(missing('2022年实际完成了多少投资', '力争完成固定资产投资')).toContain('result');
    expect(missing('2021年实际完成了多少投资', '完成固定资产投资25.2亿元')).toEqual([]);
    expect(missing('2022年投资多少钱', '力争完成固定资产投资')).toEqual([]);
  });

  test('is the parts, when a slogan or a code is only named', () => {
    const named = { ...statementWith(index, '三源共治'), text: '部署了“三源共治”行动' };
    expect(missingFrom(understandingOf('“三源共治”是哪三源'), named)).toContain('parts');
    expect(missing('“三源共治”是哪三源', '三源共治')).toEqual([]);
    expect(missing('“1+3+5”各代表什么', '1个指挥中心')).toEqual([]);
    expect(missing('“1+3+5”各代表什么', '三源共治')).toContain('parts');
  });

  test('is the parts, when fewer are listed than were asked for', () => {
    expect(missing('哪六位好人', '祁春生、罗巧云')).toContain('parts');
    expect(missing('哪四位好人', '祁春生、罗巧云')).toEqual([]);
  });

  test('is the whole year, when the figure is of some months', () => {
    const partly = { ...statementWith(index, '完成固定资产投资25.2亿元'), before: '截至11月，' };
    expect(missingFrom(understandingOf('2021年全年投资多少钱'), partly)).toContain('wholeYear');
    expect(missing('2021年全年投资多少钱', '完成固定资产投资25.2亿元')).toEqual([]);
  });
});

describe('a refusal by place', () => {
  const NEAR: Partial<Signs> = { like: 0.5, coverage: 0.5 };
  const refused = (question: string, candidates: readonly Candidate[]): Refusal | undefined => {
    const understanding = understandingOf(question);
    return refusePlace(understanding, understanding.aspects[0]!, candidates);
  };
  const candidate = (signs: Partial<Signs>): Candidate =>
    candidateFor(sentenceWith(index, '累计送餐'), { ...NEAR, ...signs });

  test('names the town that no document covers', () => {
    expect(refused('梅浦镇有几家食堂', [candidate({})])).toEqual({ reason: 'other_town', about: '梅浦镇' });
  });

  test('is none when a covered town is named beside it', () => {
    expect(refused('竹川镇和梅浦镇的食堂', [candidate({})])).toBeUndefined();
  });

  test('names the town asked for when only another has it', () => {
    expect(refused('竹川镇送餐几份', [candidate({ town: -1 })])).toEqual({
      reason: 'other_town',
      about: '竹川镇',
    });
    expect(refused('竹川镇送餐几份', [candidate({ town: -1 }), candidate({ town: 0 })])).toBeUndefined();
  });

  test('is not put off by a far candidate of the right town', () => {
    const far = candidate({ town: 0, like: 0.05, coverage: 0.05 });
    expect(refused('竹川镇送餐几份', [candidate({ town: -1 }), far])?.reason).toBe('other_town');
  });

  test('names the year asked for when only another has it', () => {
    expect(refused('2020年送餐几份', [candidate({ year: -1 })])).toEqual({
      reason: 'other_year',
      about: '2020年',
    });
    expect(refused('2020年送餐几份', [candidate({ year: -0.3 })])).toBeUndefined();
  });

  test('is none for a premise, which is corrected instead', () => {
    expect(refused('2020年送餐4.6万份吗', [candidate({ year: -1 })])).toBeUndefined();
  });

  test('says that the documents hold nothing when nothing is found', () => {
    expect(refused('送餐几份', [])).toEqual({ reason: 'not_in_documents', about: '' });
  });

  test('has thresholds between 0 and 1', () => {
    for (const threshold of Object.values(THRESHOLDS)) {
      expect(threshold).toBeGreaterThanOrEqual(0);
      expect(threshold).toBeLessThan(1);
    }
  });
});
