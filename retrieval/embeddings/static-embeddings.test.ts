import { beforeAll, describe, expect, test } from 'vitest';
import { loadStaticEmbeddings, StaticEmbeddings } from './static-embeddings.ts';
import type { StaticTable } from './static-table.ts';

function tableOf(units: Record<string, [scale: number, values: number[]]>): StaticTable {
  const entries = Object.entries(units);
  return {
    name: 'toy',
    version: 3,
    dimensions: 2,
    rows: new Map(entries.map(([unit], row) => [unit, row])),
    scales: Float32Array.from(entries.map(([, [scale]]) => scale)),
    values: Int8Array.from(entries.flatMap(([, [, values]]) => values)),
    digest: 'abcdef123456',
  };
}

describe('with a table of two units', () => {
  const embeddings = new StaticEmbeddings(
    tableOf({ 医院: [0.5, [6, 0]], 学校: [0.25, [0, 16]], 福: [1, [3, 4]] }),
  );

  test.each([
    ['one unit gives its direction', '医院', [1, 0]],
    ['units are summed with their scales', '医院、学校', [0.6, 0.8]],
    ['an unknown word falls back to the characters it is made of', '福', [0.6, 0.8]],
    ['Traditional and full-width text is folded first', '醫院，學校', [0.6, 0.8]],
    ['text without a known unit gives zeros', '!?', [0, 0]],
    ['empty text gives zeros', '', [0, 0]],
  ])('%s', (_title, text, expected) => {
    const vector = embeddings.encode(text);
    expect(vector[0]).toBeCloseTo(expected[0]!, 5);
    expect(vector[1]).toBeCloseTo(expected[1]!, 5);
  });

  test('the identity names table, version, dimensions and digest', () => {
    expect(embeddings.identity).toBe('toy@3/2/abcdef123456');
  });

  test('queries and documents are embedded alike', async () => {
    expect(await embeddings.embedDocuments(['医院', '学校'])).toEqual([
      await embeddings.embedQuery('医院'),
      await embeddings.embedQuery('学校'),
    ]);
  });
});

describe('the table that ships', () => {
  let embeddings: StaticEmbeddings;
  beforeAll(() => {
    embeddings = loadStaticEmbeddings();
  });

  function similarity(left: string, right: string): number {
    const other = embeddings.encode(right);
    return embeddings.encode(left).reduce((sum, value, i) => sum + value * other[i]!, 0);
  }

  test('vectors have unit length', () => {
    expect(similarity('老人助餐送餐上门', '老人助餐送餐上门')).toBeCloseTo(1, 5);
  });

  test.each([
    ['医保', '社保', '篮球'],
    ['食堂', '供餐', '公路'],
    ['志愿者', '义工', '钢铁'],
    ['上学', '入学', '污水'],
    ['修路', '道路建设', '疫苗接种'],
  ])('%s is nearer to %s than to %s', (word, near, far) => {
    expect(similarity(word, near)).toBeGreaterThan(similarity(word, far) + 0.1);
  });
});
