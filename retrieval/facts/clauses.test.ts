import { expect, test } from 'vitest';
import { clausesOf } from './clauses.ts';

test.each([
  ['一事，二事；三事。', ['一事', '二事', '三事']],
  ['推行“早，晚”两班，很好', ['推行“早，晚”两班', '很好']],
  ['共1,200亩，已完成', ['共1,200亩', '已完成']],
  ['“这里断开，没有说完', ['“这里断开', '没有说完']],
  ['', []],
])('%s', (text, clauses) => {
  expect(clausesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(clauses);
});
