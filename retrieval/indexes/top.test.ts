import { array, assert, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { topK } from './top.ts';

test('gives what sorting and cutting would give, equal values in order of arrival', () => {
  assert(
    property(
      array(integer({ min: 0, max: 5 }), { maxLength: 30 }),
      integer({ min: -1, max: 12 }),
      (values, k) => {
        const items = values.map((value, order) => ({ value, order }));
        const sorted = [...items]
          .sort((a, b) => b.value - a.value || a.order - b.order)
          .slice(0, Math.max(0, k));
        expect(topK(items, k, (item) => item.value)).toEqual(sorted);
      },
    ),
  );
});

test('asks for the value of every item once', () => {
  const asked: number[] = [];
  topK([3, 1, 2], 2, (value) => {
    asked.push(value);
    return value;
  });
  expect(asked).toEqual([3, 1, 2]);
});
