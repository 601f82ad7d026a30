import { Index } from 'flexsearch';
import { type Engine, RESULTS } from './engine.ts';

/** FlexSearch with our tokens; `suggest` lets it return passages that lack a token, as all the others do. */
export function createFlexSearch(): Engine {
  const index = new Index({ tokenize: 'strict', encode: (text: string) => text.split(' ') });
  return {
    add: (passages) => {
      for (const { id, tokens } of passages) index.add(id, tokens);
    },
    search: ({ tokens }) => index.search(tokens, { limit: RESULTS, suggest: true }) as number[],
  };
}
