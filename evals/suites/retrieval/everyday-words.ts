import { loadStaticEmbeddings } from '../../../retrieval/embeddings/static-embeddings.ts';
import { createThesaurus } from '../../../retrieval/text/thesaurus.ts';
import { measureEverydayWords } from '../../everyday-words/measure-words.ts';
import { readEverydayWords } from '../../everyday-words/read-words.ts';
import { scoreEverydayWords } from '../../everyday-words/score-words.ts';
import type { SuiteResult } from '../result.ts';

/** How far the thesaurus and the embedding that ship lead from everyday words to official ones, without a place's own terms. */
export function scoreShippedVocabulary(): Pick<SuiteResult, 'figures' | 'breakdowns'> {
  return scoreEverydayWords(
    measureEverydayWords(readEverydayWords(), createThesaurus(), loadStaticEmbeddings()),
  );
}
