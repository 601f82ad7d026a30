import { expect, test } from 'vitest';
import { answeredRefusedCurve } from './answered-refused-curve.ts';
import { auroc } from './auroc.ts';
import { refusalScores } from './refusal-scores.ts';

const positive = (score: number) => ({ score, positive: true });
const negative = (score: number) => ({ score, positive: false });

test('the area under the ROC curve by hand', () => {
  // Pairs (0.9, 0.7, 0.4) against (0.8, 0.4): 2 + 1 + 0.5 of 6.
  expect(auroc([positive(0.9), positive(0.7), positive(0.4), negative(0.8), negative(0.4)])).toBeCloseTo(
    3.5 / 6,
    12,
  );
  expect(auroc([positive(2), positive(3), negative(1)])).toBe(1);
  expect(auroc([positive(1), negative(2)])).toBe(0);
});

test('without cases of both kinds nothing is told apart', () => {
  expect(auroc([positive(1), positive(2)])).toBe(0.5);
  expect(auroc([])).toBe(0.5);
});

test('precision and recall of refusing by hand', () => {
  const cases = [
    { answerable: false, refused: true },
    { answerable: false, refused: true },
    { answerable: false, refused: false },
    { answerable: true, refused: true },
    { answerable: true, refused: false },
  ];
  expect(refusalScores(cases)).toEqual({ precision: 2 / 3, recall: 2 / 3 });
});

test('an answer to an unanswerable question lowers the recall of refusing', () => {
  expect(refusalScores([{ answerable: false, refused: true }]).recall).toBe(1);
  expect(refusalScores([{ answerable: false, refused: false }])).toEqual({ precision: 1, recall: 0 });
});

test('the curve goes from what is answered now to everything refused', () => {
  const one = { refused: false, passed: false, misleading: false };
  const curve = answeredRefusedCurve([
    { ...one, answerable: true, passed: true, confidence: 0.9 },
    { ...one, answerable: true, misleading: true, confidence: 0.5 },
    { ...one, answerable: false, misleading: true, confidence: 0.5 },
    { ...one, answerable: false, refused: true, confidence: 0.2 },
  ]);
  expect(curve.map(({ threshold }) => threshold)).toEqual([0, 0.2, 0.5, 0.9, Number.POSITIVE_INFINITY]);
  expect(curve[0]).toEqual({ threshold: 0, answered: 1, right: 0.5, refused: 0.5, misleading: 0.5 });
  expect(curve[3]).toEqual({ threshold: 0.9, answered: 0.5, right: 0.5, refused: 1, misleading: 0 });
  expect(curve.at(-1)).toMatchObject({ answered: 0, right: 0, refused: 1, misleading: 0 });
});
