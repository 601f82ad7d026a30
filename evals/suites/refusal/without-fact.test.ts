import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EvalContext } from '../../context.ts';
import { openSmallContext, ROAD, SEATS } from '../../small-context.ts';
import { replaceContent, takeFactOut } from './without-fact.ts';

const folder = mkdtempSync(join(tmpdir(), 'left-out-'));
let context: EvalContext;
beforeAll(async () => {
  context = await openSmallContext(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a fact goes with its sentence, its passage and the everyday questions that point at it; the rest stays', () => {
  const taken = takeFactOut(context.index, SEATS)!;
  const words = (content: typeof taken.before): string => content.passages.map(({ text }) => text).join('');
  expect(words(taken.before)).toContain('48个');
  expect(words(taken.after)).not.toContain('48个');
  expect(words(taken.after)).toContain('午餐120份');
  expect(words(taken.after)).toContain('全长7公里');
  expect(taken.after.sentences.map(({ id }) => id)).toEqual(
    taken.after.sentences.map((_, position) => position),
  );
  const { sentences } = taken.before;
  const pointed = {
    id: 'page.txt?0.0',
    text: '食堂坐几个人',
    document: 'page.txt',
    start: sentences[1]!.start,
    end: sentences[1]!.end,
  };
  const index = {
    ...context.index,
    documents: new Map([['page.txt', { ...taken.before, questions: [pointed] }]]),
  };
  expect(takeFactOut(index, SEATS)!.after.questions).toEqual([]);
});

test.each([
  ['whose words stand elsewhere too', { must: [['通车']] }],
  ['one of whose expectations stands elsewhere too', { must: [['7公里'], ['村民']] }],
  ['whose words follow from the evidence without standing in it', { must: [['七公里']] }],
  ['of two quotes', { evidence: [...ROAD.evidence, ...SEATS.evidence] }],
  ['of another document', { evidence: [{ seed: 'other.txt', quote: '全长7公里' }] }],
])('a fact %s is not taken out', (_, change) => {
  expect(takeFactOut(context.index, ROAD)).toBeDefined();
  expect(takeFactOut(context.index, { ...ROAD, ...change })).toBeUndefined();
});

test('the index forgets the fact and has it again afterwards', async () => {
  const { index, dependencies } = context;
  const { before, after } = takeFactOut(index, SEATS)!;
  const sizes = (): number[] => [index.passages.size, index.vectors.size];
  const full = sizes();
  const gone = before.passages.find(({ text }) => text.includes('48个'))!;
  await replaceContent(index, before, after);
  expect(index.vectors.has(gone.id)).toBe(false);
  expect(index.documents.get('page.txt')).toBe(after);
  await replaceContent(index, after, before);
  expect(index.vectors.has(gone.id)).toBe(true);
  expect(sizes()).toEqual(full);
  const { hits } = await dependencies.searcher.search({ text: SEATS.question }, 1);
  expect(hits[0]!.passage.id).toBe(gone.id);
});
