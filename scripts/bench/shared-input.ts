import { closeSync, createReadStream, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { loadStaticEmbeddings } from '../../retrieval/embeddings/static-embeddings.ts';
import { analyze } from '../../retrieval/text/analyzer.ts';
import type { BenchPassage, BenchQuery } from './engines/engine.ts';

/** What all engines are given, made once: tokens and vectors of passages and queries, in a folder. */
export interface SharedInput {
  readonly folder: string;
  readonly dimensions: number;
}

const BATCH = 500;

/** Writes passages and queries with their tokens and vectors; returns how long a passage takes on average. */
export function writeSharedInput(
  folder: string,
  passages: readonly string[],
  queries: readonly string[],
): { input: SharedInput; analysisMs: number; embeddingMs: number } {
  const embeddings = loadStaticEmbeddings();
  const tokens = openSync(join(folder, 'tokens.txt'), 'w');
  const vectors = openSync(join(folder, 'vectors.bin'), 'w');
  analyze(queries.join('\n'));
  let analysisMs = 0;
  let embeddingMs = 0;
  for (const passage of passages) {
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
    tokens: analyze(text).join(' '),
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
  const bytes = readFileSync(join(folder, 'vectors.bin'));
  return new Float32Array(bytes.buffer, bytes.byteOffset, count * dimensions);
}

/** The first `count` passages in batches, read bit by bit so that they do not fill the memory measured. */
export async function* readBatches(input: SharedInput, count: number): AsyncGenerator<BenchPassage[]> {
  const { folder, dimensions } = input;
  const lines = createInterface({ input: createReadStream(join(folder, 'tokens.txt')) })[
    Symbol.asyncIterator
  ]();
  const bytes = dimensions * Float32Array.BYTES_PER_ELEMENT;
  const vectors = createReadStream(join(folder, 'vectors.bin'), { highWaterMark: bytes * BATCH })[
    Symbol.asyncIterator
  ]();
  let rest = Buffer.alloc(0);
  for (let from = 0; from < count; from += BATCH) {
    const size = Math.min(BATCH, count - from);
    while (rest.length < size * bytes) rest = Buffer.concat([rest, (await vectors.next()).value as Buffer]);
    const batch: BenchPassage[] = [];
    for (let place = 0; place < size; place++) {
      const values = Float32Array.from({ length: dimensions }, (_, i) =>
        rest.readFloatLE(place * bytes + i * 4),
      );
      const tokens = (await lines.next()).value as string;
      batch.push({ id: from + place, tokens, vector: Array.from(values) });
    }
    rest = Buffer.from(rest.subarray(size * bytes));
    yield batch;
  }
}
