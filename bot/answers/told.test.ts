import { describe, expect, test } from 'vitest';
import { type AskedOf, readToldModels, toldFeatures, toldScore } from './told.ts';

const asked = (question: string, sentence: string, rest: Partial<AskedOf> = {}): AskedOf => ({
  question,
  sentence,
  kind: 'fact',
  attributes: [],
  under: [],
  alike: [],
  type: 0,
  ...rest,
});

describe('features of a question beside a sentence', () => {
  test('are its runs of characters that the sentence lacks', () => {
    const features = toldFeatures(asked('食堂几钱', '新建食堂6家'));
    expect(features.has('食堂')).toBe(false);
    expect(features.get('几钱')).toBe(1);
    expect(features.get('堂几钱')).toBe(1);
    expect(features.get('pairs held')).toBeCloseTo(1 / 3);
  });

  test('are not those of everyday questions that the sentence answers', () => {
    const of = (alike: readonly string[]): ReadonlyMap<string, number> =>
      toldFeatures(asked('食堂几点开门', '新建食堂6家', { alike }));
    expect(of(['开门要几点']).has('开门')).toBe(false);
    expect(of(['食堂有几家']).get('开门')).toBe(1);
    expect(of(['食堂有几家']).get('pairs unknown')).toBeCloseTo(4 / 5);
    expect(of(['开门要几点']).get('pairs unknown')).toBeCloseTo(2 / 5);
    expect(of([]).has('pairs unknown')).toBe(false);
  });

  test('are not those of the town that the sentence stands under', () => {
    const of = (under: readonly string[]): ReadonlyMap<string, number> =>
      toldFeatures(asked('竹川镇食堂', '新建食堂6家', { under, alike: ['食堂有几家'] }));
    expect(of([]).get('竹川镇')).toBe(1);
    expect(of(['竹川镇']).has('竹川镇')).toBe(false);
    expect(of(['竹川镇']).get('镇食')).toBe(1);
    expect(of(['莲塘镇']).get('竹川')).toBe(1);
  });

  test('weigh what stands beside the word that asks by itself', () => {
    const beside = (question: string): number | undefined =>
      toldFeatures(asked(question, '竹川镇新建老年食堂', { alike: ['食堂'] })).get(
        'pairs unknown beside what asks',
      );
    expect(beside('竹川镇老年食堂，哪家银行')).toBeCloseTo(2 / 4);
    expect(beside('竹川镇哪里老年食堂')).toBeCloseTo(1 / 5);
    expect(beside('竹川镇新建老年食堂')).toBe(0);
    expect(beside('竹川镇食堂电话')).toBeCloseTo(3 / 4);
  });

  test('do not run across what is no Chinese character', () => {
    const features = toldFeatures(asked('食堂3家', ''));
    expect([...features.keys()].filter((name) => /^[\u4e00-\u9fff]+$/.test(name))).toEqual(['食堂']);
  });

  test('are the sort of answer with what the sentence has nothing of', () => {
    const features = toldFeatures(
      asked('要多少钱', '共3家', { kind: 'number', attributes: ['money'], type: 0.5 }),
    );
    expect(features.get('kind number')).toBe(1);
    expect(features.get('attribute money')).toBe(1);
    expect(features.get('type of number')).toBe(0.5);
    expect(features.get('no money for number')).toBe(1);
    expect(features.has('no figure for number')).toBe(false);
  });
});

describe('the score', () => {
  test('is the probability of the bias and the weights of what is there, each times its value', () => {
    const weights = new Map([
      ['', 0.5],
      ['几钱', -1],
      ['食堂', 100],
      ['type', 4],
    ]);
    const score = toldScore(weights, asked('食堂几钱', '食堂', { type: 0.25 }));
    expect(score).toBeCloseTo(1 / (1 + Math.exp(-0.5)));
  });

  test('speaks for a figure that is told and against a fee that is not', () => {
    const { unasked } = readToldModels();
    const scoreOf = (question: string): number =>
      toldScore(
        unasked,
        asked(question, '新建老年食堂6家以上。', { kind: 'number', attributes: ['count'], type: 1 }),
      );
    expect(scoreOf('要新建几家老年食堂')).toBeGreaterThan(scoreOf('老年食堂的订餐电话有几个分机'));
  });
});

test('the weights are many, finite, and have a bias', () => {
  for (const weights of Object.values(readToldModels())) {
    expect(weights.size).toBeGreaterThan(1000);
    expect(weights.has('')).toBe(true);
    for (const [name, weight] of weights) expect(Number.isFinite(weight), name).toBe(true);
  }
});
