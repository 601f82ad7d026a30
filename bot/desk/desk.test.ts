import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import type { Desk } from './desk.ts';
import { LONGEST_TEXT } from './fact-check.ts';
import type { Departure } from './judge.ts';
import { isVerbatimRow } from './register.ts';
import { openSeedsDesk } from './test-desk.ts';

interface Listed {
  readonly text: string;
  readonly verdict: string;
  readonly departure?: Departure;
}

const listed = parse(readFileSync(new URL('./check-sentences.yaml', import.meta.url), 'utf8')) as Listed[];
const borneOut = listed.filter(({ verdict }) => verdict === 'supported').map(({ text }) => text);
const altered = listed.filter(({ verdict }) => verdict !== 'supported');

let desk: Desk;
let index: CorpusIndex;

beforeAll(async () => {
  ({ desk, index } = await openSeedsDesk());
});

describe('the register of the documents', () => {
  it('has rows for every town and kind, each verbatim at its place', () => {
    const rows = desk.targets();
    expect(rows.length).toBeGreaterThan(200);
    expect(rows.filter((row) => !isVerbatimRow(index, row))).toEqual([]);
    expect(rows.filter(({ quote }) => quote.length > 200)).toEqual([]);
    expect(new Set(rows.map(({ kind, town }) => `${town} ${kind}`)).size).toBe(6);
  });

  it('says a row that is altered is not verbatim', () => {
    const row = desk.targets().find(({ figure }) => figure === '600个以上')!;
    expect(isVerbatimRow(index, row)).toBe(true);
    expect(isVerbatimRow(index, { ...row, quote: row.quote.replace('600', '700') })).toBe(false);
  });

  it('tells what is printed in several rows of a table once', () => {
    const once = desk.targets().filter(({ quote }) => quote === '谋划实施展馆二期项目建设');
    expect(once).toHaveLength(1);
  });

  it.each([
    [
      'town and kind',
      { town: '瓜沥镇', kind: 'target' },
      ({ town, kind }: Row) => town === '瓜沥镇' && kind === 'target',
    ],
    ['a town without its last character', { town: '瓜沥' }, ({ town }: Row) => town === '瓜沥镇'],
    ['year', { year: 2022 }, ({ year }: Row) => year === 2022],
    ['the words of the measure', { measure: '停车位' }, ({ quote }: Row) => quote.includes('停车')],
    ['everyday words', { measure: '违建' }, ({ quote }: Row) => quote.includes('违法建筑')],
    ['a deadline', { before: '2023-08-31' }, ({ by }: Row) => by !== null && by <= '2023-08-31'],
  ] as const)('is filtered by %s', (_, filter, fits) => {
    const rows = desk.targets(filter);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.length).toBeLessThan(desk.targets().length);
    expect(rows.filter((row) => !fits(row))).toEqual([]);
  });

  it('is sorted by deadline, rows without one last', () => {
    const days = desk.targets({ order: 'deadline' }).map(({ by }) => by ?? '9');
    expect(days).toEqual([...days].sort());
    expect(days[0]).not.toBe('9');
  });
});

describe('two sides of the documents', () => {
  it('are paired as printed, each row once', () => {
    const sides = [
      { town: '义桥镇', year: 2023 },
      { town: '瓜沥镇', year: 2021 },
    ] as const;
    const { pairs } = desk.sideBySide(sides);
    const rows = pairs.flatMap(({ left, right }) => [left, right]);
    expect(rows.filter((row) => !isVerbatimRow(index, row))).toEqual([]);
    expect(new Set(rows).size).toBe(rows.length);
    const sameWords = pairs.filter(({ differences }) => !differences.includes('measure'));
    expect(sameWords.length).toBeGreaterThan(2);
    expect(sameWords.filter(({ left, right }) => left.measure !== right.measure)).toEqual([]);
    expect(pairs.map(({ left, right }) => `${left.measure} ${right.figure}`)).toContain(
      '申报和培育国家高新技术企业 78家',
    );
  });

  it('can be two years of a town, by everyday words', () => {
    const years = [
      { town: '瓜沥', year: 2021 },
      { town: '瓜沥', year: 2022 },
    ] as const;
    const { pairs, leftOnly, rightOnly } = desk.sideBySide(years, '停车');
    expect(pairs.map(({ left, right }) => [left.figure, right.figure])).toEqual([['800余个', '600个以上']]);
    expect(pairs[0]?.differences).toEqual(['kind']);
    expect([leftOnly, rightOnly].flat().map(({ quote }) => quote)).toContain('新建机动车停车位6个');
  });
});

type Row = ReturnType<Desk['targets']>[number];

describe('the fact-check', () => {
  it('judges the hand-made list: all that is altered, and all but one that is borne out', async () => {
    const wrong: string[] = [];
    for (const { text, verdict, departure } of listed) {
      const { sentences } = await desk.check(text);
      const told = sentences.flatMap(({ figures }) => figures.flatMap(({ departures }) => departures));
      const right = sentences.length === 1 && sentences[0]?.verdict === verdict;
      if (!right || (departure !== undefined && !told.includes(departure))) wrong.push(text);
    }
    expect([borneOut.length, altered.length]).toEqual([20, 20]);
    // A word that the documents do not have (新冠疫苗) is not made up for.
    expect(wrong).toEqual(['瓜沥镇2021年21.9万人完成了新冠疫苗全程接种。']);
  }, 60_000);

  it('never bears out a sentence in which any figure was altered', async () => {
    const figures = (text: string) => [...text.matchAll(/(?<![\dA-Z第])\d+(?:\.\d+)?(?![\d月]|年)/g)];
    const cases = borneOut.filter((text) => /镇|义桥/.test(text)).filter((text) => figures(text).length > 0);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...cases),
        fc.nat(),
        fc.integer({ min: 1, max: 9_999 }),
        async (text, at, value) => {
          const { 0: printed, index: place } = figures(text)[at % figures(text).length]!;
          fc.pre(Number(printed) !== value);
          const changed = text.slice(0, place) + String(value) + text.slice(place + printed.length);
          const { sentences } = await desk.check(changed);
          expect(sentences.map(({ verdict }) => verdict)).not.toContain('supported');
        },
      ),
      { numRuns: 60 },
    );
  }, 120_000);

  test('town and year hold on from sentence to sentence', async () => {
    const { sentences } = await desk.check('2021年，瓜沥镇经济稳步发展。完成固定资产投资25.2亿元。');
    expect(sentences.map(({ verdict }) => verdict)).toEqual(['no_figures', 'supported']);
    expect(sentences[1]?.figures[0]).toMatchObject({ town: '瓜沥镇', year: 2021, remarks: [] });
    const other = await desk.check('2021年，义桥镇经济稳步发展。完成固定资产投资25.2亿元。');
    expect(other.sentences[1]?.figures[0]).toMatchObject({
      verdict: 'contradicted',
      departures: ['other_town'],
    });
  });

  test('what the person says of the text counts where the text says nothing', async () => {
    const about = { town: '义桥镇', year: 2023 };
    const { sentences } = await desk.check('完成固定资产投资25.2亿元。', about);
    expect(sentences[0]?.figures[0]?.departures).toEqual(['other_town', 'other_year']);
  });

  test('this year is the calendar’s', async () => {
    const { sentences } = await desk.check('今年，瓜沥镇完成固定资产投资25.2亿元。');
    expect(sentences[0]?.figures[0]).toMatchObject({ year: 2026, departures: ['other_year'] });
  });

  test('what holds is told whose it is where that was not named', async () => {
    const { sentences } = await desk.check('计划新增停车位600个以上。');
    expect(sentences[0]?.figures[0]).toMatchObject({
      verdict: 'supported',
      remarks: ['town_unnamed', 'year_unnamed'],
      evidence: [{ town: '瓜沥镇', year: 2022, quote: '新增停车位600个以上' }],
    });
  });

  test('places in the text given are kept, over line breaks', async () => {
    const text = '瓜沥镇2021年完成固定资\n产投资25.2亿元。\n\n　　义桥镇很美。';
    const { sentences } = await desk.check(text);
    const figure = sentences[0]!.figures[0]!;
    expect(text.slice(figure.start, figure.end)).toBe('25.2亿元');
    expect(sentences.map(({ verdict }) => verdict)).toEqual(['supported', 'no_figures']);
  });

  test('a text that is too long is cut, and that is said', async () => {
    const { cut, sentences } = await desk.check(`${'好'.repeat(LONGEST_TEXT)}。义桥镇投资3亿元。`);
    expect([cut, sentences.flatMap(({ figures }) => figures)]).toEqual([true, []]);
  });

  test.each([
    '',
    '   \n',
    '。。。',
    '“',
    '\u0000\ud800',
    '9'.repeat(400),
    '亿元'.repeat(300),
  ])('%j breaks nothing', async (text) => {
    expect((await desk.check(text)).counts.supported).toBe(0);
  });
});
