import { expect, test } from 'vitest';
import { evidenceFound } from './evidence-rank.ts';

const text = `${'无'.repeat(10)}下沉执法队员共有22名${'无'.repeat(500)}尾巴上的另外一句话`;
const texts = new Map([['page.txt', text]]);
const evidence = [{ seed: 'page.txt', quote: '下沉执法队员共有22名' }];

test('a passage counts when it covers half of the quote, in the quote’s own document', () => {
  const hits = [
    { document: 'page.txt', start: 0, end: 12 },
    { document: 'other.txt', start: 0, end: 30 },
    { document: 'seeds/page.txt', start: 12, end: 30 },
  ];
  expect(evidenceFound({ evidence }, hits, texts)).toEqual([false, false, true]);
});

test('only the first 400 characters of a passage are looked at', () => {
  const late = [{ seed: 'page.txt', quote: '尾巴上的另外一句话' }];
  expect(
    evidenceFound({ evidence: late }, [{ document: 'page.txt', start: 0, end: text.length }], texts),
  ).toEqual([false]);
  expect(
    evidenceFound({ evidence: late }, [{ document: 'page.txt', start: 200, end: text.length }], texts),
  ).toEqual([true]);
});

test('a deliberately broken ranking is caught: what stood first is found later or not at all', () => {
  const right = { document: 'page.txt', start: 0, end: 40 };
  const wrong = { document: 'page.txt', start: 100, end: 140 };
  expect(evidenceFound({ evidence }, [right, wrong], texts)[0]).toBe(true);
  expect(evidenceFound({ evidence }, [wrong, right], texts)[0]).toBe(false);
});
