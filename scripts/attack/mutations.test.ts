import { expect, test } from 'vitest';
import { MUTATIONS } from './mutations.ts';

const TEXT = '2023年停车位新增150个吗？';

test.each([
  ['swapped', 0, '0223年停车位新增150个吗？'],
  ['cut', 5, '2023年'],
  ['beheaded', 5, '停车位新增150个吗？'],
  ['doubled', 5, '2023年停车位新增1停车位新增150个吗？'],
  ['reversed', 0, '？吗个051增新位车停年3202'],
  ['digits', 1, '3257年停车位新增273个吗？'],
  ['chineseDigits', 0, '二零二三年停车位新增一五零个吗？'],
  ['markup', 0, `<script>alert(1)</script>${TEXT}`],
  ['bidi', 0, `\u202e${TEXT}`],
])('%s at %d', (kind, at, expected) => {
  expect(MUTATIONS[kind]!(TEXT, at)).toBe(expected);
});

test('each changes a question somewhere, and can do with an empty one', () => {
  for (const mutate of Object.values(MUTATIONS)) {
    expect([0, 1, 2, 3, 7, 60].some((at) => mutate(TEXT, at) !== TEXT)).toBe(true);
    expect(typeof mutate('', 5)).toBe('string');
  }
});
