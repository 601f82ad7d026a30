import { create, insertMultiple, search } from '@orama/orama';
import { type Engine, RESULTS } from './engine.ts';

/** Orama (BM25) with our tokens in place of its own. */
export function createOrama(): Engine {
  const database = create({
    schema: { tokens: 'string' },
    components: {
      tokenizer: {
        language: 'tokens',
        normalizationCache: new Map(),
        tokenize: (text: string) => [...new Set(text.split(' '))],
      },
    },
  });
  return {
    add: async (passages) => {
      await insertMultiple(
        database,
        passages.map(({ id, tokens }) => ({ id: String(id), tokens })),
      );
    },
    search: async ({ tokens }) => {
      const { hits } = await search(database, { term: tokens, properties: ['tokens'], limit: RESULTS });
      return hits.map(({ id }) => Number(id));
    },
  };
}
