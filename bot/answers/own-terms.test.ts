import { expect, test } from 'vitest';
import { ownTerms } from './own-terms.ts';

test('words of earlier parts weigh less than those of the part itself and those that the thesaurus adds', () => {
  const terms = new Map([
    ['食堂', 1],
    ['书房', 1],
    ['启用', 1],
  ]);
  const weights = ownTerms(terms, { text: '书房开门了吗', context: '食堂有几家，书房在哪里' });
  expect(weights.get('书房')).toBe(1);
  expect(weights.get('启用')).toBe(1);
  expect(weights.get('食堂')).toBeLessThan(1);
  expect(weights.get('食堂')).toBeGreaterThan(0);
});
