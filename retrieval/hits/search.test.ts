import { describe, expect, test } from 'vitest';
import { readSeeds } from '../documents/seeds.ts';
import { temporaryFolder } from '../documents/temporary-folder.ts';
import { FakeEmbeddings } from '../embeddings/fake-embeddings.ts';
import { readContent } from '../indexes/content.ts';
import { addDocument, type CorpusIndex, emptyIndex, removeDocument } from '../indexes/corpus-index.ts';
import { Searcher, type SearchQuery } from './search.ts';
import { FUSION, type FusionWeights } from './weights.ts';

const page = (headline: string, body: string): string => `${headline}\n\n■记者 王一\n\n${body}\n`;
const SEEDS = {
  '食堂.txt': page('青石村长者食堂开张', '青石村长者食堂每天供应午餐和晚餐，每顿只付八元。'),
  '操场.txt': page('小学操场晚上开放', '小学新操场完工，晚上六点以后向居民开放。'),
  '道路一.txt': page('改造道路', '今年改造道路两公里。'),
  '道路二.txt': page('改造道路', '今年改造道路两公里。'),
  'questions/操场.yaml': '- {quote: 晚上六点以后向居民开放, questions: [黄昏能去跑步吗？]}\n',
  'vocabulary/names.yaml': '- {name: 青石村, kind: village, aliases: [磐石坞]}\n',
  'vocabulary/terms.yaml': '- {everyday: 米饭钵, official: [午餐]}\n',
  'manifest.yaml': `documents:
  - {file: 食堂.txt, town: 柳溪镇, date: {value: "2031", precision: year, basis: 甲}}
  - {file: 操场.txt, town: 柳溪镇, date: {value: "2031", precision: year, basis: 甲}}
  - {file: 道路一.txt, title: 甲, town: 柳溪镇, date: {value: "2031", precision: year, basis: 甲}}
  - {file: 道路二.txt, title: 乙, town: 霞浦镇, date: {value: "2032", precision: year, basis: 乙}}
`,
};
const WORDS_ONLY: FusionWeights = { ...FUSION, vector: 0, questions: 0, fit: 0 };

async function indexOf(): Promise<CorpusIndex> {
  const folder = temporaryFolder(SEEDS);
  const index = emptyIndex(folder, new FakeEmbeddings());
  for (const document of (await readSeeds(folder)).documents)
    await addDocument(index, readContent(folder, document));
  return index;
}

/** Documents in order of their best passage that scores at all. */
async function ask(query: SearchQuery, weights?: FusionWeights, k = 50): Promise<string[]> {
  const { hits } = await new Searcher(await indexOf(), weights).search(query, k);
  return [...new Set(hits.filter(({ score }) => score > 0).map(({ passage }) => passage.document))];
}

describe('passages are found', () => {
  test('by their words', async () => {
    expect((await ask({ text: '晚餐每顿多少元' }, WORDS_ONLY))[0]).toBe('食堂.txt');
  });

  test('by the line that says where they stand', async () => {
    const { hits } = await new Searcher(await indexOf(), WORDS_ONLY).search({ text: '小学操场晚上开放' }, 50);
    expect(hits.some(({ passage }) => passage.text.includes('六点'))).toBe(true);
  });

  test('by an everyday question that they answer, though they share no word with it', async () => {
    const { hits, questions } = await new Searcher(await indexOf(), { ...FUSION, vector: 0 }).search(
      { text: '黄昏跑步' },
      5,
    );
    expect(hits[0]!.passage.text).toContain('晚上六点以后');
    expect(hits[0]!.signs).toMatchObject({ lexical: 0 });
    expect(questions[0]!.question.text).toBe('黄昏能去跑步吗？');
    expect(await ask({ text: '黄昏跑步' }, WORDS_ONLY)).toEqual([]);
  });

  test('by the official term for an everyday word', async () => {
    expect(await ask({ text: '米饭钵' }, WORDS_ONLY)).toEqual(['食堂.txt']);
    expect(await ask({ text: '米饭钵' }, { ...WORDS_ONLY, expansion: 0 })).toEqual([]);
  });

  test('by another spelling of a local name', async () => {
    expect(await ask({ text: '磐石坞' }, WORDS_ONLY)).toEqual(['食堂.txt']);
  });

  test('by their vector alone when only that counts', async () => {
    const alone: FusionWeights = { lexical: 0, vector: 1, questions: 0, fit: 0, expansion: 0 };
    const index = await indexOf();
    const wanted = index.documents.get('食堂.txt')!.passages.at(-1)!;
    const { hits } = await new Searcher(index, alone).search({ text: `${wanted.context} ${wanted.text}` }, 1);
    expect(hits[0]!.passage.id).toBe(wanted.id);
    expect(hits[0]!.signs.vector).toBeCloseTo(1, 3);
  });

  test('never of a document that was removed', async () => {
    const index = await indexOf();
    removeDocument(index, '食堂.txt');
    const { hits } = await new Searcher(index).search({ text: '青石村长者食堂午餐晚餐八元' }, 50);
    expect(hits.filter(({ passage }) => passage.document === '食堂.txt')).toEqual([]);
  });
});

describe('of passages with the same words', () => {
  test.each<[string, SearchQuery, string]>([
    ['the town asked for comes first', { text: '改造道路', town: '霞浦镇' }, '道路二.txt'],
    ['and so does the other town when it is asked for', { text: '改造道路', town: '柳溪镇' }, '道路一.txt'],
    ['the year asked for comes first', { text: '改造道路', years: [2032] }, '道路二.txt'],
    ['and so does the other year when it is asked for', { text: '改造道路', years: [2031] }, '道路一.txt'],
  ])('%s', async (_title, query, expected) => {
    const place: FusionWeights = { ...WORDS_ONLY, fit: FUSION.fit };
    expect((await ask(query, place)).filter((name) => name.startsWith('道路'))[0]).toBe(expected);
  });
});

describe('what was said before', () => {
  test('helps to find what is meant', async () => {
    const [first] = await ask({ text: '每天供应什么', context: '青石村长者食堂' }, WORDS_ONLY);
    expect(first).toBe('食堂.txt');
    const context = await new Searcher(await indexOf(), WORDS_ONLY).search(
      { text: '几点', context: '小学操场' },
      1,
    );
    expect(context.hits[0]!.passage.document).toBe('操场.txt');
  });

  test('counts less than what is asked now', async () => {
    expect((await ask({ text: '长者食堂', context: '小学操场' }, WORDS_ONLY))[0]).toBe('食堂.txt');
    expect((await ask({ text: '小学操场', context: '长者食堂' }, WORDS_ONLY))[0]).toBe('操场.txt');
  });

  test('weighs a term of the question no less', async () => {
    const searcher = new Searcher(await indexOf());
    const alone = await searcher.search({ text: '食堂' }, 1);
    const both = await searcher.search({ text: '食堂', context: '食堂的操场' }, 1);
    expect(both.terms.get('食堂')).toBe(alone.terms.get('食堂'));
    expect(both.terms.get('操场')).toBeLessThan(both.terms.get('食堂')!);
  });
});

describe('a result', () => {
  test('holds the best hits first, each with signs between 0 and 1 whose weighted sum is its score', async () => {
    const { hits } = await new Searcher(await indexOf()).search(
      { text: '青石村食堂晚上开放吗', town: '柳溪镇', years: [2031] },
      50,
    );
    expect(hits.length).toBeGreaterThan(2);
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a));
    for (const { score, signs } of hits) {
      for (const value of Object.values(signs)) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1.000001);
      }
      const { lexical, vector, questions, fit } = signs;
      expect(score).toBeCloseTo(
        FUSION.lexical * lexical + FUSION.vector * vector + FUSION.questions * questions + FUSION.fit * fit,
      );
    }
  });

  test('holds each passage once and no more than asked for', async () => {
    const searcher = new Searcher(await indexOf());
    const { hits } = await searcher.search({ text: '青石村食堂晚上开放改造道路' }, 50);
    expect(new Set(hits.map(({ passage }) => passage.id)).size).toBe(hits.length);
    expect((await searcher.search({ text: '青石村食堂晚上开放改造道路' }, 2)).hits).toEqual(hits.slice(0, 2));
  });

  test.each(['', '？！', ' '])('for %j is no words at all', async (text) => {
    const { hits, terms } = await new Searcher(await indexOf(), WORDS_ONLY).search({ text }, 5);
    expect(terms.size).toBe(0);
    expect(hits.filter(({ signs }) => signs.lexical > 0)).toEqual([]);
  });

  test('of an empty index is empty', async () => {
    const { hits, questions } = await new Searcher(
      emptyIndex(temporaryFolder(), new FakeEmbeddings()),
    ).search({ text: '食堂' }, 5);
    expect([hits, questions]).toEqual([[], []]);
  });

  test('is the same every time', async () => {
    const searcher = new Searcher(await indexOf());
    const query = { text: '青石村食堂', context: '操场' };
    expect(await searcher.search(query, 5)).toEqual(await searcher.search(query, 5));
  });
});
