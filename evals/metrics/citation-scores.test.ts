import { expect, test } from 'vitest';
import { citationScores } from './citation-scores.ts';
import { statementsOf } from './statements.ts';

test('marks vouch for what stands since the marks before; what only asks back states nothing', () => {
  expect(statementsOf('甲有三项[1]；乙有四项，丙有五项[2][3]。您问的是哪一个？')).toEqual([
    { text: '甲有三项', marks: [1] },
    { text: '乙有四项，丙有五项', marks: [2, 3] },
  ]);
  expect(statementsOf('甲[1]。还有乙。')).toEqual([
    { text: '甲', marks: [1] },
    { text: '还有乙', marks: [] },
  ]);
});

test('frames and denials are no statements', () => {
  expect(statementsOf('不止一种说法：甲有三项[1]。文件里没有乙的内容。', ['不止一种说法：'])).toEqual([
    { text: '甲有三项', marks: [1] },
  ]);
});

const police = { mark: 1, quote: '目前共有下沉执法队员22名', town: '义桥镇', period: '2023年' };
const helpers = { mark: 2, quote: '镇级配备辅助力量134人', town: '义桥镇', period: '2023年' };
const weather = { mark: 3, quote: '小学新建5人制足球场', town: '义桥镇', period: '2023年' };

test('a quoted statement is recalled and its citation precise', () => {
  const scores = citationScores('义桥镇2023年：目前共有下沉执法队员22名[1]。', [police]);
  expect(scores).toEqual({ recall: [true], precision: [true] });
});

test('a citation that adds nothing is imprecise; two that are needed are both precise', () => {
  expect(citationScores('目前共有下沉执法队员22名[1][3]。', [police, weather])).toEqual({
    recall: [true],
    precision: [true, false],
  });
  expect(
    citationScores('目前共有下沉执法队员22名，镇级配备辅助力量134人[1][2]。', [police, helpers]),
  ).toEqual({ recall: [true], precision: [true, true] });
});

test.each([
  ['without a mark', '目前共有下沉执法队员22名。', [false], []],
  ['with a mark that leads nowhere', '目前共有下沉执法队员22名[9]。', [false], [false]],
  ['with the mark of something else', '目前共有下沉执法队员22名[3]。', [false], [false]],
  ['with another figure in the same words', '目前共有下沉执法队员32名[1]。', [false], [false]],
])('a statement %s is not recalled', (_, answer, recall, precision) => {
  expect(
    citationScores(
      answer,
      [police, { ...weather, period: null }].map((one) => ({ ...one, period: null })),
    ),
  ).toEqual({
    recall,
    precision,
  });
});
