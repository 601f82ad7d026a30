import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bare } from '../../metrics/folded-text.ts';
import { readInventedData } from './data.ts';
import { inventPage } from './page.ts';
import { INVENTED_SETS, seedsOf } from './seeds.ts';

const data = readInventedData(join(import.meta.dirname, 'data'));
const SEEDS = Array.from({ length: 40 }, (_, index) => 500 + index);

test('the same seed makes the same page, another seed another one', () => {
  expect(inventPage(7, data)).toEqual(inventPage(7, data));
  expect(inventPage(7, data).text).not.toBe(inventPage(8, data).text);
});

test('the truth of a page stands in its text: bodies, sections and cells, articles’ pieces apart from each other', () => {
  for (const seed of SEEDS) {
    const { text, truth } = inventPage(seed, data);
    const owners = new Map<number, string>();
    for (const { headline, start, end, pieces, sections } of truth.articles) {
      expect(
        pieces.some((piece) => piece.start === start),
        `${seed} ${headline}`,
      ).toBe(true);
      expect(
        pieces.some((piece) => piece.end === end),
        `${seed} ${headline}`,
      ).toBe(true);
      for (const section of sections) expect(bare(text)).toContain(bare(section.heading));
      for (const piece of pieces)
        for (let at = piece.start; at < piece.end; at++) {
          expect(owners.get(at) ?? headline, `${seed} at ${at}`).toBe(headline);
          owners.set(at, headline);
        }
    }
    for (const { name, cells } of truth.rows)
      for (const words of [name, ...cells.map(({ first }) => first)]) expect(text).toContain(words);
  }
});

test('no slot is left open', () => {
  for (const seed of SEEDS) expect(inventPage(seed, data, true).text).not.toMatch(/[{}]|undefined/);
});

test('stories kept aside stand on unseen pages only, and the two sets share no seed', () => {
  const asideWords = '刷单返利';
  const pages = (aside: boolean): string =>
    SEEDS.map((seed) => inventPage(seed, data, aside).text).join('\n');
  expect(pages(true).replace(/\s/g, '')).toContain(asideWords);
  expect(pages(false).replace(/\s/g, '')).not.toContain(asideWords);
  const seeds = INVENTED_SETS.flatMap(seedsOf);
  expect(new Set(seeds).size).toBe(seeds.length);
});
