import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadStaticEmbeddings } from '../../../retrieval/embeddings/static-embeddings.ts';
import { Searcher } from '../../../retrieval/hits/search.ts';
import { type CorpusIndex, emptyIndex } from '../../../retrieval/indexes/corpus-index.ts';
import { LexicalIndex, plainTerms } from '../../../retrieval/indexes/lexical.ts';
import { VectorIndex } from '../../../retrieval/indexes/vectors.ts';
import type { Passage } from '../../../retrieval/passages/passage.ts';
import { type BenchPassage, type Engine, type EngineSetting, RESULTS } from './engine.ts';

/** Our own lexical index. */
export function createLexical(): Engine {
  const index = new LexicalIndex();
  return {
    add: (passages) => {
      for (const { id, tokens } of passages) index.add(String(id), tokens.split(' '));
    },
    // The first search puts the posting lists in order.
    finish: () => void index.search(new Map(), 1),
    search: ({ tokens }) => index.search(plainTerms(tokens.split(' ')), RESULTS).map(({ id }) => Number(id)),
  };
}

/** Our own HNSW index; its graph is kept for the hybrid search over the same passages. */
export function createVector(setting: EngineSetting): Engine {
  const embeddings = loadStaticEmbeddings();
  const index = VectorIndex.empty(embeddings, embeddings.dimensions);
  return {
    add: (passages) => index.addEntries(passages.map(({ id, vector }) => ({ id: String(id), vector }))),
    search: ({ vector }) => index.nearest(vector, RESULTS).map(({ id }) => Number(id)),
    keep: () => index.write(graphOf(setting)),
  };
}

const graphOf = ({ folder, size }: EngineSetting): string => join(folder, `graph-${size}`);

/**
 * The whole search as the assistant uses it: analysis, embedding, both indexes, fusion. As there, the graph is
 * opened when it has been built before.
 */
export function createHybrid(setting: EngineSetting): Engine {
  const vocabulary = mkdtempSync(join(tmpdir(), 'wenqiao-bench-'));
  const embeddings = loadStaticEmbeddings();
  const empty = emptyIndex(vocabulary, embeddings);
  rmSync(vocabulary, { recursive: true });
  const graph = graphOf(setting);
  const isBuilt = existsSync(graph);
  const passages: Passage[] = [];
  let searcher: Searcher | undefined;
  return {
    add: (added) => {
      for (const { id, tokens } of added) {
        empty.passages.add(String(id), tokens.split(' '));
        passages.push(passageOf(id));
      }
      if (!isBuilt) empty.vectors.addEntries(added.map(({ id, vector }) => ({ id: String(id), vector })));
    },
    finish: () => {
      const vectors = isBuilt ? VectorIndex.read(graph, embeddings, embeddings.dimensions) : empty.vectors;
      const index = { ...empty, vectors };
      index.documents.set('corpus', documentOf(passages));
      searcher = new Searcher(index);
      index.passages.search(new Map(), 1);
    },
    search: async ({ text }) => {
      const { hits } = await searcher!.search({ text }, RESULTS);
      return hits.map(({ passage }) => Number(passage.id));
    },
  };
}

function passageOf(id: BenchPassage['id']): Passage {
  const nowhere = { document: 'corpus', start: 0, end: 0, text: '', context: '', town: null, years: [] };
  return { id: String(id), ...nowhere, sentences: [], digest: '' };
}

type DocumentContent = CorpusIndex['documents'] extends Map<string, infer Content> ? Content : never;

function documentOf(passages: readonly Passage[]): DocumentContent {
  const description = {
    title: 'corpus',
    publisher: null,
    town: null,
    period: null,
    date: null,
    inferred: [],
  };
  const nothing = {
    text: '',
    words: '',
    articles: 0,
    rows: 0,
    sentences: [],
    questions: [],
    titles: [],
    bylines: [],
    problems: [],
  };
  return { name: 'corpus', digest: '', description, ...nothing, passages };
}
