import { Embeddings } from '@langchain/core/embeddings';
import { readStaticTable, type StaticTable } from './static-table.ts';
import { embeddedWords, rowsOfWord } from './units.ts';

/**
 * Our own small embedding: the vectors of a text's units are summed and brought to unit length. It needs
 * nothing but the table, so it works without a network and in a fraction of a millisecond.
 */
export class StaticEmbeddings extends Embeddings {
  /** Name, version, dimensions and digest of the table: an index made with another one must not be read. */
  readonly identity: string;
  readonly dimensions: number;
  readonly #table: StaticTable;

  constructor(table: StaticTable) {
    super({});
    this.#table = table;
    this.dimensions = table.dimensions;
    this.identity = `${table.name}@${table.version}/${table.dimensions}/${table.digest}`;
  }

  /** The text's vector, of length 1. A text without any known unit (empty, symbols, other scripts) gives zeros. */
  encode(text: string): Float32Array {
    const { dimensions, rows, scales, values } = this.#table;
    const sum = new Float32Array(dimensions);
    for (const word of embeddedWords(text)) {
      for (const row of rowsOfWord(word, rows)) {
        const scale = scales[row]!;
        const start = row * dimensions;
        for (let i = 0; i < dimensions; i++) sum[i]! += scale * values[start + i]!;
      }
    }
    return toUnitLength(sum);
  }

  override async embedQuery(text: string): Promise<number[]> {
    return Array.from(this.encode(text));
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    return texts.map((text) => Array.from(this.encode(text)));
  }
}

/** The embedding that ships with the project; its files are read on this call, not on import. */
export function loadStaticEmbeddings(): StaticEmbeddings {
  return new StaticEmbeddings(readStaticTable(new URL('./data/', import.meta.url)));
}

function toUnitLength(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  if (squares === 0) return vector;
  const length = Math.sqrt(squares);
  for (let i = 0; i < vector.length; i++) vector[i]! /= length;
  return vector;
}
