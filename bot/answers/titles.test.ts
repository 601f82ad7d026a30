import { describe, expect, test } from 'vitest';
import { candidateFor, needsFor, readTestPages, sentenceWith, understandingOf } from './test-pages.ts';
import { titleAsked } from './titles.ts';

const index = readTestPages();
const titles = (question: string, words: string, sure = true): string[] | undefined =>
  titleAsked(
    index,
    understandingOf(question),
    [candidateFor(sentenceWith(index, words))],
    needsFor(),
    () => sure,
  )?.map(({ text }) => text);

describe('the title of an article', () => {
  test.each([
    '评上好人那条新闻，标题原样给我',
    '年度好人名单那篇报道的标题是什么',
    '好人榜那篇，题目叫什么',
  ])('is its headline, though a sentence of it is found: %s', (question) => {
    expect(titles(question, '祁春生')).toEqual(['年度好人揭晓']);
  });

  test('is the heading, when that is asked for and there is one', () => {
    expect(titles('养老食堂那一大块的标题全文', '老年食堂6家')).toEqual(['一、普惠共享，让民更暖']);
    expect(titles('好人那一部分的标题全文', '祁春生')).toEqual(['年度好人揭晓']);
  });

  test.each([
    '好人一共几个',
    '标题印成“44人”，究竟几个人',
  ])('is not told where something else is asked: %s', (question) => {
    expect(titles(question, '祁春生')).toBeUndefined();
  });

  test('is not told of a matter that is not sure', () => {
    expect(titles('评上好人那条新闻，标题原样给我', '祁春生', false)).toBeUndefined();
  });

  test('is not the headline where the sentence itself tells what it was called', () => {
    const sentence = { ...sentenceWith(index, '祁春生'), text: '日报以《莲塘好人》为题报道。' };
    const near = [candidateFor(sentence)];
    const asked = understandingOf('日报报道好人的标题是什么');
    expect(titleAsked(index, asked, near, needsFor(), () => true)).toBeUndefined();
  });
});
