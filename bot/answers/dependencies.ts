import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { loadStaticEmbeddings, StaticEmbeddings } from '../../retrieval/embeddings/static-embeddings.ts';
import type { Reranker } from '../../retrieval/hits/reranker.ts';
import { Searcher } from '../../retrieval/hits/search.ts';
import { FUSION } from '../../retrieval/hits/weights.ts';
import type { CorpusIndex } from '../../retrieval/indexes/corpus-index.ts';
import { dataLines } from '../../retrieval/text/data-files.ts';
import { createThesaurus } from '../../retrieval/text/thesaurus.ts';
import { readAskedNouns } from '../questions/asked-nouns.ts';
import { createSpellWords } from '../questions/homophones.ts';
import { createNormalise } from '../questions/normalise.ts';
import { type Pinyin, pinyinOver } from '../questions/pinyin-words.ts';
import { createOrderCheck, createScreen, type EmergencyKind } from '../questions/screen.ts';
import { spellTowns, type Towns } from '../questions/towns.ts';
import { writingOf } from '../questions/writing.ts';
import { QuestionMemory } from './asked-before.ts';
import type { ComposerDependencies } from './composer.ts';
import { Meaning } from './meaning.ts';
import { SentenceTerms } from './sentence-terms.ts';
import { createPreference, createTellingOf } from './speaks-for.ts';
import { readToldModels } from './told.ts';

/** Everything the composer needs over an index; the evals use it with parts taken out. */
export function dependenciesOf(
  index: CorpusIndex,
  clock: () => Date,
  pinyin: Pinyin = pinyinOver(index),
  rerank?: Reranker,
): ComposerDependencies {
  const stopWords = new Set(dataLines('stop-words.txt'));
  const normalise = createNormalise(pinyin.decoder);
  const towns = townsOf(index);
  const spellWords = createSpellWords(() => writingOf(index));
  const hotlines = parse(
    readFileSync(new URL('../wording/hotlines.yaml', import.meta.url), 'utf8'),
  ) as Record<EmergencyKind, { text: string }>;
  const encode = wordEncoder(index);
  const meaning = new Meaning(encode);
  const questions = new QuestionMemory(index, encode);
  const isStopWord = (term: string): boolean => stopWords.has(term);
  const told = { index, meaning, isStopWord, questions };
  const models = readToldModels();
  return {
    index,
    searcher: new Searcher(index, FUSION, rerank),
    memory: new SentenceTerms(),
    meaning,
    nouns: readAskedNouns(),
    thesaurus: createThesaurus(index.vocabulary.terms),
    understanding: { normalise: (text) => spellWords(spellTowns(normalise(text), towns)), towns },
    screen: createScreen(),
    hotlines,
    isStopWord,
    tellingOf: createTellingOf(told, models),
    preference: createPreference(told, models),
    questions,
    isOrder: createOrderCheck(),
    clock,
  };
}

/** Words are compared by our own vectors, whatever model embeds the passages: theirs are made for whole texts. */
function wordEncoder({ embeddings }: CorpusIndex): (text: string) => Float32Array {
  const own = embeddings instanceof StaticEmbeddings ? embeddings : loadStaticEmbeddings();
  return (text) => own.encode(text);
}

function townsOf(index: CorpusIndex): Towns {
  const known = [
    ...new Set([...index.documents.values()].flatMap((content) => content.description.town ?? [])),
  ];
  const others = index.vocabulary.names.filter(
    ({ name, kind }) =>
      (kind === 'town' || kind === 'neighbouring') && /(?:镇|乡|街道)$/.test(name) && !known.includes(name),
  );
  return { known, others: others.map(({ name, aliases }) => ({ name, aliases: aliases ?? [] })) };
}
