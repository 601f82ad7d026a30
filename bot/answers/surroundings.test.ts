import { beforeAll, describe, expect, test } from 'vitest';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import type { AskedNoun } from '../questions/asked-nouns.ts';
import { missingAround } from './surroundings.ts';
import { readTestPage, readTestPages, sentenceWith, understandingOf } from './test-pages.ts';

let index: CorpusIndex;
beforeAll(() => {
  index = readTestPages();
});
const NOUNS: readonly AskedNoun[] = [
  { asked: /贷款/, told: /贷款/, name: '贷款的事', itself: false },
  { asked: /停车费/, told: /停车/, name: '这项费用', itself: false },
];
const missing = (question: string, words: string): string | undefined =>
  missingAround(index, NOUNS, understandingOf(question), sentenceWith(index, words));

describe('what a question names and nothing around a sentence says', () => {
  test('is a thing asked for', () => {
    expect(missing('贷款有多少', '新建老年食堂6家')).toBe('贷款的事');
  });

  test('is not a thing that a neighbour says', () => {
    expect(missing('停车费多少', '新增停车位')).toBeUndefined();
    expect(missing('停车费多少', '改造镇区道路')).toBeUndefined();
    expect(missing('停车费多少', '累计送餐')).toBe('这项费用');
  });

  test('is a village whose figure is asked for', () => {
    expect(missing('东坞村有几家食堂', '新建老年食堂6家')).toBe('东坞村');
    expect(missing('竹川镇有几家食堂', '新建老年食堂6家')).toBeUndefined();
    expect(missing('送餐有没有送到东坞村', '新建老年食堂6家')).toBe('东坞村');
  });

  test('is a village of which several figures are asked for', () => {
    expect(missing('东坞村有几家食堂、几个停车位', '新建老年食堂6家')).toBe('东坞村');
  });

  test('is a person, when another one is told of', () => {
    expect(missing('陶安平部署了什么行动', '三源共治')).toBe('陶安平');
    expect(missing('方志远部署了什么行动', '三源共治')).toBeUndefined();
    expect(missing('陶安平部署了什么行动', '累计送餐')).toBe('陶安平');
    expect(missing('镇长是陶安平，核一下', '何平当选为')).toBeUndefined();
  });

  test('is nothing that is only given to be checked', () => {
    expect(missing('贷款600万元，对吗', '新建老年食堂6家')).toBeUndefined();
    expect(missing('听说东坞村也送餐', '新建老年食堂6家')).toBeUndefined();
    expect(missing('是不是东坞村送餐', '新建老年食堂6家')).toBeUndefined();
  });

  test('is no village where a town’s villages are spoken of by the town’s name', () => {
    const named = { name: '竹川村', kind: 'village' as const, town: '竹川镇' };
    const { vocabulary } = index;
    const pages = { ...index, vocabulary: { ...vocabulary, names: [...vocabulary.names, named] } };
    const lacking = (question: string): string | undefined =>
      missingAround(pages, NOUNS, understandingOf(question), sentenceWith(index, '新建老年食堂6家'));
    expect(lacking('竹川村里有几家食堂')).toBeUndefined();
    expect(lacking('竹川村有几家食堂')).toBe('竹川村');
  });

  test('is no village when its procedure is asked for', () => {
    expect(missing('东坞村怎么办助餐卡', '办理助餐卡')).toBeUndefined();
  });

  test('is another one of its kind, where only that is spoken of', () => {
    const page = readTestPage('竹川镇的学校\n\n本报讯 荷塘小学每周开两节足球课。学校有三名教练。\n');
    const of = (question: string, words: string): string | undefined =>
      missingAround(page, NOUNS, understandingOf(question), sentenceWith(page, words));
    expect(of('杏岭小学一周上几节足球课', '两节足球课')).toBe('杏岭小学');
    expect(of('杏岭小学有几名教练', '三名教练')).toBe('杏岭小学');
    expect(of('荷塘小学一周上几节足球课', '两节足球课')).toBeUndefined();
    // It may be meant: 何唐 sounds like 荷塘.
    expect(of('何唐小学一周上几节足球课', '两节足球课')).toBeUndefined();
    expect(of('哪个小学一周上几节足球课', '两节足球课')).toBeUndefined();
    // A name that is a word of the language may be meant as well: 光名 for 光明.
    const bright = readTestPage('竹川镇的学校\n\n本报讯 启用光明小学。荷塘小学入选名单。\n');
    const told = sentenceWith(bright, '启用光明小学');
    expect(missingAround(bright, NOUNS, understandingOf('光名小学开了吗'), told)).toBeUndefined();
    expect(missingAround(bright, NOUNS, understandingOf('杏岭小学开了吗'), told)).toBe('杏岭小学');
  });

  test('is a thing that the sentence itself must say, whatever its neighbours do', () => {
    const own = [{ asked: /停车/, told: /停车/, name: '停车的事', itself: true }];
    const around = (words: string): string | undefined =>
      missingAround(index, own, understandingOf('停车有多少'), sentenceWith(index, words));
    expect(around('改造镇区道路')).toBe('停车的事');
    expect(around('新增停车位')).toBeUndefined();
  });

  test('is another stage than the one told', () => {
    const sentence = { ...sentenceWith(index, '改造镇区道路'), text: '完成道路三期工程。' };
    const staged: CorpusIndex = {
      ...index,
      documents: new Map(
        [...index.documents].map(([name, content]) => [
          name,
          name === sentence.document
            ? {
                ...content,
                sentences: content.sentences.map((other) => (other.id === sentence.id ? sentence : other)),
              }
            : content,
        ]),
      ),
    };
    const ask = (question: string): string | undefined =>
      missingAround(staged, [], understandingOf(question), sentence);
    expect(ask('道路四期什么时候建')).toBe('第四期');
    expect(ask('道路第五批什么时候建')).toBe('第五批');
    expect(ask('道路第6轮什么时候建')).toBe('第6轮');
    expect(ask('道路第三期什么时候建')).toBeUndefined();
    expect(ask('道路是二期还是四期')).toBeUndefined();
    expect(ask('道路到底第几期')).toBeUndefined();
    expect(ask('道路一批一批地建，好了没')).toBeUndefined();
    expect(ask('道路什么时候建')).toBeUndefined();
  });

  test('is nothing where no stage is told', () => {
    expect(missing('食堂二期有几家', '新建老年食堂6家')).toBeUndefined();
  });
});
