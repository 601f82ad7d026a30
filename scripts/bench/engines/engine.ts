/** A passage as the engines get it: lexical ones its tokens, vector ones its vector, the hybrid both. */
export interface BenchPassage {
  readonly id: number;
  /** Tokens with blanks between them; empty for a vector engine. */
  readonly tokens: string;
  /** Empty for a lexical engine. */
  readonly vector: readonly number[];
}

export interface BenchQuery {
  readonly text: string;
  /** Every token once, with blanks between them. */
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
  /** Called once all is measured: what another engine goes on from is written into the folder. */
  keep?(): void;
}

/** Where an engine may find or leave files, and how many passages it will be given. */
export interface EngineSetting {
  readonly folder: string;
  readonly size: number;
}

export const RESULTS = 10;

/** What an engine works on: tokens, vectors, or the whole text of the question. */
export type EngineKind = 'lexical' | 'vector' | 'hybrid';
