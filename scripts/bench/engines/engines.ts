import type { Engine, EngineKind, EngineSetting } from './engine.ts';

export interface EngineEntry {
  readonly name: string;
  readonly kind: EngineKind;
  /** Made in a process of its own, so that nobody pays for another's code and memory. */
  readonly create: (setting: EngineSetting) => Promise<Engine>;
}

/** Ours first; the others are compared with the one of the same kind. */
export const ENGINES: readonly EngineEntry[] = [
  {
    name: 'wenqiao-lexical',
    kind: 'lexical',
    create: async () => (await import('./wenqiao.ts')).createLexical(),
  },
  {
    name: 'minisearch',
    kind: 'lexical',
    create: async () => (await import('./minisearch.ts')).createMiniSearch(),
  },
  {
    name: 'flexsearch',
    kind: 'lexical',
    create: async () => (await import('./flexsearch.ts')).createFlexSearch(),
  },
  { name: 'orama', kind: 'lexical', create: async () => (await import('./orama.ts')).createOrama() },
  { name: 'sqlite-fts5', kind: 'lexical', create: async () => (await import('./sqlite.ts')).createSqlite() },
  {
    name: 'wenqiao-vector',
    kind: 'vector',
    create: async (setting) => (await import('./wenqiao.ts')).createVector(setting),
  },
  {
    name: 'langchain-memory',
    kind: 'vector',
    create: async () => (await import('./langchain.ts')).createMemoryStore(),
  },
  {
    name: 'langchain-hnswlib',
    kind: 'vector',
    create: async () => (await import('./langchain.ts')).createHnswLib(),
  },
  {
    name: 'wenqiao-hybrid',
    kind: 'hybrid',
    create: async (setting) => (await import('./wenqiao.ts')).createHybrid(setting),
  },
];
