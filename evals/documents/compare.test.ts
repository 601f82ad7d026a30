import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compareDocument, type ReadArticle, type ReadRow } from './compare.ts';
import { createPlaces } from './places.ts';
import { bodyOf, readArticleTruth, readRowTruth, type TrueArticle } from './truth.ts';

const text = '甲村修路 工程\n今年修路，明年通车。共三公里。\n乙村种树\n春天种树。秋天结果。';
const article = (
  headline: string | null,
  words: readonly string[],
  section: string | null = null,
): ReadArticle => {
  const sentences = words.map((word) => {
    const start = text.indexOf(word);
    return { start, end: start + word.length, section };
  });
  return { headline, kicker: null, start: sentences[0]!.start, end: sentences.at(-1)!.end, sentences };
};
const trueArticle = (source: string, headline: string, first: string, last: string): TrueArticle => {
  const body = { start: source.indexOf(first), end: source.indexOf(last) + last.length };
  return { headline, kicker: null, sub: null, ...body, pieces: [body], sections: [] };
};
const truth = {
  articles: [
    trueArticle(text, '甲村修路工程', '今年修路', '共三公里。'),
    trueArticle(text, '乙村种树', '春天种树', '秋天结果。'),
  ],
  rows: [],
};
const right = [
  article('甲村修路 工程', ['今年修路，明年通车。', '共三公里。']),
  article('乙村种树', ['春天种树。', '秋天结果。']),
];

test('a right reading is right in everything', () => {
  const comparison = compareDocument(text, truth, { articles: right, rows: [] });
  expect(comparison.headlines.map((one) => one.right)).toEqual([true, true]);
  expect(comparison.boundaryF1).toBe(1);
  expect(comparison.bodies).toEqual([1, 1]);
});

test('a headline counts with its kicker or the line under it, and with no other words', () => {
  const [first] = truth.articles;
  const withLines = { ...first!, kicker: '民生实事', sub: '全长三公里' };
  const right = (headline: string, kicker: string | null = null): boolean =>
    compareDocument(
      text,
      { articles: [withLines], rows: [] },
      { articles: [{ ...article(headline, ['今年修路，明年通车。']), kicker }], rows: [] },
    ).headlines[0]!.right;
  expect(
    ['甲村修路工程', '民生实事甲村修路工程', '甲村修路工程全长三公里'].map((words) => right(words)),
  ).toEqual([true, true, true]);
  expect(right('甲村修路工程', '民生实事')).toBe(true);
  expect(['民生实事', '全长三公里', '乙村种树'].map((words) => right(words))).toEqual([false, false, false]);
});

test('a body that holds half of the words of another is told by its letters', () => {
  const wide = [article('甲村修路工程', ['今年修路，明年通车。', '共三公里。', '春天种树。']), right[1]!];
  const [first, second] = compareDocument(text, truth, { articles: wide, rows: [] }).bodies;
  expect(first).toBeCloseTo((2 * 12) / (12 + 16), 12);
  expect(second).toBeLessThan(0.5);
});

test('exchanged headlines are wrong, the boundaries stay right', () => {
  const exchanged = right.map((one, index) => ({ ...one, headline: right[1 - index]!.headline }));
  const comparison = compareDocument(text, truth, { articles: exchanged, rows: [] });
  expect(comparison.headlines).toEqual([
    { name: '甲村修路工程', right: false, found: '乙村种树' },
    { name: '乙村种树', right: false, found: '甲村修路 工程' },
  ]);
  expect(comparison.boundaryF1).toBe(1);
});

test('two articles read as one lose the boundaries between them', () => {
  const joined = [
    article('甲村修路工程', ['今年修路，明年通车。', '共三公里。', '春天种树。', '秋天结果。']),
  ];
  const comparison = compareDocument(text, truth, { articles: joined, rows: [] });
  // 2 boundaries found, both right, of 4: F1 = 2·2/(2+4).
  expect(comparison.boundaryF1).toBeCloseTo(2 / 3, 12);
  expect(comparison.headlines.map((one) => one.right)).toEqual([true, false]);
});

test('the end of one article and the start of the next are two boundaries, even with nothing between', () => {
  const close = '今年修路。春天种树。';
  const parts = [
    trueArticle(close, '甲村修路工程', '今年修路', '今年修路'),
    trueArticle(close, '乙村种树', '春天种树', '春天种树'),
  ];
  const whole = {
    headline: null,
    kicker: null,
    start: 0,
    end: 10,
    sentences: [{ start: 0, end: 10, section: null }],
  };
  const comparison = compareDocument(close, { articles: parts, rows: [] }, { articles: [whole], rows: [] });
  expect(comparison.boundaryF1).toBeCloseTo(2 / 3, 12);
});

test('a section counts by its heading at the first words under it', () => {
  const sections = [{ heading: '修路篇', start: text.indexOf('今年修路') }];
  const withSections = { ...truth, articles: [{ ...truth.articles[0]!, sections }, truth.articles[1]!] };
  const check = (section: string | null) =>
    compareDocument(text, withSections, {
      articles: [article('甲村修路工程', ['今年修路，明年通车。'], section)],
      rows: [],
    }).sections.map((one) => one.right);
  expect(check('修路 篇')).toEqual([true]);
  expect(check(null)).toEqual([false]);
});

describe('a table row', () => {
  const table = '1\t修路\t今年修路。明年通车。\n\t\t另修桥一座。';
  const place = (words: string) => ({
    start: table.indexOf(words),
    end: table.indexOf(words) + words.length,
  });
  const row: ReadRow = {
    number: 1,
    name: '修路',
    cells: [place('今年修路。明年通车。'), place('另修桥一座。')],
  };
  const rows = [
    {
      number: 1,
      name: '修路',
      cells: [
        { first: '今年修路', last: '明年通车' },
        { first: '另修桥一座', last: '修桥一座' },
      ],
    },
  ];
  const isRight = (read: readonly ReadRow[]) =>
    compareDocument(table, { articles: [], rows }, { articles: [], rows: read }).rows[0]!.right;

  test('is right with its name and all its cells', () => {
    expect(isRight([row])).toBe(true);
  });

  test.each<[string, readonly ReadRow[]]>([
    ['is missing', []],
    ['has another name', [{ ...row, name: '修桥' }]],
    ['lost a cell', [{ ...row, cells: row.cells.slice(0, 1) }]],
    ['has a cell that ends early', [{ ...row, cells: [place('今年修路。'), row.cells[1]!] }]],
    ['has its cells exchanged', [{ ...row, cells: [...row.cells].reverse() }]],
  ])('is wrong when it %s', (_, read) => {
    expect(isRight(read)).toBe(false);
  });
});

test('words are found over line breaks, first or last', () => {
  const places = createPlaces('修\n路。修路');
  expect(places.first('修路')).toEqual({ start: 0, end: 3 });
  expect(places.last('修路')).toEqual({ start: 4, end: 6 });
  expect(places.first('修桥')).toBeUndefined();
  expect([places.lettersBefore(1), places.lettersBefore(2), places.lettersBefore(6)]).toEqual([1, 1, 4]);
});

test('the words of the truth stand in the documents, eight or more at every end, articles apart from each other', () => {
  const seeds = join(import.meta.dirname, '../../seeds');
  for (const name of readdirSync(seeds).filter((file) => file.endsWith('.txt'))) {
    const document = readFileSync(join(seeds, name), 'utf8').replace(/^\ufeff/, '');
    const places = createPlaces(document);
    const articles = readArticleTruth(import.meta.dirname, name);
    expect(articles.length).toBeGreaterThan(0);
    const bodies = articles.map((one) => bodyOf(places, one)).sort((one, other) => one.start - other.start);
    for (const [index, body] of bodies.entries()) {
      expect(body.end).toBeGreaterThan(body.start);
      expect(body.start).toBeGreaterThanOrEqual(bodies[index - 1]?.end ?? 0);
    }
    const ends = [...articles, ...readRowTruth(import.meta.dirname, name).flatMap(({ cells }) => cells)];
    for (const { first, last } of ends) {
      expect(first.length).toBeGreaterThanOrEqual(8);
      expect(last.length).toBeGreaterThanOrEqual(8);
      expect(places.first(first)).toBeDefined();
      expect(places.last(last)).toBeDefined();
    }
    for (const { heading, first } of articles.flatMap(({ sections }) => sections)) {
      expect(places.first(heading), heading).toBeDefined();
      expect(places.first(first), first).toBeDefined();
    }
  }
});
