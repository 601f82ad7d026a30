import MiniSearch from 'minisearch';
import { type Engine, RESULTS } from './engine.ts';

/** MiniSearch (BM25+), with our tokens in place of its own. */
export function createMiniSearch(): Engine {
  const index = new MiniSearch({
    fields: ['tokens'],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
  });
  return {
    add: (passages) => index.addAll(passages.map(({ id, tokens }) => ({ id, tokens }))),
    search: ({ tokens }) =>
      index
        .search(tokens)
        .slice(0, RESULTS)
        .map(({ id }) => id as number),
  };
}
