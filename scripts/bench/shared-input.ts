import { closeSync, openSync, readFileSync, readSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { loadStaticEmbeddings } from '../../retrieval/embeddings/static-embeddings.ts';
import { analyze } from '../../retrieval/text/analyzer.ts';
import type { BenchPassage, BenchQuery, EngineKind } from './engines/engine.ts';

/** What all engines are given, made once: tokens and vectors of passages and queries, in a folder. */
export interface SharedInput {
  readonly folder: string;
  readonly dimensions: number;
}

const TOKENS = 'tokens.txt';
const VECTORS = 'vectors.bin';
const BATCH = 500;

/** Writes passages and queries with their tokens and vectors; returns how long a passage takes on average. */
export function writeSharedInput(
  folder: string,
  passages: readonly string[],
  queries: readonly string[],
  onProgress: (done: number) => void = () => undefined,
): { input: SharedInput; analysisMs: number; embeddingMs: number } {
  const embeddings = loadStaticEmbeddings();
  const tokens = openSync(join(folder, TOKENS), 'w');
  const vectors = openSync(join(folder, VECTORS), 'w');
  analyze(queries.join('\n'));
  let analysisMs = 0;
  let embeddingMs = 0;
  for (const [done, passage] of passages.entries()) {
    if (done % BATCH === 0) onProgress(done);
    const begun = performance.now();
    const terms = analyze(passage);
    const analyzed = performance.now();
    const vector = embeddings.encode(passage);
    embeddingMs += performance.now() - analyzed;
    analysisMs += analyzed - begun;
    writeSync(tokens, `${terms.join(' ')}\n`);
    writeSync(vectors, Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength));
  }
  closeSync(tokens);
  closeSync(vectors);
  const asked: BenchQuery[] = queries.map((text) => ({
    text,
    // Some engines would count a token that is asked for twice twice.
    tokens: [...new Set(analyze(text))].join(' '),
    vector: Array.from(embeddings.encode(text)),
  }));
  writeFileSync(join(folder, 'queries.json'), JSON.stringify(asked));
  const { dimensions } = embeddings;
  return {
    input: { folder, dimensions },
    analysisMs: analysisMs / passages.length,
    embeddingMs: embeddingMs / passages.length,
  };
}

export function readQueries({ folder }: SharedInput): BenchQuery[] {
  return JSON.parse(readFileSync(join(folder, 'queries.json'), 'utf8')) as BenchQuery[];
}

/** The vectors of the first `count` passages, one after the other. */
export function readVectors({ folder, dimensions }: SharedInput, count: number): Float32Array {
  const bytes = readFileSync(join(folder, VECTORS));
  return new Float32Array(bytes.buffer, bytes.byteOffset, count * dimensions);
}

/** The first `count` passages in batches, read bit by bit so that they do not fill the memory measured. */
export function* readBatches(input: SharedInput, count: number, kind: EngineKind): Generator<BenchPassage[]> {
  const tokens = kind === 'vector' ? undefined : new LineReader(join(input.folder, TOKENS));
  const vectors =
    kind === 'lexical' ? undefined : new VectorReader(join(input.folder, VECTORS), input.dimensions);
  for (let from = 0; from < count; from += BATCH) {
    const size = Math.min(BATCH, count - from);
    yield Array.from({ length: size }, (_, place) => ({
      id: from + place,
      tokens: tokens?.next() ?? '',
      vector: vectors?.next() ?? [],
    }));
  }
  tokens?.close();
  vectors?.close();
}

const CHUNK_BYTES = 1 << 20;

/** The lines of a file one by one. */
class LineReader {
  readonly #file: number;
  readonly #decoder = new StringDecoder('utf8');
  readonly #chunk = Buffer.alloc(CHUNK_BYTES);
  #lines: string[] = [];
  #place = 0;
  #rest = '';

  constructor(path: string) {
    this.#file = openSync(path, 'r');
  }

  next(): string {
    while (this.#place === this.#lines.length) {
      const bytes = readSync(this.#file, this.#chunk);
      if (bytes === 0) throw new Error('the shared input ends too early');
      const lines = (this.#rest + this.#decoder.write(this.#chunk.subarray(0, bytes))).split('\n');
      this.#rest = lines.pop()!;
      this.#lines = lines;
      this.#place = 0;
    }
    return this.#lines[this.#place++]!;
  }

  close(): void {
    closeSync(this.#file);
  }
}

/** The vectors of a file one by one. */
class VectorReader {
  readonly #file: number;
  readonly #vector: Float32Array;

  constructor(path: string, dimensions: number) {
    this.#file = openSync(path, 'r');
    this.#vector = new Float32Array(dimensions);
  }

  next(): number[] {
    const bytes = readSync(this.#file, this.#vector);
    if (bytes < this.#vector.byteLength) throw new Error('the shared input ends too early');
    return Array.from(this.#vector);
  }

  close(): void {
    closeSync(this.#file);
  }
}
