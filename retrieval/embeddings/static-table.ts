import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { UnitRows } from './units.ts';

/** A trained table: one row of whole numbers per unit; times the row's scale they are its vector. */
export interface StaticTable {
  readonly name: string;
  readonly version: number;
  readonly dimensions: number;
  readonly rows: UnitRows;
  readonly scales: Float32Array;
  readonly values: Int8Array;
  /** The first 12 hexadecimal digits of the SHA-256 of units and vectors. */
  readonly digest: string;
}

const DESCRIPTION = z.object({
  name: z.string().min(1),
  version: z.int().positive(),
  dimensions: z.int().positive(),
  units: z.int().positive(),
});

/**
 * Reads a table from a folder: `table.json` says what it is, `units.txt` has one unit a line, and
 * `vectors.bin` all scales (32-bit floats, little-endian), then all rows (8-bit whole numbers).
 */
export function readStaticTable(directory: URL): StaticTable {
  const description = DESCRIPTION.parse(JSON.parse(readFileSync(new URL('table.json', directory), 'utf8')));
  const unitsFile = readFileSync(new URL('units.txt', directory));
  const vectorsFile = readFileSync(new URL('vectors.bin', directory));
  const { name, version, dimensions, units: count } = description;
  const units = unitsFile.toString('utf8').split('\n').slice(0, -1);
  const expectedBytes = count * (4 + dimensions);
  if (units.length !== count || vectorsFile.length !== expectedBytes) {
    throw new Error(
      `embedding table ${directory.pathname} is damaged: ${units.length} units of ${count}, ` +
        `${vectorsFile.length} bytes of ${expectedBytes}`,
    );
  }
  const scales = new Float32Array(count);
  for (let row = 0; row < count; row++) scales[row] = vectorsFile.readFloatLE(row * 4);
  const values = new Int8Array(vectorsFile.buffer, vectorsFile.byteOffset + count * 4, count * dimensions);
  const digest = createHash('sha256').update(unitsFile).update(vectorsFile).digest('hex').slice(0, 12);
  return {
    name,
    version,
    dimensions,
    rows: new Map(units.map((unit, row) => [unit, row])),
    scales,
    values,
    digest,
  };
}
