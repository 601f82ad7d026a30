import { expect, test } from 'vitest';
import { exactMatch, overlapF1 } from './cmrc-score.ts';

test.each([
  ['the same', ['2004年'], '2004年', 1],
  ['marks and case aside', ['《Titanic》，'], ' titanic', 1],
  ['one of several', ['北京', '北京市'], '北京市', 1],
  ['one character more', ['北京'], '北京市', 0],
  ['an ASCII comma is no mark of theirs', ['1,000'], '1000', 0],
  ['nothing', ['北京'], '', 0],
])('EM of %s', (_, answers, prediction, expected) => {
  expect(exactMatch(answers, prediction)).toBe(expected);
});

test.each([
  ['the same', ['2004年'], '2004年', 1],
  // Three common characters of three said and four wanted.
  ['a part', ['老年食堂'], '老年食', (2 * 1 * (3 / 4)) / (1 + 3 / 4)],
  // Only the longest run counts: 甲乙 of 甲乙丁丙.
  ['torn characters', ['甲乙丙'], '甲乙丁丙', (2 * (2 / 4) * (2 / 3)) / (2 / 4 + 2 / 3)],
  ['a number is one word', ['2004年'], '2005年', 0.5],
  ['the best of several answers', ['甲乙', '丙丁'], '丙丁', 1],
  ['nothing in common', ['甲'], '乙', 0],
  ['nothing', ['甲'], '', 0],
])('F1 of %s', (_, answers, prediction, expected) => {
  expect(overlapF1(answers, prediction)).toBeCloseTo(expected, 9);
});
