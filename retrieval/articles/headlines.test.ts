import { describe, expect, test } from 'vitest';
import { assignHeadlines, bodyPairs, headlineFit } from './headlines.ts';

const CANTEEN = '为方便老人就餐，柳溪镇在青石村开办了长者食堂，每天供应午餐和晚餐。';
const PLAYGROUND = '柳溪小学新操场完工，晚上六点以后向居民开放，学校安排教师值守。';
const BODIES = bodyPairs([CANTEEN, PLAYGROUND]);

describe('how well a headline fits a body', () => {
  test('is the share of its pairs of characters that the body holds', () => {
    const [canteen, playground] = headlineFit('青石村长者食堂', BODIES);
    expect(canteen).toBeGreaterThan(0.7);
    expect(playground).toBe(0);
  });

  test('counts what only one body says more than what both say', () => {
    const [common, rare] = [headlineFit('柳溪铁路', BODIES), headlineFit('食堂铁路', BODIES)];
    expect(rare[0]).toBeGreaterThan(common[0]!);
  });

  test('is nothing for a headline without letters', () => {
    expect(headlineFit('！！', BODIES)).toEqual([0, 0]);
  });
});

describe('headlines are joined to bodies', () => {
  const headlines = ['小学操场晚上向居民开放', '青石村开办长者食堂'];

  test('by their words when the page collected them elsewhere', () => {
    expect(assignHeadlines(headlines, [CANTEEN, PLAYGROUND], [undefined, undefined])).toEqual([1, 0]);
  });

  test('by their place when the words say nothing', () => {
    expect(assignHeadlines(['喜事一桩'], [CANTEEN, PLAYGROUND], [1])).toEqual([undefined, 0]);
  });

  test('by their words against their place when the words are clear', () => {
    expect(assignHeadlines(headlines, [CANTEEN, PLAYGROUND], [0, 1])).toEqual([1, 0]);
  });

  test('each at most once', () => {
    expect(assignHeadlines(['青石村开办长者食堂'], [CANTEEN, CANTEEN], [undefined])).toEqual([0, undefined]);
  });

  test('and to none when neither place nor words fit', () => {
    expect(assignHeadlines(['全力备战防汛'], [CANTEEN, PLAYGROUND], [undefined])).toEqual([
      undefined,
      undefined,
    ]);
  });
});
