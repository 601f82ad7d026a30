import { beforeAll, describe, expect, test } from 'vitest';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import { createThesaurus } from '../../retrieval/text/thesaurus.ts';
import type { Candidate, Signs } from './candidates.ts';
import { type Choice, choose } from './choose.ts';
import type { TellingOf } from './telling.ts';
import { candidateFor, PERSONS, readTestPages, sentenceWith, understandingOf } from './test-pages.ts';

let index: CorpusIndex;
beforeAll(() => {
  index = readTestPages();
});

/** Signs of a sentence that is about the matter beyond doubt. */
const SURE: Partial<Signs> = { coverage: 0.9, subject: 0.9, like: 0.9, votes: 0.9, passage: 1, type: 1 };

const candidate = (words: string, signs: Partial<Signs> = {}, score = 1): Candidate =>
  candidateFor(sentenceWith(index, words), { ...SURE, ...signs }, { score });

const told: TellingOf = () => 'likely';
const wordSources = () => ({
  index,
  thesaurus: createThesaurus([]),
  isStopWord: () => false,
  tellingOf: told,
});

const chosen = (
  question: string,
  candidates: readonly Candidate[],
  terms: ReadonlyMap<string, number> = new Map(),
): Choice => {
  const understanding = understandingOf(question);
  const words = wordSources();
  const needs = { terms, persons: PERSONS };
  return choose(index, understanding, understanding.aspects[0]!, candidates, needs, words, []);
};

const textsOf = (choice: Choice): string[] =>
  choice.kind === 'statements' ? choice.statements.map(({ text }) => text) : [];

describe('a sentence about the matter', () => {
  test('is not told where too little speaks for it that it says what is asked', () => {
    const understanding = understandingOf('竹川镇要新建几家老年食堂');
    const given = [candidate('老年食堂6家以上')];
    const choiceWith = (tellingOf: TellingOf): Choice =>
      choose(
        index,
        understanding,
        understanding.aspects[0]!,
        given,
        { terms: new Map(), persons: PERSONS },
        { ...wordSources(), tellingOf },
        [],
      );
    expect(choiceWith(told).kind).toBe('statements');
    expect(choiceWith(() => 'hardly')).toMatchObject({
      kind: 'refusal',
      refusal: { reason: 'not_in_documents' },
    });
  });
});

describe('a sentence that plainly tells what is asked', () => {
  const choiceWith = (question: string, words: string, tellingOf: TellingOf): Choice => {
    const understanding = understandingOf(question);
    const needs = { terms: new Map(), persons: PERSONS };
    const given = [candidate(words)];
    const sources = { ...wordSources(), tellingOf };
    return choose(index, understanding, understanding.aspects[0]!, given, needs, sources, []);
  };

  test('is told though it lacks what such answers are known by', () => {
    expect(choiceWith('新增多少份', '新增停车位150个', told).kind).toBe('refusal');
    expect(choiceWith('新增多少份', '新增停车位150个', () => 'plainly').kind).toBe('statements');
  });

  test('spells out no slogan that it only names', () => {
    expect(choiceWith('“三联共治”分别是哪三联', '部署了“三源共治”', () => 'plainly').kind).toBe('refusal');
  });

  test('tells no number to call that it does not print', () => {
    expect(choiceWith('消防站电话多少', '占地1800平方米', () => 'plainly').kind).toBe('refusal');
  });
});

describe('another truth beside the first', () => {
  test('names a person where the first does', () => {
    const best = candidate('部署了“三源共治”');
    const other = (words: string) => chosen('谁当选为负责人', [best, candidate(words, {}, 0.95)]);
    expect(other('何平当选')).toMatchObject({ alternatives: [{ text: expect.stringContaining('何平') }] });
    expect(other('清荷食品公司')).toMatchObject({ alternatives: [] });
  });
});

describe('what is said', () => {
  test('is the best sentence when it holds what is asked', () => {
    const choice = chosen('老年食堂新建多少家', [
      candidate('新建老年食堂6家'),
      candidate('培训护理员', {}, 0.9),
    ]);
    expect(textsOf(choice).join()).toContain('6家以上');
  });

  test('is a near runner-up when the best lacks what is asked', () => {
    const choice = chosen('总投资多少钱', [
      candidate('占地1800平方米'),
      candidate('总投资1200万元', {}, 0.95),
    ]);
    expect(textsOf(choice).join()).toContain('1200万元');
  });

  test('is no runner-up that is far from the best or about another matter', () => {
    const far = chosen('总投资多少钱', [candidate('占地1800平方米'), candidate('总投资1200万元', {}, 0.3)]);
    const other = candidate('总投资1200万元', { subject: 0.1, like: 0.1, votes: 0 }, 0.95);
    expect(far).toMatchObject({ kind: 'refusal', refusal: { reason: 'attribute_missing', about: 'money' } });
    expect(chosen('总投资多少钱', [candidate('占地1800平方米'), other])).toMatchObject({ kind: 'refusal' });
  });

  test('may come as near as the best though it holds fewer of the question’s words', () => {
    const lacking = candidate('占地1800平方米');
    const other = (score: number, signs: Partial<Signs>) =>
      candidate('总投资1200万元', { votes: 0.2, ...signs }, score);
    const half = { subject: 0.6, like: 0.2 };
    expect(textsOf(chosen('总投资多少钱', [lacking, other(0.9, half)])).join()).toContain('1200万元');
    expect(chosen('总投资多少钱', [lacking, other(0.8, half)])).toMatchObject({ kind: 'refusal' });
    expect(chosen('总投资多少钱', [lacking, other(0.9, { subject: 0.4, like: 0.2 })])).toMatchObject({
      kind: 'refusal',
    });
  });

  test('is a runner-up when nothing around the best so much as names the thing asked for', () => {
    const nouns = [{ asked: /停车/u, told: /停车位/u, name: '停车位', itself: false }];
    const understanding = understandingOf('停车的地方总投资多少钱');
    const words = wordSources();
    const pick = (candidates: readonly Candidate[]): Choice =>
      choose(
        index,
        understanding,
        understanding.aspects[0]!,
        candidates,
        { terms: new Map(), persons: [] },
        words,
        nouns,
      );
    const best = candidate('完成固定资产投资25.2亿元');
    expect(textsOf(pick([best, candidate('总投资1200万元', {}, 0.95)])).join()).toContain('1200万元');
    expect(pick([best])).toMatchObject({ kind: 'refusal', refusal: { about: '停车位' } });
  });

  test('explains by a later sentence that takes the matter up, as surely as the one that names it', () => {
    const named = candidate('清荷食品公司扎根古镇多年');
    const explained = (text: string): Choice => {
      const weak = { like: 0, votes: 0, passage: 0, type: 0, unmet: 1 };
      const later = candidate('其产品曾是远洋船员的首选', weak, 0.86);
      return chosen('清荷食品公司为什么入选', [named, { ...later, sentence: { ...later.sentence, text } }]);
    };
    expect(explained('此次入选得益于对手艺的重视。')).toMatchObject({ kind: 'statements' });
    expect(explained('入选得益于对手艺的重视。')).toMatchObject({
      kind: 'refusal',
      refusal: { reason: 'not_in_documents' },
    });
  });

  test('may stand elsewhere in the article of the best', () => {
    const lacking = candidate('部署了“三源共治”');
    const answering = (words: string, score: number): Candidate => candidate(words, {}, score);
    expect(textsOf(chosen('消防车有几辆', [lacking, answering('消防车2辆', 0.65)])).join()).toContain('2辆');
    expect(chosen('消防车有几辆', [lacking, answering('消防车2辆', 0.45)])).toMatchObject({
      kind: 'refusal',
      refusal: { reason: 'attribute_missing', about: 'count' },
    });
    // The car park stands in another article of the page.
    expect(chosen('停车位有几个', [lacking, answering('停车位150个', 0.65)])).toMatchObject({
      kind: 'refusal',
      refusal: { reason: 'attribute_missing', about: 'count' },
    });
  });

  test('is told in the order of the page within an article', () => {
    expect(textsOf(chosen('藕粉为什么畅销', [candidate('包装轻便')]))).toEqual([
      '一方面，选料讲究。',
      '另一方面，包装轻便。',
    ]);
    expect(textsOf(chosen('藕粉为什么畅销', [candidate('选料讲究')]))).toEqual([
      '一方面，选料讲究。',
      '另一方面，包装轻便。',
    ]);
  });

  test.each<[string, string, string, string]>([
    ['between articles', '好人', '好人名单揭晓', '新建老年食堂4家'],
    ['far apart in one', '消防车', '配备消防车2辆', '现有队员22名'],
  ])('is told with the better one first: %s', (_, word, ...both) => {
    const terms = new Map([
      [word, 1],
      ['食堂', 1],
      ['队员', 1],
    ]);
    for (const [better, other] of [both, [...both].reverse()])
      expect(
        textsOf(
          chosen(`${word}、食堂和队员是什么`, [candidate(better!), candidate(other!, {}, 0.95)], terms),
        ).map((text) => text.includes(better!)),
      ).toEqual([true, false]);
  });

  test('is the name of the owner as well, when it is asked whose', () => {
    expect(textsOf(chosen('哪家的产品是船员首选', [candidate('船员的首选')]))).toEqual([
      '清荷食品公司扎根古镇多年。',
      '其产品曾是远洋船员的首选。',
    ]);
  });

  test('is a family or every place of quoted words, when that is asked', () => {
    expect(textsOf(chosen('四个“养”分别是什么', [candidate('四个“养”')]))).toHaveLength(3);
    expect(textsOf(chosen('有哪些“5公里”圈', [candidate('买菜圈')]))).toHaveLength(2);
  });

  test('is the outcome and not the aim when an outcome is asked for', () => {
    const aim = candidate('新建老年食堂8家');
    const outcome = candidate('新建老年食堂4家', {}, 0.95);
    expect(textsOf(chosen('老年食堂实际建成多少家', [aim, outcome])).join()).toContain('4家');
    expect(chosen('老年食堂实际建成多少家', [aim])).toMatchObject({
      kind: 'refusal',
      refusal: { reason: 'attribute_missing', about: 'result' },
      nearest: { candidate: aim },
    });
  });

  test('is the next step as well, when it is asked how', () => {
    const choice = chosen('怎么办理助餐卡', [candidate('办理助餐卡')]);
    expect(textsOf(choice)).toHaveLength(2);
  });

  test('is the whole list, when a list runs over several sentences', () => {
    expect(textsOf(chosen('2021年完成了哪些指标', [candidate('电信网络诈骗')]))).toHaveLength(3);
  });
});

describe('what is refused', () => {
  test('is refused with the nearest known fact', () => {
    const choice = chosen('消防站电话多少', [candidate('占地1800平方米')]);
    expect(choice).toMatchObject({
      kind: 'refusal',
      refusal: { reason: 'attribute_missing', about: 'phone' },
    });
    expect(choice.kind === 'refusal' && choice.nearest?.text).toContain('占地1800平方米');
  });

  test('is a matter that nothing found belongs to', () => {
    expect(chosen('火星上有什么', [candidate('占地1800平方米', {}, 0.01)])).toEqual({
      kind: 'refusal',
      refusal: { reason: 'not_in_documents', about: '' },
      nearest: undefined,
    });
    expect(chosen('火星上有什么', [])).toMatchObject({ kind: 'refusal', nearest: undefined });
  });

  test('is a sentence of which it is not sure enough', () => {
    const unsure = candidate('占地1800平方米', {
      coverage: 0,
      subject: 0,
      like: 0,
      votes: 0,
      passage: 0,
      type: 0,
      unmet: 1,
    });
    expect(chosen('镇里的游泳馆和图书馆大厦', [unsure])).toMatchObject({
      kind: 'refusal',
      refusal: { reason: 'not_in_documents' },
    });
  });

  test('is another town’s or another year’s fact', () => {
    expect(chosen('竹川镇送餐多少份', [candidate('累计送餐', { town: -1 })])).toMatchObject({
      kind: 'refusal',
      refusal: { reason: 'other_town', about: '竹川镇' },
    });
    expect(chosen('2020年送餐多少份', [candidate('累计送餐', { year: -1 })])).toMatchObject({
      kind: 'refusal',
      refusal: { reason: 'other_year', about: '2020年' },
    });
  });

  test('is a figure in another unit than the one asked for', () => {
    expect(chosen('送餐多少份', [candidate('新增停车位150个')])).toMatchObject({
      kind: 'refusal',
      refusal: { reason: 'attribute_missing', about: 'count' },
    });
    expect(textsOf(chosen('送餐多少份', [candidate('累计送餐')])).join()).toContain('4.6万份');
  });
});
