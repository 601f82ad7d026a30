import { describe, expect, test } from 'vitest';
import { readSeeds } from '../documents/seeds.ts';
import { temporaryFolder } from '../documents/temporary-folder.ts';
import { contentDigest, type DocumentContent, readContent } from './content.ts';

const PAGE = [
  '青石村老人吃上长者食堂热饭',
  '',
  '■记者 王一',
  '',
  '今年4月，柳溪镇在青石村开办了长者食堂。食堂由镇里补贴，老人每顿只付八元。',
  '',
  '2032',
  '',
  '力争再开办两家长者食堂。下一步',
  '',
].join('\n');
const MANIFEST =
  'documents: [{file: 柳溪.txt, title: 柳溪镇报, town: 柳溪镇, date: {value: "2031", precision: year, basis: 第1期}}]';
const QUESTIONS =
  '- {quote: 老人每顿只付八元, questions: [吃饭多少钱？, 一顿几块？]}\n- {quote: 每顿九元, questions: [涨价了吗？]}\n';

async function contentOf(files: Record<string, string>): Promise<DocumentContent> {
  const folder = temporaryFolder({ '柳溪.txt': PAGE, ...files });
  return readContent(folder, (await readSeeds(folder)).documents[0]!);
}

describe('the content of a document', () => {
  const content = (): Promise<DocumentContent> =>
    contentOf({ 'manifest.yaml': MANIFEST, 'questions/柳溪.yaml': QUESTIONS });

  test('has sentences numbered in order that carry headline, town, year and whether they aim', async () => {
    expect(
      (await content()).sentences.map(({ id, text, headline, town, year, modality }) => [
        id,
        text,
        headline,
        town,
        year,
        modality,
      ]),
    ).toEqual([
      [0, '青石村老人吃上长者食堂热饭', '青石村老人吃上长者食堂热饭', '柳溪镇', 2031, 'plain'],
      [1, '今年4月，柳溪镇在青石村开办了长者食堂。', '青石村老人吃上长者食堂热饭', '柳溪镇', 2031, 'result'],
      [2, '食堂由镇里补贴，老人每顿只付八元。', '青石村老人吃上长者食堂热饭', '柳溪镇', 2031, 'plain'],
      [3, '力争再开办两家长者食堂。', '青石村老人吃上长者食堂热饭', '柳溪镇', 2032, 'target'],
      [4, '下一步', '青石村老人吃上长者食堂热饭', '柳溪镇', 2032, 'target'],
    ]);
  });

  test('has passages that point to its sentences', async () => {
    const { passages, sentences } = await content();
    expect(passages.flatMap((passage) => passage.sentences)).toEqual(sentences.map(({ id }) => id));
    expect(passages.find(({ text }) => text.includes('八元'))!.context).toBe(
      '柳溪镇报 › 青石村老人吃上长者食堂热饭 · 柳溪镇 · 2031年',
    );
  });

  test('has everyday questions tied to the place of their quote, each with an id of its own', async () => {
    const { questions, text } = await content();
    expect(questions.map((question) => [question.text, text.slice(question.start, question.end)])).toEqual([
      ['吃饭多少钱？', '老人每顿只付八元'],
      ['一顿几块？', '老人每顿只付八元'],
    ]);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(2);
  });

  test('tells the problems of the page with their line, and the quotes that were lost', async () => {
    expect((await content()).problems.map(({ kind, line }) => [kind, line])).toEqual([
      ['cut_sentence', 9],
      ['lost_quote', null],
    ]);
    expect((await content()).problems[1]!.message).toContain('每顿九元');
  });

  test('leaves out a title for an article that has a headline, and one whose quote is lost', async () => {
    const titles = '- {quote: 老人每顿只付八元, title: 别的标题}\n- {quote: 每顿九元, title: 涨价}\n';
    const given = await contentOf({ 'manifest.yaml': MANIFEST, 'titles/柳溪.yaml': titles });
    expect(given.titles).toEqual([]);
    expect(given.problems.slice(1).map(({ kind, message }) => [kind, message])).toEqual([
      ['lost_title', 'title left out, its quote is not in the document: 每顿九元'],
      ['lost_title', 'title left out, its article has a headline of its own: 老人每顿只付八元'],
    ]);
    expect(given.passages.map(({ context }) => context).join()).not.toContain('别的标题');
  });

  test('counts articles and rows', async () => {
    expect(await content()).toMatchObject({ name: '柳溪.txt', articles: 1, rows: 0, text: PAGE });
  });
});

describe('the digest of a content', () => {
  const digestOf = async (files: Record<string, string>): Promise<string> => {
    const folder = temporaryFolder({ '柳溪.txt': PAGE, ...files });
    return contentDigest(folder, (await readSeeds(folder)).documents[0]!);
  };

  test.each<[string, Record<string, string>]>([
    ['the file', { '柳溪.txt': `${PAGE}\n` }],
    ['its manifest entry', { 'manifest.yaml': MANIFEST }],
    ['its everyday questions', { 'questions/柳溪.yaml': QUESTIONS }],
    ['its titles', { 'titles/柳溪.yaml': '[]' }],
  ])('changes with %s', async (_title, files) => {
    expect(await digestOf(files)).not.toBe(await digestOf({}));
  });

  test('does not change with another document’s questions', async () => {
    expect(await digestOf({ 'questions/霞浦.yaml': QUESTIONS })).toBe(await digestOf({}));
  });

  test('is the one that the content carries', async () => {
    expect((await contentOf({ 'questions/柳溪.yaml': QUESTIONS })).digest).toBe(
      await digestOf({ 'questions/柳溪.yaml': QUESTIONS }),
    );
  });
});
