import { MemoryVectorStore } from '@langchain/classic/vectorstores/memory';
import { HNSWLib } from '@langchain/community/vectorstores/hnswlib';
import { Document } from '@langchain/core/documents';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type { VectorStore } from '@langchain/core/vectorstores';
import { type Engine, RESULTS } from './engine.ts';

/** The vectors are given; nothing is embedded. */
const NO_EMBEDDINGS: EmbeddingsInterface = {
  embedDocuments: async () => [],
  embedQuery: async () => [],
};

/** LangChain's store that compares with every vector. */
export function createMemoryStore(): Engine {
  return engineOf(new MemoryVectorStore(NO_EMBEDDINGS));
}

/** LangChain's HNSWLib as it comes. */
export function createHnswLib(): Engine {
  return engineOf(new HNSWLib(NO_EMBEDDINGS, { space: 'cosine' }));
}

function engineOf(store: VectorStore): Engine {
  return {
    add: async (passages) => {
      await store.addVectors(
        passages.map(({ vector }) => vector as number[]),
        passages.map(({ id }) => new Document({ pageContent: '', metadata: { id } })),
      );
    },
    search: async ({ vector }) => {
      const found = await store.similaritySearchVectorWithScore(vector as number[], RESULTS);
      return found.map(([{ metadata }]) => metadata.id as number);
    },
  };
}
