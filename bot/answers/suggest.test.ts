import { beforeAll, describe, expect, test } from 'vitest';
import { Searcher } from '../../retrieval/hits/search.ts';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import { suggest } from './suggest.ts';
import { openTestPages } from './test-index.ts';

let index: CorpusIndex;
let searcher: Searcher;
beforeAll(async () => {
  index = await openTestPages();
  searcher = new Searcher(index);
});
const offers = async (question: string): Promise<string[]> =>
  suggest(index, await searcher.search({ text: question }, 20), { question });

describe('questions to go on with', () => {
  test('are everyday questions that the documents answer', async () => {
    const all = [...index.documents.values()].flatMap((content) => content.questions.map(({ text }) => text));
    for (const question of ['道路更新投资多少', '看书的地方', '食堂有几家'])
      for (const offer of await offers(question)) expect(all).toContain(offer);
  });

  test('are never the question itself, nor more than three, nor twice the same', async () => {
    for (const question of ['停车位难找，今年会多几个', '借书看书去哪里好', '竹川镇']) {
      const list = await offers(question);
      expect(list).not.toContain(question);
      expect(list.length).toBeLessThanOrEqual(3);
      expect(new Set(list).size).toBe(list.length);
    }
  });

  test('are about another stretch than the one asked about', async () => {
    expect(await offers('借书看书去哪里好')).not.toContain('看书的地方几点开门');
  });

  test('are none when nothing was searched', () => {
    expect(suggest(index, undefined, { question: '食堂' })).toEqual([]);
  });
});
