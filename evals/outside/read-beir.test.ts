import { expect, test } from 'vitest';
import { readBeir } from './read-beir.ts';
import { folderOf, TINY_BEIR } from './test-sets.ts';

test('a set is read with the queries that have something relevant', async () => {
  const { documents, queries } = await readBeir(folderOf(TINY_BEIR));
  expect(documents.map(({ id, title }) => [id, title])).toEqual([
    ['d1', '老年食堂'],
    ['d2', '垃圾分类'],
    ['d3', ''],
    ['d4', '水库'],
  ]);
  expect(queries.map(({ id, relevant }) => [id, [...relevant]])).toEqual([
    ['q1', [['d1', 1]]],
    ['q2', [['d3', 2]]],
  ]);
});

test('identifiers may be numbers, titles may be missing, judgements may lack their header', async () => {
  const folder = folderOf({
    'corpus.jsonl': '\uFEFF{"_id": 7, "text": "水库", "metadata": {}}\r\n',
    'queries.jsonl': '{"_id": 1, "text": "水库"}\n',
    'qrels/test.tsv': '1\t7\t1\n',
  });
  expect(await readBeir(folder)).toEqual({
    documents: [{ id: '7', title: '', text: '水库' }],
    queries: [{ id: '1', text: '水库', relevant: new Map([['7', 1]]) }],
  });
});

test.each([
  ['corpus.jsonl', '{"_id": "d1"', /corpus\.jsonl, line 1: not JSON/],
  ['corpus.jsonl', '{"_id": "d1", "text": "字"}\n\n{"_id": "d2"}\n', /corpus\.jsonl, line 3: text/],
  ['corpus.jsonl', '', /holds no documents/],
  ['queries.jsonl', '{"_id": "other", "text": "字"}', /no query .* is judged/],
  ['qrels/test.tsv', 'q1 d1 1\n', /test\.tsv, line 1: not query, document and score/],
  ['qrels/test.tsv', 'q1\td1\t1\nq1\td1\tyes\n', /line 2: the score yes is no number/],
])('a broken %s is named with its place', async (name, content, complaint) => {
  await expect(readBeir(folderOf({ ...TINY_BEIR, [name]: content }))).rejects.toThrow(complaint);
});

test('a file that is missing is named', async () => {
  await expect(readBeir(folderOf({}))).rejects.toThrow(/corpus\.jsonl is missing/);
});
