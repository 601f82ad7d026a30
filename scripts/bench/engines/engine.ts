/** A passage as every engine gets it: the same tokens, the same vector. */
export interface BenchPassage {
  readonly id: number;
  /** Tokens with blanks between them. */
  readonly tokens: string;
  readonly vector: readonly number[];
}

export interface BenchQuery {
  readonly text: string;
  readonly tokens: string;
  readonly vector: readonly number[];
}

/** An engine under measurement; it lives in a process of its own. */
export interface Engine {
  add(passages: readonly BenchPassage[]): void | Promise<void>;
  /** Called once after the last passage; counts as indexing. */
  finish?(): void | Promise<void>;
  /** The numbers of the ten best passages. */
  search(query: BenchQuery): readonly number[] | Promise<readonly number[]>;
}

export const RESULTS = 10;

/** What an engine works on: tokens, vectors, or the whole text of the question. */
export type EngineKind = 'lexical' | 'vector' | 'hybrid';
