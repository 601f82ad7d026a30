import { beforeAll, describe, expect, test } from 'vitest';
import { dependenciesOf } from '../open.ts';
import { type AskRequest, askRequest } from '../questions/request.ts';
import { understand } from '../questions/understanding.ts';
import { type Candidate, type CandidateSources, findCandidates } from './candidates.ts';
import type { ComposerDependencies } from './composer.ts';
import { openTestPages } from './test-index.ts';
import { PERSONS, TODAY } from './test-pages.ts';

let dependencies: ComposerDependencies;
let sources: CandidateSources;
beforeAll(async () => {
  dependencies = dependenciesOf(await openTestPages(), () => TODAY);
  sources = { ...dependencies, persons: PERSONS };
});

async function candidatesFor(question: string, more: Partial<AskRequest> = {}): Promise<Candidate[]> {
  const request = askRequest.parse({ question, ...more });
  const understanding = understand(request, { ...dependencies.understanding, now: TODAY });
  return (await findCandidates(sources, understanding, understanding.aspects[0]!)).candidates;
}
const found = (candidates: readonly Candidate[], words: string): Candidate =>
  candidates.find(({ sentence }) => sentence.text.includes(words))!;

describe('sentences that may answer', () => {
  test.each<[string, string]>([
    ['老年食堂新建多少家', '新建老年食堂'],
    ['谁当选为莲塘镇镇长', '何平当选'],
    ['三源共治是什么', '三源共治'],
    ['应急消防站占地多少', '占地1800平方米'],
    ['看书的地方几点开门', '9:00至20:30'],
    ['停车位会多几个', '新增停车位150个'],
  ])('have the best of them first: %s', async (question, words) => {
    expect((await candidatesFor(question))[0]?.sentence.text).toContain(words);
  });

  test('come in order of their score, each with signs in bounds', async () => {
    const candidates = await candidatesFor('竹川镇2023年第1项新建老年食堂多少家');
    expect(candidates.length).toBeGreaterThan(5);
    const scores = candidates.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    for (const { signs } of candidates) {
      for (const [name, value] of Object.entries(signs)) {
        expect(value, name).toBeGreaterThanOrEqual(-1);
        expect(value, name).toBeLessThanOrEqual(1.000001);
      }
    }
  });

  test('of another town or year are punished and stay in sight', async () => {
    const candidates = await candidatesFor('竹川镇2023年老年食堂有几家');
    expect(found(candidates, '新建老年食堂6家').signs).toMatchObject({ town: 0, year: 0 });
    expect(found(candidates, '新建老年食堂4家').signs).toMatchObject({ town: -1, year: -1 });
  });

  test('fit the year that their own relative date means', async () => {
    const candidates = await candidatesFor('2022年执法队有什么事');
    expect(found(candidates, '去年9月').signs.year).toBe(0);
    expect(found(candidates, '今年4月').signs.year).toBe(-1);
  });

  test('fit the year of their section', async () => {
    const candidates = await candidatesFor('2022年莲塘镇老年食堂');
    expect(found(candidates, '新建老年食堂8家').signs.year).toBe(0);
    expect(found(candidates, '新建老年食堂4家').signs.year).toBe(-1);
  });

  test('are lifted when they stand in the row asked for', async () => {
    const candidates = await candidatesFor('第2项写了什么');
    expect(found(candidates, '改造镇区道路').signs.row).toBe(1);
    expect(
      candidates.filter(({ signs }) => signs.row === 1).every(({ sentence }) => sentence.row?.number === 2),
    ).toBe(true);
  });

  test('are known by quoted words, marks left out', async () => {
    const candidates = await candidatesFor('“三源共治”怎么说');
    expect(found(candidates, '三源共治').signs.quoted).toBe(1);
    expect(found(candidates, '指挥中心')?.signs.quoted ?? 0).toBe(0);
  });

  test('carry the stretches that everyday questions like this one point at', async () => {
    const candidate = found(await candidatesFor('借书看书去哪里好'), '共享书房位于');
    expect(candidate.signs.like).toBeGreaterThan(0.8);
    expect(candidate.focus.length).toBeGreaterThan(0);
  });

  test('with the same words come once', async () => {
    const candidates = await candidatesFor('举办荷灯会等活动多少场');
    expect(candidates.filter(({ sentence }) => sentence.text.startsWith('举办荷灯会'))).toHaveLength(1);
  });

  test('that were told just before come later', async () => {
    const asked = '老年食堂有几家';
    const said = '新建老年食堂4家，累计送餐4.6万份。';
    const after = (text: string) => [
      { role: 'user' as const, text: asked },
      { role: 'assistant' as const, text },
    ];
    const fresh = found(
      await candidatesFor(asked, { history: after('手头的文件里没有写。') }),
      '新建老年食堂4家',
    );
    const told = found(await candidatesFor(asked, { history: after(said) }), '新建老年食堂4家');
    expect(told.score).toBeLessThan(fresh.score);
  });

  test('are none of the headlines when a fact is asked for', async () => {
    const [best] = await candidatesFor('好人名单有谁');
    expect(best?.sentence.kind).toBe('sentence');
  });

  test('hold what is asked to be told, in whole or in part', async () => {
    const candidates = await candidatesFor('消防站总投资多少钱');
    expect(found(candidates, '总投资1200万元').signs.type).toBe(1);
    expect(found(candidates, '占地1800平方米').signs.type).toBe(0);
  });
});
