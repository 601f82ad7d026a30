import { array, assert, constantFrom, integer, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DocumentDescription } from '../documents/document.ts';
import type { IndexedSentence, Passage } from './passage.ts';
import { cutPassages, LONGEST_PASSAGE } from './passages.ts';

const PAGE: DocumentDescription = {
  title: '柳溪镇报',
  publisher: null,
  town: '柳溪镇',
  period: '2031年',
  date: null,
  inferred: [],
};

type Part = Partial<IndexedSentence> & { readonly text: string };

/** Sentences one after the other as on a page, each with what it inherits. */
function onPage(parts: readonly Part[]): IndexedSentence[] {
  let at = 0;
  return parts.map((part, id) => {
    const start = at;
    at += part.text.length;
    return {
      kind: 'sentence',
      section: null,
      row: null,
      sectionYear: null,
      cut: false,
      id,
      document: '柳溪.txt',
      article: 0,
      headline: '青石村办起食堂',
      town: '柳溪镇',
      year: 2031,
      modality: 'plain',
      start,
      end: at,
      ...part,
    };
  });
}

const cut = (parts: readonly Part[], description = PAGE): Passage[] =>
  cutPassages('柳溪.txt', description, onPage(parts));
const texts = (parts: readonly Part[]): string[] => cut(parts).map((passage) => passage.text);
const long = (character: string, length: number): string => `${character.repeat(length - 1)}。`;

describe('neighbouring sentences make a passage', () => {
  const row = { number: 1, name: '道路', column: '任务' };
  test.each<[string, Part[], string[]]>([
    ['as long as it stays comfortable', [{ text: '甲。' }, { text: '乙。' }], ['甲。乙。']],
    [
      'and not beyond',
      [{ text: long('甲', 200) }, { text: long('乙', 100) }],
      [long('甲', 200), long('乙', 100)],
    ],
    [
      'unless a heading would be left alone',
      [
        { kind: 'heading', text: '怎么送餐', section: '送餐' },
        { text: long('乙', 300), section: '送餐' },
      ],
      [`怎么送餐${long('乙', 300)}`],
    ],
    [
      'but a heading is left alone before a sentence that fills a passage',
      [
        { kind: 'heading', text: '怎么送餐', section: '送餐' },
        { text: long('乙', 398), section: '送餐' },
      ],
      ['怎么送餐', long('乙', 398)],
    ],
    [
      'never over a section',
      [
        { text: '甲。', section: '一' },
        { text: '乙。', section: '二' },
      ],
      ['甲。', '乙。'],
    ],
    ['never over an article', [{ text: '甲。' }, { text: '乙。', article: 1 }], ['甲。', '乙。']],
    [
      'never over a row of a table',
      [
        { text: '甲。', row },
        { text: '乙。', row: { ...row, number: 2 } },
      ],
      ['甲。', '乙。'],
    ],
    [
      'never over a headline',
      [{ kind: 'headline', text: '青石村办起食堂' }, { text: '甲。' }],
      ['青石村办起食堂', '甲。'],
    ],
    [
      'never backwards in the file',
      [
        { text: '甲。', start: 50, end: 52 },
        { text: '乙。', start: 2, end: 4 },
      ],
      ['甲。', '乙。'],
    ],
  ])('%s', (_title, parts, expected) => {
    expect(texts(parts)).toEqual(expected);
  });

  test('and none of no sentences', () => {
    expect(texts([])).toEqual([]);
  });
});

test('the context says where a passage stands, each part once, and is no part of its text', () => {
  const row = { number: 3, name: '消防站', column: '任务' };
  const [passage] = cut([{ text: '建成消防站。', section: '平安柳溪', row }]);
  expect(passage).toMatchObject({
    text: '建成消防站。',
    context: '柳溪镇报 › 青石村办起食堂 › 平安柳溪 › 3 消防站 · 柳溪镇 · 2031年',
  });
  const bare = cut([{ text: '建成消防站。', headline: null, town: null }], { ...PAGE, period: null });
  expect(bare[0]!.context).toBe('柳溪镇报');
  expect(cut([{ text: '甲。', headline: '柳溪镇报' }])[0]!.context).toBe('柳溪镇报 · 柳溪镇 · 2031年');
});

test('a passage holds under every year of its sentences', () => {
  expect(
    cut([
      { text: '甲。', year: 2030 },
      { text: '乙。', year: null },
      { text: '丙。', year: 2031 },
    ])[0]!.years,
  ).toEqual([2030, 2031]);
});

test('a sentence that is longer in the file than a passage may be is cut at the limit', () => {
  expect(cut([{ text: '甲。', start: 10, end: 900 }])[0]).toMatchObject({ start: 10, end: 410 });
});

describe('ids', () => {
  const parts: Part[] = [
    { text: '甲。', section: '一' },
    { text: '乙。', section: '二' },
    { text: '丙。', section: '三' },
  ];
  const idsOf = (some: readonly Part[], document = '柳溪.txt'): string[] =>
    cutPassages(document, PAGE, onPage(some)).map((passage) => passage.id);

  test('stay when another part of the document changes, goes or moves', () => {
    const [, second, third] = idsOf(parts);
    expect(idsOf([{ text: '全新的第一段，长得多。', section: '一' }, ...parts.slice(1)]).slice(1)).toEqual([
      second,
      third,
    ]);
    expect(idsOf(parts.slice(1))).toEqual([second, third]);
  });

  test('of the same words in one document differ, and do so in every run alike', () => {
    const repeated: Part[] = [
      { text: '甲。', section: '一' },
      { text: '甲。', section: '二' },
      { text: '甲。', section: '三' },
    ];
    expect(new Set(idsOf(repeated)).size).toBe(3);
    expect(idsOf(repeated)).toEqual(idsOf(repeated));
  });

  test('of the same words in two documents differ', () => {
    expect(idsOf(parts)[0]).not.toBe(idsOf(parts, '霞浦.txt')[0]);
  });
});

describe('the digest of a passage', () => {
  const digest = (part: Part, description = PAGE): string => cut([part], description)[0]!.digest;
  const before = digest({ text: '甲。' });

  test.each<[string, string]>([
    ['its text', digest({ text: '乙。' })],
    ['its headline', digest({ text: '甲。', headline: '霞浦村办起食堂' })],
    ['its section', digest({ text: '甲。', section: '二' })],
    ['its town', digest({ text: '甲。', town: '霞浦镇' })],
    ['its period', digest({ text: '甲。' }, { ...PAGE, period: '2032年' })],
    ['its document’s title', digest({ text: '甲。' }, { ...PAGE, title: '霞浦镇报' })],
  ])('changes with %s, since all of it is indexed', (_title, changed) => {
    expect(changed).not.toBe(before);
  });
});

test('however a page is made, passages hold every sentence once, in order, within 400 characters and one section', () => {
  const part = record({
    text: integer({ min: 1, max: 450 }).map((length) => long('柳', length)),
    section: constantFrom('一', '二', null),
    article: constantFrom(0, 1),
    kind: constantFrom<IndexedSentence['kind'][]>('sentence', 'heading', 'headline', 'cell'),
  });
  assert(
    property(array(part, { maxLength: 20 }), (parts) => {
      const sentences = onPage(parts);
      const passages = cutPassages('柳溪.txt', PAGE, sentences);
      expect(passages.flatMap((passage) => passage.sentences)).toEqual(sentences.map(({ id }) => id));
      expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length);
      for (const { start, end, sentences: members } of passages) {
        expect(end - start).toBeLessThanOrEqual(LONGEST_PASSAGE);
        expect(
          new Set(members.map((member) => `${sentences[member]!.article} ${sentences[member]!.section}`))
            .size,
        ).toBe(1);
      }
    }),
  );
});
