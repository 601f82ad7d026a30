import { expect, test } from 'vitest';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import { credited } from './credited.ts';
import { candidateFor, needsFor, readTestPages, sentenceWith } from './test-pages.ts';

const index = readTestPages();
const said = (asked: string, words: string, byline?: string): string[] | undefined => {
  const sentence = sentenceWith(index, words);
  const content = index.documents.get(sentence.document)!;
  const bylines = content.bylines.map((one) =>
    one.article === sentence.article && byline !== undefined ? { ...one, text: byline } : one,
  );
  const changed: CorpusIndex = {
    ...index,
    documents: new Map([...index.documents, [sentence.document, { ...content, bylines }]]),
  };
  return credited(changed, asked, [candidateFor(sentence)], needsFor())?.map(({ text }) => text);
};

test.each([
  ['执法队那篇报道的记者是谁', '去年9月', undefined, '记者 何一鸣'],
  ['好人榜那篇稿子谁写的', '祁春生、罗巧云', undefined, '记者 苏小满'],
  ['照片又是谁拍的', '去年9月', '■文/记者 何一鸣 摄/通讯员 丁山', '文/记者 何一鸣 摄/通讯员 丁山'],
  ['那张图谁制的', '去年9月', '■记者 何一鸣 制图/丁山', '记者 何一鸣 制图/丁山'],
])('%s: the byline of the article that it is about', (asked, words, byline, told) => {
  expect(said(asked, words, byline)).toEqual([told]);
});

test.each([
  ['no credit is asked for', '执法队有多少人', '去年9月'],
  ['the byline does not give it', '照片是谁拍的', '去年9月'],
  ['the article has no byline', '那篇报道的记者是谁', '新建老年食堂6家'],
])('nothing when %s', (_title, asked, words) => {
  expect(said(asked, words)).toBeUndefined();
});

test('the span is the byline’s, so that it can be quoted', () => {
  const sentence = sentenceWith(index, '去年9月');
  const [statement] = credited(index, '那篇报道谁写的', [candidateFor(sentence)], needsFor())!;
  const { text } = index.documents.get(sentence.document)!;
  expect(text.slice(statement!.start, statement!.end)).toBe('本报讯（记者 何一鸣）');
});
