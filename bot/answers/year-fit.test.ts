import { beforeAll, describe, expect, test } from 'vitest';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import { readTestPage, sentenceWith } from './test-pages.ts';
import { yearFit } from './year-fit.ts';

let index: CorpusIndex;
beforeAll(() => {
  index = readTestPage(`竹川镇开年会

本报讯 会上发布了《竹川镇藕业三年计划（2024—2026年）》。去年镇里挖了三口藕塘。食堂2021年开张。竹川书房2021年成立，目前有书八千册。
`);
});

const signOf = (words: string, ...years: number[]): number =>
  yearFit(index, { aboutReport: false }, { years }, sentenceWith(index, words));

describe('the year of a sentence', () => {
  test('is the page’s, but where it names another', () => {
    expect(signOf('三口藕塘', 2022)).toBe(0);
    expect(signOf('三口藕塘', 2023)).toBe(-1);
    expect(signOf('开张', 2021)).toBe(0);
    expect(signOf('开张', 2023)).toBe(-1);
    expect(signOf('目前', 2023)).toBeGreaterThan(-1);
  });

  test('is the page’s, too, where only the title of a plan names other years', () => {
    expect(signOf('三年计划', 2023)).toBe(0);
    expect(signOf('三年计划', 2025)).toBe(-1);
    expect(signOf('三年计划', 2024)).toBe(0);
  });
});
