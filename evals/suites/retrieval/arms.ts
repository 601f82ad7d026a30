import { Searcher } from '../../../retrieval/hits/search.ts';
import { FUSION, type FusionWeights } from '../../../retrieval/hits/weights.ts';
import type { CorpusIndex } from '../../../retrieval/indexes/corpus-index.ts';

const NOTHING: FusionWeights = { lexical: 0, vector: 0, questions: 0, fit: 0, expansion: 0 };

/** Ways of searching that are compared: each arm alone, the hybrid that is served, the hybrid without one part. */
export const ARMS = [
  'lexical',
  'vector',
  'questions',
  'hybrid',
  'without questions',
  'without thesaurus',
  'without vectors',
] as const;
export type Arm = (typeof ARMS)[number];

/** A searcher for every arm over the same index. */
export function createArms(index: CorpusIndex): Readonly<Record<Arm, Searcher>> {
  const blind = withoutVectors(index);
  return {
    lexical: new Searcher(blind, { ...NOTHING, lexical: 1 }),
    vector: new Searcher(index, { ...NOTHING, vector: 1 }),
    questions: new Searcher(index, { ...NOTHING, questions: 1 }),
    hybrid: new Searcher(index, FUSION),
    'without questions': new Searcher(index, { ...FUSION, questions: 0 }),
    'without thesaurus': new Searcher(index, { ...FUSION, expansion: 0 }),
    'without vectors': new Searcher(blind, { ...FUSION, vector: 0 }),
  };
}

/** The same index whose queries have no vector: everyday questions are then alike by their words only. */
function withoutVectors(index: CorpusIndex): CorpusIndex {
  const { embeddings } = index;
  const zeros = Array.from({ length: embeddings.dimensions }, () => 0);
  const blind: CorpusIndex['embeddings'] = {
    identity: embeddings.identity,
    dimensions: embeddings.dimensions,
    embedQuery: async () => zeros,
    embedDocuments: async (texts) => texts.map(() => zeros),
  };
  return { ...index, embeddings: blind };
}
