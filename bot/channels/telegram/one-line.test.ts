import { expect, test } from 'vitest';
import { onOneLine } from './one-line.ts';

test.each([
  ['是精\n神道义；', '是精神道义；'],
  ['“义江红”\n  以来', '“义江红”以来'],
  ['第1\n名', '第1 名'],
  ['AI\tplus\r\nlab', 'AI plus lab'],
  ['  前后  ', '前后'],
])('%j reads %j', (printed, read) => {
  expect(onOneLine(printed)).toBe(read);
});
