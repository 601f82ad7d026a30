import { beforeAll, describe, expect, test } from 'vitest';
import { type AskRequest, askRequest } from '../questions/request.ts';
import { understand } from '../questions/understanding.ts';
import { type Candidate, type CandidateSources, findCandidates } from './candidates.ts';
import type { ComposerDependencies } from './composer.ts';
import { dependenciesOf } from './dependencies.ts';
import { Meaning, type WeightedWord } from './meaning.ts';
import { openTestPages } from './test-index.ts';
import { PERSONS, TODAY } from './test-pages.ts';
import { SENTENCE_WEIGHTS, type SentenceWeights } from './weights.ts';

let dependencies: ComposerDependencies;
let sources: CandidateSources;
beforeAll(async () => {
  dependencies = dependenciesOf(await openTestPages(), () => TODAY);
  sources = { ...dependencies, persons: PERSONS };
});

async function candidatesFor(
  question: string,
  more: Partial<AskRequest> = {},
  given: Partial<CandidateSources> = {},
  weights: SentenceWeights = SENTENCE_WEIGHTS,
): Promise<Candidate[]> {
  const request = askRequest.parse({ question, ...more });
  const understanding = understand(request, { ...dependencies.understanding, now: TODAY });
  const aspect = understanding.aspects[0]!;
  return (await findCandidates({ ...sources, ...given }, understanding, aspect, weights)).candidates;
}
const found = (candidates: readonly Candidate[], words: string): Candidate =>
  candidates.find(({ sentence }) => sentence.text.includes(words))!;

/** Word vectors made by hand: 饭馆 means 食堂, and no other word is like any. */
const encode = (word: string): Float32Array =>
  Float32Array.from(word === '饭馆' || word === '食堂' ? [1, 0] : [0, 0]);

/** Keeps the words of the last question with their weights. */
class Recording extends Meaning {
  words: ReadonlyMap<string, number> = new Map();

  override weighted(text: string, weightOf: (word: string) => number): WeightedWord[] {
    const words = super.weighted(text, weightOf);
    this.words = new Map(words.map(({ word, weight }) => [word, weight]));
    return words;
  }
}

describe('what a sentence means', () => {
  test('lifts the one that says it in other words', async () => {
    const meant = await candidatesFor('竹川镇饭馆有几家', {}, { meaning: new Meaning(encode) });
    const unmeant = await candidatesFor(
      '竹川镇饭馆有几家',
      {},
      { meaning: new Meaning(() => new Float32Array(2)) },
    );
    const canteens = '新建老年食堂6家';
    expect(found(meant, canteens).signs.meaning).toBeGreaterThan(0.3);
    expect(found(meant, canteens).signs.meaning).toBeGreaterThan(found(meant, '占地1800').signs.meaning);
    expect(found(meant, canteens).score - found(unmeant, canteens).score).toBeCloseTo(
      SENTENCE_WEIGHTS.meaning *
        (found(meant, canteens).signs.meaning - found(unmeant, canteens).signs.meaning),
      6,
    );
  });

  test('is sought by the words that name the matter above those that ask, stop words and the year left out', async () => {
    const meaning = new Recording(encode);
    await candidatesFor('2023年竹川镇改造镇区道路的目标是什么', {}, { meaning });
    expect(meaning.words.has('2023')).toBe(false);
    expect(meaning.words.has('的')).toBe(false);
    expect(meaning.words.get('道路')).toBeGreaterThan(0.4);
  });

  test('is sought by what was asked before, more faintly, and not by what was just said', async () => {
    const meaning = new Recording(encode);
    const history = [
      { role: 'user' as const, text: '共享书房怎么样' },
      { role: 'assistant' as const, text: '书房藏书甚多，由退休教师值守。' },
    ];
    await candidatesFor('那书房开门吗', { history }, { meaning });
    const followUp = meaning.words;
    expect(followUp.has('退休')).toBe(false);
    expect(followUp.has('教师')).toBe(false);
    expect(followUp.has('藏书')).toBe(false);
    expect(followUp.get('共享')).toBeGreaterThan(0);
    await candidatesFor('共享书房开门吗', {}, { meaning });
    expect(followUp.get('共享')! / meaning.words.get('共享')!).toBeCloseTo(0.35, 6);
    // Words of the question itself keep their weight, said before or not.
    expect(followUp.get('书房')).toBe(meaning.words.get('书房'));
  });
});

describe('a premise to check', () => {
  const placeless: SentenceWeights = { ...SENTENCE_WEIGHTS, town: 0 };

  test('puts the sentences of the town that it names first and shuts no other out', async () => {
    const question = '莲塘镇综合执法队有队员22名，对吗';
    const weighed = await candidatesFor(question);
    const bare = await candidatesFor(question, {}, {}, placeless);
    const punished = (words: string): number => found(weighed, words).score - found(bare, words).score;
    expect(punished('现有队员30名')).toBeCloseTo(0, 6);
    expect(punished('现有队员22名')).toBeCloseTo(-0.5 * SENTENCE_WEIGHTS.town, 6);
    expect(found(weighed, '现有队员22名').signs.town).toBe(0);
  });

  test('that names no town favours none', async () => {
    const question = '综合执法队有队员22名，对吗';
    const weighed = await candidatesFor(question);
    const bare = await candidatesFor(question, {}, {}, placeless);
    for (const words of ['现有队员30名', '现有队员22名'])
      expect(found(weighed, words).score).toBeCloseTo(found(bare, words).score, 6);
  });
});

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
    const turns = (text: string) => [
      { role: 'user' as const, text: asked },
      { role: 'assistant' as const, text },
    ];
    const fresh = found(
      await candidatesFor(asked, { history: turns('手头的文件里没有写。') }),
      '新建老年食堂4家',
    );
    const told = found(await candidatesFor(asked, { history: turns(said) }), '新建老年食堂4家');
    expect(told.score).toBeLessThan(fresh.score);
  });

  test('are none of the headlines when a fact is asked for', async () => {
    const [best] = await candidatesFor('好人名单有谁');
    expect(best?.sentence.kind).toBe('sentence');
  });

  describe('that are less likely to tell what is asked', () => {
    const question = '老年食堂有几家';
    const words = ['新建老年食堂4家', '新建老年食堂8家'] as const;
    const preferring = (probabilities: Readonly<Record<string, number | undefined>>): Promise<Candidate[]> =>
      candidatesFor(
        question,
        {},
        {
          preference: (_, { sentence }) =>
            Object.entries(probabilities).find(([held]) => sentence.text.includes(held))?.[1],
        },
      );
    const places = (candidates: readonly Candidate[]): number[] =>
      words.map((held) => candidates.findIndex(({ sentence }) => sentence.text.includes(held)));

    test('come later', async () => {
      const [four, eight] = places(await preferring({ [words[0]]: 0.9, [words[1]]: 0.1 }));
      expect(four).toBeLessThan(eight!);
      const [late, early] = places(await preferring({ [words[0]]: 0.1, [words[1]]: 0.9 }));
      expect(early).toBeLessThan(late!);
    });

    test('lose less of their score than of their place', async () => {
      const none = await preferring({});
      const some = await preferring({ [words[0]]: 0.9, [words[1]]: 0.1 });
      const odds = 2 * Math.log(9);
      expect(found(none, words[1]).score - found(some, words[1]).score).toBeCloseTo(
        SENTENCE_WEIGHTS.toldBeside * odds,
      );
      expect(found(none, words[1]).order - found(some, words[1]).order).toBeCloseTo(
        SENTENCE_WEIGHTS.told * odds,
      );
      expect(found(some, words[0]).score).toBeCloseTo(found(none, words[0]).score);
      expect(SENTENCE_WEIGHTS.toldBeside).toBeLessThan(SENTENCE_WEIGHTS.told);
    });

    test('are those of which nobody wrote down what people ask, as far as others are known', async () => {
      const none = await preferring({});
      const one = await preferring({ [words[0]]: 0.9 });
      expect(found(one, words[1]).score).toBeCloseTo(found(none, words[1]).score);
      const two = await preferring({ [words[0]]: 0.9, 食堂6家: 0.1 });
      expect(found(two, words[1]).score).toBeLessThan(found(none, words[1]).score);
    });
  });

  test('hold what is asked to be told, in whole or in part', async () => {
    const candidates = await candidatesFor('消防站总投资多少钱');
    expect(found(candidates, '总投资1200万元').signs.type).toBe(1);
    expect(found(candidates, '占地1800平方米').signs.type).toBe(0);
  });
});
