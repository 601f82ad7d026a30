import { array, assert, constantFrom, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { TopSlots } from './top-slots.ts';

test('the best are kept, of equals the lower slots, in whatever order they are offered', () => {
  assert(
    property(
      array(constantFrom(0.5, 1, 1.5, 2), { maxLength: 40 }),
      integer({ min: 1, max: 12 }),
      integer({ min: 1, max: 39 }),
      (scores, k, turn) => {
        const offered = scores.map((score, slot) => ({ slot, score }));
        const top = new TopSlots(k);
        for (const { slot, score } of [...offered.slice(turn), ...offered.slice(0, turn)].reverse())
          top.offer(slot, score);
        const best = offered.sort((a, b) => b.score - a.score || a.slot - b.slot).slice(0, k);
        expect(top.sorted()).toEqual(best);
        expect(top.least).toBe(best.length < k ? 0 : best.at(-1)!.score);
      },
    ),
  );
});
