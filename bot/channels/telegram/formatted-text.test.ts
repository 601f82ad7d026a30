import { expect, test } from 'vitest';
import { join, slice, styled } from './formatted-text.ts';

test('formatting moves along when pieces are joined, also when one stands in another', () => {
  const inner = join(['甲', styled('bold', '乙')], '，');
  expect(join(['前', styled('blockquote', inner), '后'], '\n')).toEqual({
    text: '前\n甲，乙\n后',
    entities: [
      { type: 'blockquote', offset: 2, length: 3 },
      { type: 'bold', offset: 4, length: 1 },
    ],
  });
});

test('nothing is styled when there is nothing, since Telegram refuses empty formatting', () => {
  expect(styled('bold', '').entities).toEqual([]);
});

test('a slice keeps the formatting that falls into it', () => {
  const whole = join(['一二', styled('bold', '三四'), '五六']);
  expect(slice(whole, 3, 5)).toEqual({ text: '四五', entities: [{ type: 'bold', offset: 0, length: 1 }] });
  expect(slice(whole, 4, 6)).toEqual({ text: '五六', entities: [] });
});
