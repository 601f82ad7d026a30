import { join } from 'node:path';
import { BaseRetriever } from '@langchain/core/retrievers';
import { RunnableLambda } from '@langchain/core/runnables';
import { beforeAll, expect, test } from 'vitest';
import { readSeeds } from '../documents/seeds.ts';
import { loadStaticEmbeddings } from '../embeddings/static-embeddings.ts';
import { readContent } from '../indexes/content.ts';
import { addDocument, type CorpusIndex, emptyIndex } from '../indexes/corpus-index.ts';
import { PassageRetriever } from './langchain-retriever.ts';
import { Searcher } from './search.ts';

const SEEDS = join(import.meta.dirname, '../../seeds');
const QUESTION = '老年食堂可以给哪些人送餐上门？';
let index: CorpusIndex;
let searcher: Searcher;

beforeAll(async () => {
  index = emptyIndex(SEEDS, loadStaticEmbeddings());
  const { documents } = await readSeeds(SEEDS);
  for (const document of documents.slice(0, 2)) await addDocument(index, readContent(SEEDS, document));
  searcher = new Searcher(index);
});

test('LangChain gets the same passages as everybody else, each with its place', async () => {
  const retriever = new PassageRetriever({ searcher, documents: index.documents, k: 3 });
  expect(retriever).toBeInstanceOf(BaseRetriever);
  const documents = await retriever.invoke(QUESTION);
  const { hits } = await searcher.search({ text: QUESTION }, 3);
  expect(documents.map(({ id }) => id)).toEqual(hits.map(({ passage }) => passage.id));
  for (const [rank, { pageContent, metadata }] of documents.entries()) {
    const { passage, score } = hits[rank]!;
    const { document, start, end, town } = passage;
    const title = index.documents.get(document)!.description.title;
    expect(pageContent).toBe(passage.text);
    expect(metadata).toEqual({ document, start, end, score, title, town });
  }
});

test('it fits into a chain', async () => {
  const retriever = new PassageRetriever({ searcher, documents: index.documents });
  const chain = retriever.pipe(
    RunnableLambda.from((documents: readonly { metadata: Record<string, unknown> }[]) => documents.length),
  );
  expect(await chain.invoke(QUESTION)).toBe(10);
});

test('town and years reach the search', async () => {
  const asked: unknown[] = [];
  const spy: Pick<Searcher, 'search'> = {
    search: (query, k) => {
      asked.push({ query, k });
      return searcher.search(query, k);
    },
  };
  const filters = { town: '义桥镇', years: [2023] };
  await new PassageRetriever({ searcher: spy, documents: index.documents, k: 2, filters }).invoke(QUESTION);
  expect(asked).toEqual([{ query: { text: QUESTION, town: '义桥镇', years: [2023] }, k: 2 }]);
});
