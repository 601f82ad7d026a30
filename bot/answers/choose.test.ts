import { beforeAll, describe, expect, test } from 'vitest';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import { createThesaurus } from '../../retrieval/text/thesaurus.ts';
import type { Candidate, Signs } from './candidates.ts';
import { type Choice, choose } from './choose.ts';
import { candidateFor, PERSONS, readTestPages, sentenceWith, understandingOf } from './test-pages.ts';

let index: CorpusIndex;
beforeAll(() => {
  index = readTestPages();
});

/** Signs of a sentence that is about the matter beyond doubt. */
const SURE: Partial<Signs> = { coverage: 0.9, subject: 0.9, like: 0.9, votes: 0.9, passage: 1, type: 1 };

const candidate = (words: string, signs: Partial<Signs> = {}, score = 1): Candidate =>
  candidateFor(sentenceWith(index, words), { ...SURE, ...signs }, { score });

const chosen = (question: string, candidates: readonly Candidate[]): Choice => {
  const understanding = understandingOf(question);
  const words = { index, thesaurus: createThesaurus([]), isStopWord: () => false };
  const needs = { terms: new Map<string, number>(), persons: PERSONS };
  return choose(index, understanding, understanding.aspects[0]!, candidates, needs, words, []);
};

const textsOf = (choice: Choice): string[] =>
  choice.kind === 'statements' ? choice.statements.map(({ text }) => text) : [];

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
