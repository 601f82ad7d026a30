import { describe, expect, it, test } from 'vitest';
import { createThesaurus } from '../../retrieval/text/thesaurus.ts';
import { sampleRow } from './fake-desk.ts';
import { createComparison } from './fit.ts';
import type { RegisterRow } from './register.ts';
import { areApart, MOST_ROWS, type Side, sideBySide } from './side-by-side.ts';

const LEFT: Side = { town: '甲镇', year: 2022 };
const RIGHT: Side = { town: '乙镇', year: 2023 };

const thesaurus = createThesaurus([]);
const compare = createComparison({ idf: () => 1, thesaurus, isStopWord: () => false });

/** A row of one of the sides whose quote says nothing more than its measure. */
function row(side: Side, measure: string, replaced: Partial<RegisterRow> = {}): RegisterRow {
  return sampleRow({ ...side, measure, quote: measure, title: '', ...replaced });
}

function beside(rows: readonly RegisterRow[], measure?: string) {
  return sideBySide({ rows, thesaurus, compare }, [LEFT, RIGHT], measure);
}

function told(rows: readonly RegisterRow[], measure?: string): readonly string[] {
  return beside(rows, measure).pairs.map(({ left, right }) => `${left.measure}/${right.measure}`);
}

describe('sides', () => {
  it('are paired by what their rows measure', () => {
    const [canteens, parking] = [row(LEFT, '老年食堂'), row(LEFT, '新增停车位')];
    const others = [row(RIGHT, '新增停车位', { figure: '600个' }), row(RIGHT, '违法建筑')];
    const { pairs, cut } = beside([canteens, parking, ...others]);
    expect(pairs).toEqual([{ left: parking, right: others[0], differences: [], likeness: 1 }]);
    expect(cut).toBe(false);
  });

  it('put the pair that is most alike first, and use no row twice', () => {
    const rows = [
      row(LEFT, '公共停车位'),
      row(LEFT, '老年食堂'),
      row(RIGHT, '公共停车位建设'),
      row(RIGHT, '老年食堂', { kind: 'result', period: 5 }),
      row(RIGHT, '老年食堂', { kind: 'result', period: 5 }),
    ];
    expect(told(rows)).toEqual(['老年食堂/老年食堂', '公共停车位/公共停车位建设']);
  });

  it('leave rows of other towns and years out', () => {
    const elsewhere = [
      row({ ...RIGHT, year: 2021 }, '老年食堂'),
      row({ ...RIGHT, town: '丙镇' }, '老年食堂'),
    ];
    expect(told([row(LEFT, '老年食堂'), ...elsewhere])).toEqual([]);
  });

  it('can be two years of one town', () => {
    const rows = [row(LEFT, '老年食堂'), row({ ...LEFT, year: 2023 }, '老年食堂')];
    const { pairs } = sideBySide({ rows, thesaurus, compare }, [LEFT, { ...LEFT, year: 2023 }]);
    expect(pairs.map(({ left, right }) => [left.year, right.year])).toEqual([[2022, 2023]]);
  });

  it('prefer the counterpart that can be held against a row', () => {
    const result = row(RIGHT, '老年食堂', { kind: 'result' });
    const target = row(RIGHT, '老年食堂');
    expect(beside([row(LEFT, '老年食堂'), result, target]).pairs[0]?.right).toBe(target);
  });

  it.each([
    ['a target beside a result', {}, { kind: 'result' }, ['kind']],
    ['another unit', {}, { unit: '元', figure: '12元' }, ['unit']],
    ['a unit that counts alike', {}, { unit: '个', figure: '12个' }, []],
    ['a growth beside an amount', { unit: '%' }, { unit: '%', change: 'growth' }, ['change']],
    ['five years beside one', {}, { period: 5 }, ['period']],
    ['a work without a figure', {}, { figure: null, value: null, unit: null, bound: null }, []],
  ] as const)('say what stands between the rows: %s', (_, left, right, differences) => {
    const rows = [row(LEFT, '老年食堂', left), row(RIGHT, '老年食堂', right)];
    expect(beside(rows).pairs.map((pair) => pair.differences)).toEqual([differences]);
  });

  it('say so when the words are near only, and then keep figures of two sorts apart', () => {
    const [left, right] = [row(LEFT, '公共停车位'), row(RIGHT, '公共停车位建设')];
    expect(beside([left, right]).pairs[0]?.differences).toEqual(['measure']);
    expect(beside([left, { ...right, unit: '%', figure: '12%' }]).pairs).toEqual([]);
  });

  it('tell what only one has when words of the measure were given, and nothing of other measures', () => {
    const rows = [
      row(LEFT, '老年食堂'),
      row(LEFT, '新增停车位'),
      row(RIGHT, '学校食堂改造面积'),
      row(RIGHT, '绿道'),
    ];
    expect(beside(rows, '食堂')).toEqual({
      pairs: [],
      leftOnly: [rows[0]],
      rightOnly: [rows[2]],
      cut: false,
    });
    expect(beside(rows)).toMatchObject({ leftOnly: [], rightOnly: [] });
  });

  it('do not tell a row alone that stands in a pair', () => {
    const rows = [row(LEFT, '老年食堂'), row(RIGHT, '老年食堂')];
    expect(beside(rows, '食堂')).toMatchObject({ pairs: [{}], leftOnly: [], rightOnly: [] });
  });

  it('are cut where comparing all would take too long, and that is said', () => {
    const many = Array.from({ length: MOST_ROWS + 1 }, () => row(LEFT, '老年食堂'));
    expect(beside(many).cut).toBe(true);
    expect(beside(many.slice(1)).cut).toBe(false);
  });
});

test.each([
  [{ town: '甲镇' }, { town: '乙镇' }, true],
  [{ town: '甲镇', year: 2022 }, { town: '甲镇', year: 2023 }, true],
  [{ year: 2022 }, { year: 2023 }, true],
  [{ town: '甲镇' }, { town: '甲' }, false],
  [{ town: '甲镇' }, { year: 2023 }, false],
  [{ town: '甲镇', year: 2022 }, { town: '甲镇' }, false],
  [{}, {}, false],
])('%j and %j are apart: %s', (one, other, apart) => {
  expect(areApart(one, other)).toBe(apart);
  expect(areApart(other, one)).toBe(apart);
});
