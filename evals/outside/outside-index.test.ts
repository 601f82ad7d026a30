import { expect, test } from 'vitest';
import { OutsideIndex } from './outside-index.ts';

function indexOf(texts: Readonly<Record<string, string>>): OutsideIndex {
  const index = new OutsideIndex({ lexical: 1, vector: 0.4, questions: 0, fit: 0, expansion: 0 });
  for (const [id, text] of Object.entries(texts)) index.add({ id, title: '', text });
  return index;
}

const FILLER = '会议强调要统筹推进各项工作，确保年度目标任务圆满完成。'.repeat(30);

test('a document is found by the one passage that answers, wherever it stands', () => {
  const index = indexOf({
    long: `${FILLER}高龄老人每月领取补贴。${FILLER}`,
    other: '老人食堂开张。',
    third: FILLER,
  });
  for (const arm of ['lexical', 'hybrid'] as const) {
    expect(index.search('高龄老人补贴怎么领', arm, 3)[0]?.id).toBe('long');
  }
});

test('every document is listed once, best first, and no more than asked for', () => {
  const index = indexOf({ a: `水库加固。${FILLER}水库蓄水。`, b: '水库。', c: '医保。' });
  const ranking = index.search('水库加固', 'hybrid', 2);
  expect(ranking.map(({ id }) => id).sort()).toEqual(['a', 'b']);
  expect(ranking[0]!.score).toBeGreaterThanOrEqual(ranking[1]!.score);
});

test('what words do not name is found by meaning, and the hybrid holds both', () => {
  const index = indexOf({ meals: '餐厅为老人供餐。', flood: '水库完成加固。' });
  expect(index.search('食堂', 'lexical', 2)).toEqual([]);
  expect(index.search('食堂', 'vector', 2)[0]?.id).toBe('meals');
  expect(index.search('食堂', 'hybrid', 2)[0]?.id).toBe('meals');
});

test('empty texts and texts without a known word do no harm', () => {
  const index = indexOf({ empty: '', marks: '……', letters: 'qwertzuiop', words: '水库' });
  expect(index.search('水库', 'hybrid', 4)[0]?.id).toBe('words');
  expect(index.search('', 'hybrid', 4)).toEqual([]);
});
