import type { Desk } from './desk.ts';
import type { CheckedText } from './fact-check.ts';
import type { RegisterRow } from './register.ts';
import type { SideBySide } from './side-by-side.ts';

/** A row for tests of channels; any part of it can be replaced. */
export function sampleRow(replaced: Partial<RegisterRow> = {}): RegisterRow {
  return {
    town: '示例镇',
    year: 2023,
    measure: '老年食堂',
    kind: 'target',
    figure: '12家以上',
    value: 12,
    unit: '家',
    bound: 'at_least',
    change: null,
    period: null,
    deadline: '2023年底前',
    by: '2023-12-31',
    section: null,
    places: [],
    persons: [],
    quote: '年内建成12家以上',
    document: 'page.txt',
    title: '食堂开进村里',
    start: 10,
    end: 20,
    line: 2,
    ...replaced,
  };
}

/** A text with one figure of each verdict, as a check of it would come out. */
export function sampleCheck(text: string, row: RegisterRow = sampleRow()): CheckedText {
  const figure = { figure: '12家', start: 0, end: 3, measure: '老年食堂', town: '示例镇', year: 2023 };
  return {
    sentences: [
      {
        text,
        start: 0,
        end: text.length,
        verdict: 'contradicted',
        figures: [
          { ...figure, verdict: 'supported', departures: [], remarks: ['is_target'], evidence: [row] },
          {
            ...figure,
            verdict: 'contradicted',
            departures: ['bound', 'other_town'],
            remarks: [],
            evidence: [row],
          },
          { ...figure, verdict: 'not_found', departures: [], remarks: [], evidence: [] },
        ],
      },
      { text: '没有数字。', start: 0, end: 0, verdict: 'no_figures', figures: [] },
    ],
    counts: { supported: 1, contradicted: 1, not_found: 1 },
    cut: false,
  };
}

/** The first row beside a result of the year before, the others without a counterpart. */
export function sampleSideBySide(rows: readonly RegisterRow[]): SideBySide {
  const [left = sampleRow(), ...leftOnly] = rows;
  const right: RegisterRow = { ...left, year: 2022, kind: 'result', figure: '8家', value: 8, bound: 'exact' };
  return {
    pairs: [{ left, right, differences: ['measure', 'kind'], likeness: 0.8 }],
    leftOnly,
    rightOnly: [],
    cut: false,
  };
}

/** For tests of channels: a desk with these rows, that checks every text alike. */
export function fakeDesk(rows: readonly RegisterRow[] = [sampleRow()], replaced: Partial<Desk> = {}): Desk {
  return {
    targets: ({ town, kind } = {}) =>
      rows.filter(
        (row) => (town === undefined || row.town === town) && (kind === undefined || row.kind === kind),
      ),
    choices: () => ({ towns: ['示例镇'], years: [2022, 2023] }),
    sideBySide: () => sampleSideBySide(rows),
    check: async (text) => sampleCheck(text, rows[0]),
    ...replaced,
  };
}
